import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entitledIn, segmentsOf } from "./threshold";

const count = fc.integer({ min: 0, max: 2_000 });
const tally = fc.record({ yes: count, no: count, abstain: count, not_answered: count });

describe("the threshold bar", () => {
  it("has segments that sum to the members entitled, without gap or overlap", () => {
    fc.assert(
      fc.property(tally, (votes) => {
        const segments = segmentsOf(votes);
        expect(segments.reduce((sum, { units }) => sum + units, 0)).toBe(entitledIn(votes));
        let end = 0;
        for (const { from, units } of segments) {
          expect(from).toBe(end);
          expect(units).toBeGreaterThan(0);
          end = from + units;
        }
      }),
    );
  });

  it("shows those who did not vote as the last segment", () => {
    expect(segmentsOf({ yes: 19, no: 3, abstain: 1, not_answered: 4 })).toEqual([
      { of: "yes", from: 0, units: 19 },
      { of: "no", from: 19, units: 3 },
      { of: "abstain", from: 22, units: 1 },
      { of: "not_answered", from: 23, units: 4 },
    ]);
  });
});
