/**
 * Packs on their way to this device. A download belongs to the tab, not to a screen; it goes on where it stopped, in
 * this tab or another, today or after a restart. What is ready stays readable while its next publication is fetched.
 */
import { z } from "zod";
import type { OfflinePack } from "../../domain/devices";
import type { DocumentId, MeetingId } from "../../domain/ids";
import { fetchMarks } from "./kept-marks.client";
import { ask, fetchVersion, LineLost, NotThere, pictureWeight } from "./pack-fetch.client";
import { allPacks, packOf, removePack, savePack, sealTitle, tellPacks } from "./packs.client";
import { complete, newParcel, putPart, removeParcels } from "./parcels.client";
import { type PackRecord, vault } from "./vault-database.client";
import { recordOf } from "./vault-records.client";

/** What the manifest's door answers; the server is ours and has checked who asks. */
const Manifest = z.object({
  pack: z.custom<OfflinePack>(
    (value) => z.object({ meetingId: z.string() }).safeParse(value).success,
  ),
  surroundings: z.looseObject({}),
  /** by paper: another text whenever its marks have changed */
  marks: z.record(z.string(), z.string()),
});

export type Trouble = "full" | "line" | "gone";

const running = new Map<MeetingId, AbortController>();
const troubles = new Map<MeetingId, Trouble>();

export const troubleOf = (meetingId: MeetingId): Trouble | null => troubles.get(meetingId) ?? null;
export const isRunning = (meetingId: MeetingId): boolean => running.has(meetingId);

/** Fetches what is missing of the pack's newest publication. Resolves when it is ready, paused, or gone. */
export async function download(meetingId: MeetingId): Promise<void> {
  if (running.has(meetingId)) return;
  const ending = new AbortController();
  running.set(meetingId, ending);
  troubles.delete(meetingId);
  tellPacks();
  try {
    // Two tabs would fetch everything twice.
    await navigator.locks.request(
      `e-cabinet.pack.${meetingId}`,
      { ifAvailable: true },
      async (lock) => {
        if (lock !== null) await fetchPack(meetingId, ending.signal);
      },
    );
  } catch (error) {
    await stopped(meetingId, ending.signal, error);
  } finally {
    running.delete(meetingId);
    tellPacks();
  }
}

export async function pause(meetingId: MeetingId): Promise<void> {
  running.get(meetingId)?.abort();
  const pack = await packOf(meetingId);
  if (pack !== null && pack.state === "loading") await savePack({ ...pack, state: "paused" });
}

export async function forget(meetingId: MeetingId): Promise<void> {
  running.get(meetingId)?.abort();
  await removePack(meetingId);
}

/** Goes on with what broke off, and fetches new publications of what is kept; not what a person paused by hand. */
export async function continueDownloads(): Promise<void> {
  for (const { meetingId, state } of await allPacks()) {
    if (state !== "paused") await download(meetingId);
  }
}

async function fetchPack(meetingId: MeetingId, signal: AbortSignal): Promise<void> {
  const before = await packOf(meetingId);
  const answer = await ask(`/meetings/${meetingId}/offline-pack`, signal);
  const { pack, surroundings, marks } = Manifest.parse(await answer.json());
  const device = await recordOf("device");
  if (device === null) throw new NotThere();
  // Somebody else has signed in here: what that person may see is not this device's.
  if (pack.view.me.personId !== device.personId) return;
  if (before?.state === "ready" && isSame(before, pack)) return fetchMarks(before, marks, signal);
  await requireRoom(pack, before);
  await navigator.storage.persist?.();
  const { shared } = pack.view;
  const sizeBytes = sizeOf(pack);
  const pages = pack.files.reduce((sum, file) => sum + file.pages, 0);
  const loading: PackRecord = {
    meetingId,
    personId: device.personId,
    state: "loading",
    revision: pack.revision,
    title: await sealTitle({
      title: shared.info.title,
      startsAt: shared.info.startsAt,
      timeZone: shared.timeZone,
      keptBack: pack.keptBack,
      lowestKeptBack: pack.lowestKeptBack,
    }),
    viewId: before?.viewId ?? null,
    files: pack.files,
    leaseDays: pack.leaseDays,
    keepUntilMs: pack.keepUntil === null ? null : Date.parse(pack.keepUntil),
    pages,
    sizeBytes,
    done: 0,
    steps: sizeBytes + pages * pictureWeight,
    updatedMs: before?.updatedMs ?? Date.now(),
  };
  await savePack(loading);

  let done = 0;
  let told = 0;
  const kept: string[] = [];
  for (const file of pack.files) {
    const parcel = await fetchVersion(meetingId, file, signal, (count) => {
      done += count;
      if (done - told < loading.steps / 50) return;
      told = done;
      // Only for the bar; what counts is each stored chunk.
      void savePack({ ...loading, done }).catch(() => undefined);
    });
    kept.push(parcel.parcelId);
  }
  await fetchMarks(loading, marks, signal);
  signal.throwIfAborted();

  const view = await newParcel(meetingId, null, JSON.stringify([meetingId, pack.revision]));
  const bytes = new TextEncoder().encode(JSON.stringify({ pack, surroundings }));
  await putPart(view, "view", bytes, "application/json");
  await complete(view);
  const ready: PackRecord = {
    ...loading,
    state: "ready",
    viewId: view.parcelId,
    done: loading.steps,
    updatedMs: Date.now(),
  };
  await savePack(ready);
  // What no publication names any more, and what the new one replaced.
  const all = await vault.run((opened) => opened.getAllFromIndex("parcel", "byMeeting", meetingId));
  const isMarksOf = (documentId: DocumentId | undefined) =>
    pack.files.some((file) => file.documentId === documentId);
  const old = all.flatMap(({ parcelId, marks: of }) =>
    kept.includes(parcelId) || parcelId === view.parcelId || isMarksOf(of?.documentId)
      ? []
      : [parcelId],
  );
  await removeParcels(old);
}

async function stopped(meetingId: MeetingId, signal: AbortSignal, error: unknown): Promise<void> {
  if (error instanceof NotThere) {
    troubles.set(meetingId, "gone");
    await removePack(meetingId);
    return;
  }
  if (error instanceof DOMException && error.name === "QuotaExceededError") {
    troubles.set(meetingId, "full");
    await pause(meetingId);
    return;
  }
  if (signal.aborted) return;
  if (!(error instanceof LineLost)) throw error;
  troubles.set(meetingId, "line");
}

/** The view changes with every act in a meeting; papers and rules of keeping are what a device has to follow. */
function isSame(before: PackRecord, pack: OfflinePack): boolean {
  const until = pack.keepUntil === null ? null : Date.parse(pack.keepUntil);
  return (
    before.revision === pack.revision &&
    before.leaseDays === pack.leaseDays &&
    before.keepUntilMs === until &&
    JSON.stringify(before.files) === JSON.stringify(pack.files)
  );
}

/** A device that cannot hold it says so before it begins (writes that fail in the middle end in the same words). */
async function requireRoom(pack: OfflinePack, before: PackRecord | null): Promise<void> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined) return;
  const missing = before?.viewId == null ? sizeOf(pack) : 0;
  if (missing * 1.1 > quota - usage) throw new DOMException("full", "QuotaExceededError");
}

function sizeOf(pack: OfflinePack): number {
  const wanted = new Set(pack.files.map(({ documentId }) => documentId));
  return pack.view.shared.items
    .flatMap(({ papers }) => papers)
    .reduce(
      (sum, { documentId, holding }) =>
        sum + (holding.type === "file" && wanted.has(documentId) ? holding.sizeBytes : 0),
      0,
    );
}
