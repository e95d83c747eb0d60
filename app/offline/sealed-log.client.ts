/**
 * Entries on this device, in the order in which they were appended: what a person did and the server has not yet
 * acknowledged. Each is encrypted by a key that scripts can use and nobody can read out or copy; it lives beside the
 * entries and goes with them.
 */
import type { DBSchema } from "idb";
import { deviceDatabase } from "./device-database.client";

export interface SealedLog {
  /** Durable when it resolves, with the entry's place. Rejects when the device cannot keep it (full, or storage refused). */
  append(entry: Uint8Array): Promise<number>;
  /** All entries, the oldest first. */
  entries(): Promise<{ key: number; entry: Uint8Array }[]>;
  /** Durable when it resolves; what is not there is removed already. */
  remove(keys: readonly number[]): Promise<void>;
}

type Entry = {
  log: string;
  /** an entry whose answer was lost is written again and must not stand there twice */
  id: string;
  nonce: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
};

interface LogSchema extends DBSchema {
  key: { key: string; value: CryptoKey };
  entry: { key: number; value: Entry; indexes: { byLog: string; byId: string } };
}

const database = deviceDatabase<LogSchema>("e-cabinet-log", 1, (opened) => {
  opened.createObjectStore("key");
  const entries = opened.createObjectStore("entry", { autoIncrement: true });
  entries.createIndex("byLog", "log");
  entries.createIndex("byId", "id", { unique: true });
});

/** To the disk, not only to the system's memory: a tablet whose battery dies keeps what was said to be kept. */
const durably = { durability: "strict" } as const;

const keyName = "entries";

/**
 * The log of that name; two names share nothing but the key.
 * @param name of one person and purpose: what one left unsent is not another's
 * @throws when this device keeps nothing at all (private browsing of some browsers)
 */
export async function openSealedLog(name: string): Promise<SealedLog> {
  await logKey();

  return {
    async append(entry) {
      const id = crypto.randomUUID();
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(
        cipher(nonce, name, id),
        await logKey(),
        new Uint8Array(entry),
      );
      return database.run(async (opened) => {
        const transaction = opened.transaction("entry", "readwrite", durably);
        const known = await transaction.store.index("byId").getKey(id);
        const key = known ?? (await transaction.store.add({ log: name, id, nonce, sealed }));
        await transaction.done;
        return key;
      });
    },

    async entries() {
      const held = await database.run(async (opened) => {
        const transaction = opened.transaction("entry");
        const index = transaction.store.index("byLog");
        const [keys, values] = await Promise.all([index.getAllKeys(name), index.getAll(name)]);
        return values.map((value, place) => ({ key: keys[place] ?? Number.NaN, value }));
      });
      const key = await logKey();
      return Promise.all(
        held.map(async ({ key: place, value: { id, nonce, sealed } }) => ({
          key: place,
          entry: new Uint8Array(await crypto.subtle.decrypt(cipher(nonce, name, id), key, sealed)),
        })),
      );
    },

    async remove(keys) {
      await database.run(async (opened) => {
        const transaction = opened.transaction("entry", "readwrite", durably);
        await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
      });
    },
  };
}

/** The logs of this device in which something stands. */
export function sealedLogNames(): Promise<string[]> {
  return database.run(async (opened) => {
    const names: string[] = [];
    const index = opened.transaction("entry").store.index("byLog");
    let cursor = await index.openKeyCursor(null, "nextunique");
    while (cursor !== null) {
      names.push(String(cursor.key));
      cursor = await cursor.continue();
    }
    return names;
  });
}

/** Forgets every log of this device with its key: after *device lost*. */
export function destroySealedLogs(): Promise<void> {
  return database.destroy();
}

/** The key, made at first use; of two tabs that make one at once, one's is kept by both. */
async function logKey(): Promise<CryptoKey> {
  const known = await database.run((opened) => opened.get("key", keyName));
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  return database.run(async (opened) => {
    const transaction = opened.transaction("key", "readwrite", durably);
    const other = await transaction.store.get(keyName);
    if (other === undefined) await transaction.store.add(made, keyName);
    await transaction.done;
    return other ?? made;
  });
}

/** An entry opens only in its own log and under its own name: nobody can move or swap what they cannot read. */
function cipher(nonce: Uint8Array<ArrayBuffer>, log: string, id: string): AesGcmParams {
  const additionalData = new TextEncoder().encode(JSON.stringify(["sealed log", log, id]));
  return { name: "AES-GCM", iv: nonce, additionalData };
}
