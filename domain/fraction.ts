/** Exact comparison of counts with a fraction of a whole: no floating point ever decides a vote. */
import { z } from "zod";

export const Threshold = z
  .strictObject({
    comparison: z.enum(["more_than", "at_least"]),
    numerator: z.int().min(0).max(1000),
    denominator: z.int().min(1).max(1000),
  })
  .refine((t) => t.numerator <= t.denominator, "a threshold is a fraction of at most one");
export type Threshold = z.infer<typeof Threshold>;

/** Whether `count` of `whole` reaches the threshold; integers up to 2^40 stay exact. */
export function reaches(threshold: Threshold, count: number, whole: number): boolean {
  const left = count * threshold.denominator;
  const right = whole * threshold.numerator;
  return threshold.comparison === "more_than" ? left > right : left >= right;
}

/** The smallest count of `whole` that reaches the threshold; may exceed `whole` (more than all of it). */
export function leastReaching(threshold: Threshold, whole: number): number {
  const product = whole * threshold.numerator;
  const floor = (product - (product % threshold.denominator)) / threshold.denominator;
  if (threshold.comparison === "more_than") return floor + 1;
  return product % threshold.denominator === 0 ? floor : floor + 1;
}
