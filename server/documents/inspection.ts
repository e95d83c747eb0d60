/** What the server and the process that looks into files say to each other; answers are parsed, since hostile bytes made them. */
import { z } from "zod";
import { activeContentFlags, intakeRefusals } from "../../domain/documents";

/** One look into one file. */
export const InspectionOrder = z.strictObject({ order: z.int(), path: z.string() });
export type InspectionOrder = z.infer<typeof InspectionOrder>;

const Run = z.strictObject({
  pages: z.int().min(1),
  width: z.number().positive(),
  height: z.number().positive(),
});

const Finding = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    pages: z.int().min(1),
    pageRuns: z.array(Run).min(1),
    flags: z.array(z.enum(activeContentFlags)),
    /** one entry per page, NFC */
    texts: z.array(z.string()),
  }),
  z.strictObject({
    ok: z.literal(false),
    reason: z.enum(intakeRefusals),
  }),
]);
/** What was found in a file: all that the product keeps of it besides its bytes, or why it is refused. */
export type Finding = z.infer<typeof Finding>;

export const InspectionAnswer = z.strictObject({ order: z.int(), finding: Finding });
export type InspectionAnswer = z.infer<typeof InspectionAnswer>;

/** Beyond these a file is refused: no sitting reads it, and it would only serve to tire the server. */
export const maxPages = 5_000;
export const maxTextPerPage = 200_000;
export const maxTextPerFile = 32_000_000;
