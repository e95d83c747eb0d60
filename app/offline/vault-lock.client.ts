/**
 * The vault's lock. What is kept is sealed for a public key, so papers can be fetched while it is locked; the private
 * key opens them. That lies on the device sealed twice: by a key made of what the person knows (a PIN) or holds (a
 * passkey with PRF), and around it by the device's own key, which scripts can use and nobody can read out.
 *
 * A PIN is short, so tries are few: each is counted on the device before it is made, they wait longer and longer, and
 * the tenth wrong one ends the vault.
 */
import type { Bytes, Door, LockRecord } from "./vault-database.client";
import { recordOf, seenTime, setRecord } from "./vault-records.client";

/** OWASP's advice for PBKDF2-HMAC-SHA256 is 600,000; about half a second on a tablet. */
const iterations = 1_000_000;
const freeTries = 3;
const triesInAll = 10;
const waitsMs = [30_000, 60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000, 60 * 60_000];

const rsa = { name: "RSA-OAEP", hash: "SHA-256" } as const;

export const pinForm = /^\d{6,12}$/;

export type Unlocking =
  | { state: "open"; key: CryptoKey }
  | { state: "wrong"; triesLeft: number; waitMs: number }
  | { state: "wait"; waitMs: number }
  /** too many wrong ones, or there was nothing to open */
  | { state: "ended" };

/** Makes the vault's keys, with a PIN as the first way in. Durable when it resolves. */
export async function makeLock(pin: string): Promise<void> {
  const deviceKey = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    { ...rsa, modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ["wrapKey", "unwrapKey"],
  );
  const exported = new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey));
  const salt = randomBytes(16);
  const door: Door = {
    kind: "pin",
    salt,
    iterations,
    ...(await sealTwice(exported, await keyOfPin(pin, salt, iterations), deviceKey)),
  };
  exported.fill(0);
  await setRecord("deviceKey", deviceKey);
  await setRecord("lock", { publicKey, doors: [door], failures: 0, notBeforeMs: 0 });
}

export async function unlockByPin(pin: string): Promise<Unlocking> {
  const lock = await recordOf("lock");
  const deviceKey = await recordOf("deviceKey");
  const door = lock?.doors.find(({ kind }) => kind === "pin");
  if (lock === null || deviceKey === null || door?.kind !== "pin") return { state: "ended" };
  if (lock.failures >= triesInAll) return { state: "ended" };
  const { highestMs } = await seenTime();
  if (highestMs < lock.notBeforeMs) return { state: "wait", waitMs: lock.notBeforeMs - highestMs };
  const failures = lock.failures + 1;
  const waitMs = failures < freeTries ? 0 : (waitsMs[failures - freeTries] ?? 60 * 60_000);
  await setRecord("lock", { ...lock, failures, notBeforeMs: highestMs + waitMs });
  const key = await openDoor(door, await keyOfPin(pin, door.salt, door.iterations), deviceKey);
  if (key === null) {
    const triesLeft = triesInAll - failures;
    return triesLeft <= 0 ? { state: "ended" } : { state: "wrong", triesLeft, waitMs };
  }
  await setRecord("lock", { ...lock, failures: 0, notBeforeMs: 0 });
  return { state: "open", key };
}

/** Adds a passkey as a second way in; the PIN is asked once more for it. False: this authenticator has no PRF. */
export async function addPasskey(
  pin: string,
  rpId: string,
): Promise<"added" | "no_prf" | "refused" | "wrong_pin"> {
  const lock = await recordOf("lock");
  const deviceKey = await recordOf("deviceKey");
  const door = lock?.doors.find(({ kind }) => kind === "pin");
  if (lock === null || deviceKey === null || door?.kind !== "pin") return "refused";
  const opened = await unlockByPin(pin);
  if (opened.state !== "open") return "wrong_pin";
  const exported = await readDoor(door, await keyOfPin(pin, door.salt, door.iterations), deviceKey);
  if (exported === null) return "wrong_pin";
  const salt = randomBytes(32);
  const held = await askPasskey(rpId, [], salt);
  if (held === null) return "refused";
  if (held.secret === null) return "no_prf";
  const { credentialId, secret } = held;
  const sealed = await sealTwice(exported, await keyOfSecret(secret, salt), deviceKey);
  exported.fill(0);
  const rest = lock.doors.filter(({ kind }) => kind !== "passkey");
  const doors: Door[] = [...rest, { kind: "passkey", credentialId, salt, ...sealed }];
  await setRecord("lock", { ...lock, doors, failures: 0, notBeforeMs: 0 });
  return "added";
}

