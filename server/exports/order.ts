/** What the server and the process that writes exports say to each other; the answer is parsed, since hostile bytes had a part in it. */
import { z } from "zod";
import { ExportWords, OutgoingSheet } from "../../domain/exports";
import { PersonId, VersionId } from "../../domain/ids";
import { Layer } from "../../domain/marks";

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** One Yjs document of marks as it is stored: its snapshot, and what was written since, in order. */
export const StoredDocument = z.strictObject({
  layer: Layer,
  owner: PersonId,
  snapshot: bytes.nullable(),
  /** lines of `id since seq`, in an office with the author */
  places: z.string(),
  updates: z.array(z.strictObject({ seq: z.int(), author: PersonId, bytes })),
});
export type StoredDocument = z.infer<typeof StoredDocument>;

/** Everything that is needed to tell what a person may see of the marks on a paper. */
export const MarksOrder = z.strictObject({
  documents: z.array(StoredDocument),
  viewer: z.strictObject({ personId: PersonId, secretariat: z.array(PersonId) }),
  versionId: VersionId,
  /** the paper's versions, the oldest first; where the text of each lies (gzip, `VersionText`), null: it has none */
  versions: z.array(z.strictObject({ versionId: VersionId, text: z.string().nullable() })),
  people: z.record(PersonId, z.string()),
  packPages: z.array(z.string()),
  words: ExportWords,
});
export type MarksOrder = z.infer<typeof MarksOrder>;

/** `from`: the paper's bytes. `stamps`: the sheet without what the marks bring. */
export const ExportOrder = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("sheet"), from: z.string(), sheet: OutgoingSheet }),
  z.strictObject({
    as: z.literal("pdf"),
    from: z.string(),
    stamps: OutgoingSheet.omit({ marks: true, listed: true }),
    marks: MarksOrder,
  }),
  z.strictObject({ as: z.literal("list"), marks: MarksOrder }),
]);
export type ExportOrder = z.infer<typeof ExportOrder>;

/** An order and where its outcome is to be written. */
export const ExportTask = z.strictObject({ to: z.string(), order: ExportOrder });
export type ExportTask = z.infer<typeof ExportTask>;

export const ExportAnswer = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), sizeBytes: z.int().min(1) }),
  /** the bytes cannot be written into; `why` is for the log and says nothing of what they hold */
  z.strictObject({ ok: z.literal(false), why: z.string().max(200) }),
]);
export type ExportAnswer = z.infer<typeof ExportAnswer>;
