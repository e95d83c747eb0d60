/**
 * How marks travel (docs/protocol.md, *Marks*). Yjs updates of format V1 as base64 in text frames: a text packet is
 * framed once for a whole room, a binary one for each socket.
 */
import { z } from "zod";
import { DocumentId, MeetingId, PersonId } from "../ids";
import { Layer, layers } from "../marks";
import { no, Seq } from "./common";

export const marksLimits = {
  /** one update, decoded */
  updateBytes: 65_536,
  /** one message with an update, as JSON text */
  messageBytes: 90_000,
  /** ids under which one device asks to write in one document */
  clientIds: 32,
  /** layers open on one socket */
  channels: 60,
} as const;

/** Yjs's own range. */
export const ClientId = z.int().min(0).max(0xffff_ffff);

const paper = { meetingId: MeetingId, documentId: DocumentId };
/** A layer of a paper; `of` says whose private or office layer, null for the shared one. */
const channel = { documentId: DocumentId, layer: Layer, of: PersonId.nullable() };

/** A layer as it is there for the asker. */
const Access = z.strictObject({
  layer: z.enum(layers),
  of: PersonId.nullable(),
  write: z.boolean(),
});

const Update = z.strictObject({
  seq: Seq,
  /** whose Yjs document */
  owner: PersonId,
  author: PersonId,
  update: z.string(),
});
/** A whole document up to a place in the log. */
const Snapshot = z.strictObject({
  owner: PersonId,
  snapshot: z.string(),
  upTo: Seq,
  /** lines of `id since seq`, in an office with the author */
  places: z.string(),
});
const Reading = z.strictObject({ personId: PersonId, page: z.int().min(1).nullable() });

export const marksClientMessages = {
  /** to follow a layer; `after` is the cursor already held, `of` defaults to the asker's own */
  "marks.open": {
    payload: z.strictObject({
      ...paper,
      layer: Layer,
      of: PersonId.optional(),
      after: Seq.optional(),
      clientIds: z.array(ClientId).max(marksLimits.clientIds).optional(),
    }),
    answer: z.union([
      z.strictObject({
        ok: z.literal(true),
        of: PersonId.nullable(),
        /** the last place in the layer's log that this answer holds */
        cursor: Seq,
        documents: z.array(Snapshot),
        updates: z.array(Update),
        /** where the asker may write and under which ids; null: reads only */
        write: z.strictObject({ owner: PersonId, clientIds: z.array(ClientId).min(1) }).nullable(),
        /** all layers of this paper that are there for the asker */
        layers: z.array(Access),
        /** whose word on a thread counts besides the participants' */
        secretariat: z.array(PersonId),
        /** of the shared layer: who reads the paper now */
        readings: z.array(Reading),
      }),
      no,
    ]),
  },
  /** one update of the asker's own document; acknowledged when it is on disk */
  "marks.write": {
    payload: z.strictObject({
      ...paper,
      layer: Layer,
      of: PersonId.optional(),
      clientId: ClientId,
      update: z.string().min(1),
    }),
    answer: z.union([z.strictObject({ ok: z.literal(true), seq: Seq }), no]),
  },
  "marks.close": {
    payload: z.strictObject({ ...paper, layer: Layer, of: PersonId.optional() }),
    answer: z.union([z.strictObject({ ok: z.literal(true) }), no]),
  },
  /** where the asker reads, for those who have the shared layer open; null: not shown */
  "marks.presence": {
    payload: z.strictObject({ ...paper, page: z.int().min(1).max(100_000).nullable() }),
    answer: z.union([z.strictObject({ ok: z.literal(true) }), no]),
  },
} as const;

/**
 * All marks of one paper that are there for one person, as of one moment: what a device keeps beside the paper. Each
 * log can be continued by `marks.open` with its cursor.
 */
export const PaperMarks = z.strictObject({
  layers: z.array(Access),
  secretariat: z.array(PersonId),
  logs: z.array(
    z.strictObject({
      layer: Layer,
      of: PersonId.nullable(),
      cursor: Seq,
      documents: z.array(Snapshot),
      updates: z.array(Update),
    }),
  ),
});
export type PaperMarks = z.infer<typeof PaperMarks>;

export const marksServerMessages = {
  /** to all who have the layer open: what was written since `from`, up to `to` */
  marks: z.strictObject({ ...channel, from: Seq, to: Seq, updates: z.array(Update) }),
  /** to one person: the layers of the paper have changed; what is not named is gone */
  "marks.layers": z.strictObject({ ...paper, layers: z.array(Access) }),
  /** to one socket that reads too slowly: updates were left out, open again */
  "marks.behind": z.strictObject(channel),
  /** volatile, at most ten a second; page null: left, or not shown any more */
  "marks.readings": z.strictObject({ documentId: DocumentId, readings: z.array(Reading) }),
} as const;
