/**
 * The marks on the papers that this device keeps (DV12): sealed like the papers, each copy under a key of its own, and
 * gone with the pack. They come with the download and at each contact, and from a page that has the paper open.
 */
import type { DocumentId, MeetingId, PersonId } from "../../domain/ids";
import { PaperMarks } from "../../domain/protocol";
import { openedPart } from "./open-vault.client";
import { ask, NotThere } from "./pack-fetch.client";
import { packOf } from "./packs.client";
import { complete, newParcel, putPart, removeParcels } from "./parcels.client";
import { hasMarker } from "./traces.client";
import {
  type MarksLabel,
  type PackRecord,
  type ParcelRecord,
  vault,
} from "./vault-database.client";
import { recordOf } from "./vault-records.client";

const part = "marks";

/** The copy of one paper's marks on this device, for the page that has the paper open. */
export function marksKeeper(me: PersonId, meetingId: MeetingId, documentId: DocumentId) {
  const isKept = async () => {
    if (!hasMarker()) return false;
    const [device, pack] = await Promise.all([recordOf("device"), packOf(meetingId)]);
    return device?.personId === me && pack !== null && isIn(pack, documentId);
  };
  return {
    /** Null: none here, or they cannot be opened now. */
    async read(): Promise<{ marks: PaperMarks; atMs: number } | null> {
      if (!(await isKept())) return null;
      const newest = await newestOf(meetingId, documentId);
      if (newest === null) return null;
      const bytes = await openedPart(newest.parcel, part);
      if (bytes === null) return null;
      const marks = PaperMarks.parse(JSON.parse(new TextDecoder().decode(bytes)));
      return { marks, atMs: newest.label.atMs };
    },
    /**
     * Puts a copy in the place of the one before; durable when it resolves. Nothing happens where the paper is not kept.
     * @param copy what the server has, asked for when its turn has come; null: not known just now
     */
    keep: (copy: () => PaperMarks | null): Promise<void> =>
      inTurn(documentId, async () => {
        if (!(await isKept())) return;
        const marks = copy();
        if (marks === null) return;
        await put(meetingId, { documentId, atMs: Date.now(), sign: null }, marks);
      }),
  };
}

/** Brings those of a pack's papers that have changed since; those of a paper that is not there any more leave. */
export async function fetchMarks(
  { meetingId, personId, files }: PackRecord,
  signs: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  for (const { documentId } of files) {
    signal.throwIfAborted();
    const sign = signs[documentId] ?? null;
    await inTurn(documentId, async () => {
      const newest = await newestOf(meetingId, documentId);
      const label: MarksLabel = { documentId, atMs: Date.now(), sign };
      if (newest !== null && sign !== null && newest.label.sign === sign) {
        await vault.run((opened) => opened.put("parcel", { ...newest.parcel, marks: label }));
        return;
      }
      const marks = await askFor(meetingId, documentId, signal);
      const isIts = marks?.layers.some(({ layer, of }) => layer === "private" && of === personId);
      // answered for somebody else, who has signed in meanwhile
      if (marks !== null && isIts !== true) return;
      if (marks === null) await removeAllBut(meetingId, documentId, null);
      else await put(meetingId, label, marks);
    });
  }
}

async function askFor(
  meetingId: MeetingId,
  documentId: DocumentId,
  signal: AbortSignal,
): Promise<PaperMarks | null> {
  try {
    const answer = await ask(`/meetings/${meetingId}/offline-pack/${documentId}`, signal);
    return PaperMarks.parse(await answer.json());
  } catch (error) {
    if (error instanceof NotThere) return null;
    throw error;
  }
}

const isIn = ({ files }: PackRecord, documentId: DocumentId) =>
  files.some((file) => file.documentId === documentId);

/** One after the other, in all tabs: what was read first must not be put last. */
async function inTurn<Result>(
  documentId: DocumentId,
  work: () => Promise<Result>,
): Promise<Result> {
  return await navigator.locks.request(`e-cabinet.marks.${documentId}`, work);
}

async function put(meetingId: MeetingId, label: MarksLabel, marks: PaperMarks): Promise<void> {
  const bound = JSON.stringify(["marks", meetingId, label.documentId]);
  const parcel = await newParcel(meetingId, null, bound, label);
  const bytes = new TextEncoder().encode(JSON.stringify(marks));
  await putPart(parcel, part, bytes, "application/json");
  await complete(parcel);
  // The pack may have been removed meanwhile: then nothing of it stays.
  const isKept = (await packOf(meetingId)) !== null;
  await removeAllBut(meetingId, label.documentId, isKept ? parcel.parcelId : null);
}

type Labelled = { parcel: ParcelRecord; label: MarksLabel };

async function copiesOf(meetingId: MeetingId, documentId: DocumentId): Promise<Labelled[]> {
  const parcels = await vault.run((opened) =>
    opened.getAllFromIndex("parcel", "byMeeting", meetingId),
  );
  return parcels.flatMap((parcel) => {
    const { marks: label } = parcel;
    return label?.documentId === documentId ? [{ parcel, label }] : [];
  });
}

/** Of those that are whole. */
async function newestOf(meetingId: MeetingId, documentId: DocumentId): Promise<Labelled | null> {
  const copies = await copiesOf(meetingId, documentId);
  const whole = copies.filter(({ parcel }) => parcel.openKey === null);
  return whole.toSorted((a, b) => b.label.atMs - a.label.atMs)[0] ?? null;
}

async function removeAllBut(
  meetingId: MeetingId,
  documentId: DocumentId,
  parcelId: string | null,
): Promise<void> {
  const copies = await copiesOf(meetingId, documentId);
  const others = copies.map(({ parcel }) => parcel.parcelId).filter((each) => each !== parcelId);
  await removeParcels(others);
}
