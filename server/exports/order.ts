/** What the server and the process that writes into papers say to each other; the answer is parsed, since hostile bytes had a part in it. */
import { z } from "zod";
import { OutgoingSheet } from "../../domain/exports";

export const ExportOrder = z.strictObject({
  /** where the paper's bytes lie, and where the sheet is to be written */
  from: z.string(),
  to: z.string(),
  sheet: OutgoingSheet,
});
export type ExportOrder = z.infer<typeof ExportOrder>;

export const ExportAnswer = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), sizeBytes: z.int().min(1) }),
  /** the bytes cannot be written into; `why` is for the log and says nothing of what they hold */
  z.strictObject({ ok: z.literal(false), why: z.string().max(200) }),
]);
export type ExportAnswer = z.infer<typeof ExportAnswer>;
