import type { Tally } from "../../domain/ballots";

/** The order in which votes are always shown; *not answered* is a row of its own, never left out. */
export const shownOrder = [
  "yes",
  "no",
  "abstain",
  "not_answered",
] as const satisfies readonly (keyof Tally)[];

export type Segment = { of: keyof Tally; from: number; units: number };

/** The bar's segments, one unit per entitled member: together they make up all of them. */
export function segmentsOf(tally: Tally): Segment[] {
  let from = 0;
  const segments: Segment[] = [];
  for (const of of shownOrder) {
    const units = tally[of];
    if (units > 0) segments.push({ of, from, units });
    from += units;
  }
  return segments;
}

export function entitledIn(tally: Tally): number {
  return shownOrder.reduce((sum, of) => sum + tally[of], 0);
}