/** Works without the network: the authenticator answers a question that this device asks itself. */
export async function unlockByPasskey(rpId: string): Promise<Unlocking> {
  const lock = await recordOf("lock");
  const deviceKey = await recordOf("deviceKey");
  const door = lock?.doors.find(({ kind }) => kind === "passkey");
  if (lock === null || deviceKey === null || door?.kind !== "passkey") return { state: "ended" };
  const held = await askPasskey(rpId, [door.credentialId], door.salt);
  if (held?.secret == null) return { state: "wrong", triesLeft: triesInAll, waitMs: 0 };
  const key = await openDoor(door, await keyOfSecret(held.secret, door.salt), deviceKey);
  if (key === null) return { state: "wrong", triesLeft: triesInAll, waitMs: 0 };
  await setRecord("lock", { ...lock, failures: 0, notBeforeMs: 0 });
  return { state: "open", key };
}

export async function hasPasskey(): Promise<boolean> {
  const lock: LockRecord | null = await recordOf("lock");
  return lock?.doors.some(({ kind }) => kind === "passkey") ?? false;
}

async function keyOfPin(pin: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(pin),
    "PBKDF2",
    false,
    ["deriveKey"],
  );
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    typed,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

async function keyOfSecret(secret: Bytes, salt: Bytes): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("e-cabinet vault");
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt, info },
    raw,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** The outer nonce stands first in the sealed bytes; the inner one is the door's own. */
async function sealTwice(
  exported: Bytes,
  inner: CryptoKey,
  outer: CryptoKey,
): Promise<{ nonce: Bytes; sealed: ArrayBuffer }> {
  const nonce = randomBytes(12);
  const once = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, inner, exported);
  const outerNonce = randomBytes(12);
  const twice = await crypto.subtle.encrypt({ name: "AES-GCM", iv: outerNonce }, outer, once);
  const sealed = new Uint8Array(12 + twice.byteLength);
  sealed.set(outerNonce);
  sealed.set(new Uint8Array(twice), 12);
  return { nonce, sealed: sealed.buffer };
}

/** Null: the inner key is not the right one. */
async function readDoor(
  { nonce, sealed }: Door,
  inner: CryptoKey,
  outer: CryptoKey,
): Promise<Bytes | null> {
  const iv = new Uint8Array(sealed.slice(0, 12));
  const once = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, outer, sealed.slice(12));
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, inner, once));
  } catch (error) {
    if (error instanceof DOMException && error.name === "OperationError") return null;
    throw error;
  }
}

async function openDoor(door: Door, inner: CryptoKey, outer: CryptoKey): Promise<CryptoKey | null> {
  const exported = await readDoor(door, inner, outer);
  if (exported === null) return null;
  const key = await crypto.subtle.importKey("pkcs8", exported, rsa, false, ["unwrapKey"]);
  exported.fill(0);
  return key;
}

/** Null: refused, or no authenticator. `secret` null: it knows no PRF. */
async function askPasskey(
  rpId: string,
  allowed: readonly Bytes[],
  salt: Bytes,
): Promise<{ credentialId: Bytes; secret: Bytes | null } | null> {
  const asked: CredentialRequestOptions = {
    publicKey: {
      challenge: randomBytes(32),
      rpId,
      allowCredentials: allowed.map((id) => ({ id, type: "public-key" })),
      userVerification: "required",
      extensions: { prf: { eval: { first: salt } } },
    },
  };
  const found = await navigator.credentials.get(asked).catch(() => null);
  if (!(found instanceof PublicKeyCredential)) return null;
  const first = found.getClientExtensionResults().prf?.results?.first;
  const secret =
    first instanceof ArrayBuffer
      ? new Uint8Array(first)
      : ArrayBuffer.isView(first)
        ? new Uint8Array(new Uint8Array(first.buffer, first.byteOffset, first.byteLength))
        : null;
  return { credentialId: new Uint8Array(found.rawId), secret };
}

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
