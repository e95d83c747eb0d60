/** Parts of several messages. */
import { z } from "zod";
import type { RefusalCode } from "../refusals";

export const Seq = z.int().min(0);

/** An expected "no"; the codes are those of domain/refusals.ts, each with a sentence on the screen. */
export const Refused = z.strictObject({
  code: z.custom<RefusalCode>((value) => typeof value === "string" && value.length <= 80),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const no = z.strictObject({
  ok: z.literal(false),
  refusal: Refused,
  /** not now: ask again after this time */
  retryAfterMs: z.int().min(0).optional(),
});
