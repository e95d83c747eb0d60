/**
 * Encrypted things in pieces. Each parcel has a key of its own, made for one download and never used for another, so a
 * nonce that counts (part, then chunk) is never used twice. Every chunk is bound to what it belongs to: document, hash
 * of the bytes, part, its number and how many there are; it cannot be swapped, cut short or put elsewhere.
 */
import type { MeetingId, VersionId } from "../../domain/ids";
import {
  type Bytes,
  type MarksLabel,
  type ParcelRecord,
  type Part,
  vault,
} from "./vault-database.client";
import { recordOf } from "./vault-records.client";

export const chunkBytes = 512 * 1024;

const durably = { durability: "strict" } as const;

/** A new parcel with a new key, which only the vault's private key gives back once it is complete. */
export async function newParcel(
  meetingId: MeetingId,
  versionId: VersionId | null,
  bound: string,
  marks?: MarksLabel,
): Promise<ParcelRecord> {
  const lock = await recordOf("lock");
  if (lock === null) throw new Error("The vault has no lock.");
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
  const wrappedKey = await crypto.subtle.wrapKey("raw", made, lock.publicKey, "RSA-OAEP");
  const raw = await crypto.subtle.exportKey("raw", made);
  const openKey = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt"]);
  new Uint8Array(raw).fill(0);
  const parcelId = crypto.randomUUID();
  const parcel: ParcelRecord = {
    parcelId,
    meetingId,
    versionId,
    ...(marks !== undefined && { marks }),
    bound,
    wrappedKey,
    openKey,
    parts: {},
  };
  await vault.run((opened) => opened.put("parcel", parcel));
  return parcel;
}

/** Announces a part before its chunks come; told again after a break it is the same part. */
export async function addPart(
  parcel: ParcelRecord,
  name: string,
  sizeBytes: number,
  contentType: string,
): Promise<Part> {
  const known = parcel.parts[name];
  if (known !== undefined && known.sizeBytes === sizeBytes) return known;
  if (known !== undefined) throw new Error("A part changed while it was fetched.");
  const number = Object.keys(parcel.parts).length;
  const chunks = Math.max(1, Math.ceil(sizeBytes / chunkBytes));
  const part = { number, chunks, sizeBytes, contentType };
  parcel.parts[name] = part;
  await vault.run((opened) => opened.put("parcel", parcel));
  return part;
}

/** Durable when it resolves. What is there already stays: a second text under one nonce would betray both. */
export async function putChunk(
  parcel: ParcelRecord,
  name: string,
  chunk: number,
  bytes: Bytes,
): Promise<void> {
  const part = parcel.parts[name];
  if (part === undefined || parcel.openKey === null) throw new Error("Nothing is added to it.");
  const sealed = await crypto.subtle.encrypt(
    cipher(parcel, name, part, chunk),
    parcel.openKey,
    bytes,
  );
  await vault.run(async (opened) => {
    const transaction = opened.transaction("chunk", "readwrite", durably);
    const key: [string, number, number] = [parcel.parcelId, part.number, chunk];
    if ((await transaction.store.getKey(key)) === undefined)
      await transaction.store.add(sealed, key);
    await transaction.done;
  });
}

/** A part that is here whole. */
export async function putPart(
  parcel: ParcelRecord,
  name: string,
  bytes: Bytes,
  contentType: string,
): Promise<void> {
  const part = await addPart(parcel, name, bytes.length, contentType);
  for (let chunk = 0; chunk < part.chunks; chunk++) {
    await putChunk(parcel, name, chunk, bytes.slice(chunk * chunkBytes, (chunk + 1) * chunkBytes));
  }
}

/** Which chunks of a part are there, in order. */
export function storedChunks(parcel: ParcelRecord, part: Part): Promise<Set<number>> {
  return vault.run(async (opened) => {
    const keys = await opened.getAllKeys("chunk", rangeOf(parcel.parcelId, part.number));
    return new Set(keys.map(([, , chunk]) => chunk));
  });
}

/** From now on it opens by the vault's key alone. */
export async function complete(parcel: ParcelRecord): Promise<void> {
  parcel.openKey = null;
  await vault.run((opened) => opened.put("parcel", parcel));
}

export function contentKeyOf(parcel: ParcelRecord, privateKey: CryptoKey): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey(
    "raw",
    parcel.wrappedKey,
    privateKey,
    "RSA-OAEP",
    "AES-GCM",
    false,
    ["decrypt"],
  );
}

/** Bytes [begin, end) of a part. @throws OperationError when what is stored is not what was put in */
export async function readPart(
  parcel: ParcelRecord,
  contentKey: CryptoKey,
  name: string,
  begin: number,
  end: number,
): Promise<Bytes> {
  const part = parcel.parts[name];
  if (part === undefined) throw new Error("There is no such part.");
  const result = new Uint8Array(end - begin);
  const first = Math.floor(begin / chunkBytes);
  const last = Math.max(first, Math.ceil(end / chunkBytes) - 1);
  for (let chunk = first; chunk <= last; chunk++) {
    const sealed = await vault.run((opened) =>
      opened.get("chunk", [parcel.parcelId, part.number, chunk]),
    );
    if (sealed === undefined) throw new Error("A chunk is missing.");
    const plain = new Uint8Array(
      await crypto.subtle.decrypt(cipher(parcel, name, part, chunk), contentKey, sealed),
    );
    const start = chunk * chunkBytes;
    const from = Math.max(begin, start);
    result.set(
      plain.subarray(from - start, Math.min(end, start + plain.length) - start),
      from - begin,
    );
  }
  return result;
}

/** The key goes first: what is left of a broken-off removal is noise. */
export async function removeParcels(parcelIds: readonly string[]): Promise<void> {
  for (const parcelId of parcelIds) {
    await vault.run((opened) => opened.delete("parcel", parcelId));
    await vault.run((opened) => opened.delete("chunk", rangeOf(parcelId)));
  }
}

function rangeOf(parcelId: string, part?: number): IDBKeyRange {
  return part === undefined
    ? IDBKeyRange.bound([parcelId], [parcelId, []])
    : IDBKeyRange.bound([parcelId, part], [parcelId, part, []]);
}

function cipher(parcel: ParcelRecord, name: string, part: Part, chunk: number): AesGcmParams {
  const iv = new Uint8Array(12);
  const counter = new DataView(iv.buffer);
  counter.setUint32(0, part.number);
  counter.setUint32(8, chunk);
  const bound = [parcel.bound, name, chunk, part.chunks, part.sizeBytes];
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(JSON.stringify(bound)) };
}
