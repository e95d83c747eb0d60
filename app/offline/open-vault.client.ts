/** The vault while it is open: in this tab's memory, until the page is left. */
import { z } from "zod";
import { isLeased, type OfflinePack } from "../../domain/devices";
import type { MeetingId, VersionId } from "../../domain/ids";
import type { Surroundings } from "../shell";
import { contentKeyOf, readPart } from "./parcels.client";
import { type PackRecord, type ParcelRecord, vault } from "./vault-database.client";
import { seenTime } from "./vault-records.client";

let privateKey: CryptoKey | null = null;
const contentKeys = new Map<string, Promise<CryptoKey>>();
const watchers = new Set<() => void>();

export function openVault(key: CryptoKey): void {
  privateKey = key;
  for (const watcher of watchers) watcher();
}

export function lockVault(): void {
  privateKey = null;
  contentKeys.clear();
  for (const watcher of watchers) watcher();
}

export const isVaultOpen = (): boolean => privateKey !== null;

export function onVault(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

/** What a page of the reader needs besides bytes; null: not here, not open, or its lease is over. */
export type KeptPack = { pack: OfflinePack; surroundings: Surroundings; updatedMs: number };

export async function keptPack(meetingId: MeetingId): Promise<KeptPack | null> {
  const record = await readablePack(meetingId);
  const parcel =
    record?.viewId == null
      ? undefined
      : await vault.run((opened) => opened.get("parcel", record.viewId ?? ""));
  if (record === null || parcel === undefined) return null;
  const found = await wholePart(parcel, "view");
  if (found === null) return null;
  return { ...keptView(JSON.parse(new TextDecoder().decode(found))), updatedMs: record.updatedMs };
}

/** It was sealed by this device and its seal is whole, so it is what was put in; a form of another build is refused. */
function keptView(value: unknown): Omit<KeptPack, "updatedMs"> {
  const form = z.custom<Omit<KeptPack, "updatedMs">>(
    (found) =>
      z
        .object({ pack: z.object({ view: z.object({ shared: z.looseObject({}) }) }) })
        .safeParse(found).success,
  );
  return form.parse(value);
}

/** A part of a version that is kept here whole: its bytes from `begin` to `end`, and of what they are. */
export async function keptPart(
  versionId: VersionId,
  name: string,
  range: (sizeBytes: number) => { begin: number; end: number } | null,
): Promise<{
  bytes: Uint8Array<ArrayBuffer>;
  begin: number;
  sizeBytes: number;
  contentType: string;
} | null> {
  if (privateKey === null) return null;
  const parcels = await vault.run((opened) =>
    opened.getAllFromIndex("parcel", "byVersion", versionId),
  );
  const parcel = parcels.find(
    ({ openKey, parts }) => openKey === null && parts[name] !== undefined,
  );
  const part = parcel?.parts[name];
  if (parcel === undefined || part === undefined) return null;
  if ((await readablePack(parcel.meetingId)) === null) return null;
  const wanted = range(part.sizeBytes);
  if (wanted === null) return null;
  const { begin, end } = wanted;
  const bytes = await readPart(parcel, await keyOf(parcel), name, begin, end);
  return { bytes, begin, sizeBytes: part.sizeBytes, contentType: part.contentType };
}

/** DV5, DV6: an open vault does not open a pack whose lease is over. */
async function readablePack(meetingId: MeetingId): Promise<PackRecord | null> {
  if (privateKey === null) return null;
  const [record, time] = await Promise.all([
    vault.run((opened) => opened.get("pack", meetingId)),
    seenTime(),
  ]);
  if (record === undefined || record.viewId === null) return null;
  if (record.keepUntilMs !== null && record.keepUntilMs <= time.highestMs) return null;
  return isLeased(time, record.leaseDays, Date.now()) ? record : null;
}

/** A part that lies whole in a parcel of a pack which may be opened now; null: it may not, or is not there. */
export async function openedPart(parcel: ParcelRecord, name: string): Promise<Uint8Array | null> {
  return (await readablePack(parcel.meetingId)) === null ? null : wholePart(parcel, name);
}

async function wholePart(parcel: ParcelRecord, name: string) {
  const part = parcel.parts[name];
  if (part === undefined) return null;
  return readPart(parcel, await keyOf(parcel), name, 0, part.sizeBytes);
}

function keyOf(parcel: ParcelRecord): Promise<CryptoKey> {
  if (privateKey === null) throw new Error("The vault is locked.");
  const known = contentKeys.get(parcel.parcelId) ?? contentKeyOf(parcel, privateKey);
  contentKeys.set(parcel.parcelId, known);
  return known;
}
