/** The comparison that every vote and quorum ends in, against an oracle of fractions in BigInt. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastReaching, reaches, Threshold } from "./fraction";

const threshold = fc
  .record({
    comparison: fc.constantFrom("more_than" as const, "at_least" as const),
    denominator: fc.integer({ min: 1, max: 1000 }),
    part: fc.nat(1000),
  })
  .map(({ comparison, denominator, part }) => ({
    comparison,
    denominator,
    numerator: part % (denominator + 1),
  }));
const counts = fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000));

/** count / whole compared with n / d, by the sign of the difference of two exact fractions. */
function oracle({ comparison, numerator, denominator }: Threshold, count: number, whole: number) {
  const difference = BigInt(count) * BigInt(denominator) - BigInt(whole) * BigInt(numerator);
  return comparison === "more_than" ? difference > 0n : difference >= 0n;
}

describe("thresholds", () => {
  it("reaches agrees with exact fractions", () => {
    fc.assert(
      fc.property(threshold, counts, (asked, [count, whole]) => {
        expect(reaches(asked, count, whole)).toBe(oracle(asked, count, whole));
      }),
      { numRuns: 2_000 },
    );
  });

  it("leastReaching is the first count that reaches", () => {
    fc.assert(
      fc.property(threshold, fc.nat(1_000_000), (asked, whole) => {
        const least = leastReaching(asked, whole);
        expect(oracle(asked, least, whole)).toBe(true);
        expect(least === 0 || !oracle(asked, least - 1, whole)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("a third of three and two thirds of 27 are not rounded", () => {
    const third = { comparison: "at_least", numerator: 1, denominator: 3 } as const;
    expect(reaches(third, 1, 3)).toBe(true);
    expect(reaches({ ...third, comparison: "more_than" }, 1, 3)).toBe(false);
    expect(leastReaching({ ...third, numerator: 2 }, 27)).toBe(18);
    expect(leastReaching({ ...third, numerator: 2 }, 28)).toBe(19);
  });

  it.each([
    [27, 14],
    [26, 14],
    [25, 13],
    [1, 1],
    [0, 1],
  ])("more than half of %i is %i", (whole, least) => {
    const half = { comparison: "more_than", numerator: 1, denominator: 2 } as const;
    expect(leastReaching(half, whole)).toBe(least);
  });

  it("more than a whole or of nothing is not a threshold", () => {
    const shape = { comparison: "at_least", numerator: 3, denominator: 2 };
    expect(Threshold.safeParse(shape).success).toBe(false);
    expect(Threshold.safeParse({ ...shape, denominator: 0 }).success).toBe(false);
    expect(Threshold.safeParse({ ...shape, numerator: 0.5 }).success).toBe(false);
    expect(Threshold.safeParse({ ...shape, denominator: 3 }).success).toBe(true);
  });
});
