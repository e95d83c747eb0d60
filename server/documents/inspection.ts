/** What the server and the process that looks into files say to each other; answers are parsed, since hostile bytes made them. */
import { z } from "zod";
import { activeContentFlags, intakeRefusals, TextReliability } from "../../domain/documents";

/** One look into one file; what is made of it goes into the folder, which is empty before. */
export const InspectionOrder = z.strictObject({
  order: z.int(),
  path: z.string(),
  folder: z.string(),
});
export type InspectionOrder = z.infer<typeof InspectionOrder>;

const Run = z.strictObject({
  pages: z.int().min(1),
  width: z.number().positive(),
  height: z.number().positive(),
});

const refusal = z.strictObject({ ok: z.literal(false), reason: z.enum(intakeRefusals) });
const pages = z.strictObject({
  ok: z.literal(true),
  pages: z.int().min(1),
  pageRuns: z.array(Run).min(1),
  flags: z.array(z.enum(activeContentFlags)),
});
/** Whether a file opens, and what it is. */
export type Examination = z.infer<typeof pages> | z.infer<typeof refusal>;

const Finding = z.discriminatedUnion("ok", [
  pages.extend({
    reliability: TextReliability,
    /** one entry per page: its words in NFC, and their places as JSON (packed-runs.ts) */
    texts: z.array(z.strictObject({ content: z.string(), runs: z.string() })),
  }),
  refusal,
]);
/** What was found in a file: all that the product keeps of it besides its bytes, or why it is refused. */
export type Finding = z.infer<typeof Finding>;

/** What a finding leaves in its folder. */
export const textFile = "text.json.gz";

export const InspectionAnswer = z.strictObject({ order: z.int(), finding: Finding });
export type InspectionAnswer = z.infer<typeof InspectionAnswer>;

/** Beyond these a file is refused: no sitting reads it, and it would only serve to tire the server. */
export const maxPages = 5_000;
export const maxTextPerPage = 200_000;
export const maxTextPerFile = 32_000_000;
