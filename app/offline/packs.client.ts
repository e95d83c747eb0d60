/** The packs on this device: which there are, how far they have come, and how they leave it. */
import { z } from "zod";
import type { MeetingId } from "../../domain/ids";
import type { Bilingual, Instant } from "../../domain/text";
import { removeParcels } from "./parcels.client";
import { type PackRecord, type Sealed, vault } from "./vault-database.client";
import { randomBytes } from "./vault-lock.client";
import { recordOf } from "./vault-records.client";

/** What the list shows of a pack. */
export type PackTitle = {
  title: Bilingual;
  startsAt: Instant;
  timeZone: string;
  keptBack: readonly { number: string; because: "grade" | "paper_only" }[];
  lowestKeptBack: Bilingual | null;
};

export type ListedPack = PackRecord & { words: PackTitle | null };

const watchers = new Set<() => void>();

export function onPacks(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

export function tellPacks(): void {
  for (const watcher of watchers) watcher();
}

export async function savePack(record: PackRecord): Promise<void> {
  await vault.run((opened) => opened.put("pack", record));
  tellPacks();
}

export async function packOf(meetingId: MeetingId): Promise<PackRecord | null> {
  return (await vault.run((opened) => opened.get("pack", meetingId))) ?? null;
}

export function allPacks(): Promise<PackRecord[]> {
  return vault.run((opened) => opened.getAll("pack"));
}

/** With their titles; the next meeting first. */
export async function listPacks(): Promise<ListedPack[]> {
  const packs = await allPacks();
  const listed = await Promise.all(
    packs.map(async (pack) => ({ ...pack, words: await openTitle(pack.title) })),
  );
  return listed.toSorted((a, b) =>
    (b.words?.startsAt ?? "").localeCompare(a.words?.startsAt ?? ""),
  );
}

/** Gone from the device when it resolves; its keys are gone first. */
export async function removePack(meetingId: MeetingId): Promise<void> {
  const parcels = await vault.run((opened) =>
    opened.getAllFromIndex("parcel", "byMeeting", meetingId),
  );
  await vault.run((opened) => opened.delete("pack", meetingId));
  await removeParcels(parcels.map(({ parcelId }) => parcelId));
  tellPacks();
}

export async function sealTitle(title: PackTitle): Promise<Sealed> {
  const key = await recordOf("deviceKey");
  if (key === null) throw new Error("The device has no key.");
  const nonce = randomBytes(12);
  const plain = new TextEncoder().encode(JSON.stringify(title));
  return { nonce, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, plain) };
}

/** Null where the device's key is not the one it was sealed with any more. */
async function openTitle({ nonce, sealed }: Sealed): Promise<PackTitle | null> {
  const key = await recordOf("deviceKey");
  if (key === null) return null;
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, sealed);
    return titleIn(JSON.parse(new TextDecoder().decode(plain)));
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Sealed by this device, and its seal is whole: it is what was put in. */
const titleIn = (value: unknown): PackTitle => z.custom<PackTitle>().parse(value);
