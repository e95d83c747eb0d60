/** Every majority rule against an oracle that shares no code with it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cast, entry, rollOf, votesOf } from "../../tests/support/votes";
import { governmentOfVietnam, type MajorityRule } from "../bodies";
import type { RollEntry } from "./ballot";
import { resultOf, tallyVotes } from "./majority";

const government = governmentOfVietnam.majority;
const secondReading: MajorityRule = { ...government, tieWhen: "yes_equals_no" };

const cast = fc.constantFrom<Cast>("yes", "no", "abstain", "not_answered");
const rule: fc.Arbitrary<MajorityRule> = fc.record({
  base: fc.constantFrom("yes_and_no", "cast", "present", "all_entitled"),
  threshold: fc.record({
    comparison: fc.constantFrom("more_than", "at_least"),
    numerator: fc.constant(1),
    denominator: fc.integer({ min: 1, max: 4 }),
  }),
  tie: fc.constantFrom("fails", "side_of_head", "presiding_casts"),
  tieWhen: fc.constantFrom("half_of_base", "yes_equals_no"),
});
const line = fc.record({ cast, present: fc.boolean() });
const ballot = fc
  .record({
    lines: fc.array(line, { maxLength: 40 }),
    head: fc.nat(45),
    presiding: fc.nat(45),
    rule: fc.oneof(
      rule,
      rule.map((each) => ({
        ...each,
        threshold: { ...each.threshold, numerator: 2, denominator: 3 },
      })),
    ),
  })
  .map(({ lines, head, presiding, rule: asked }) => ({
    rule: asked,
    cast: lines.map((each) => each.cast),
    roll: lines.map(({ present }, index) => ({
      ...entry(index + 1),
      present,
      head: index === head,
      presides: index === presiding,
    })),
  }));

/** The clauses as sentences over lists, in BigInt fractions; shares nothing with the code it judges. */
function oracle(
  asked: MajorityRule,
  roll: readonly RollEntry[],
  answers: readonly Cast[],
): boolean {
  const of = (answer: Cast) => answers.filter((each) => each === answer);
  const there = roll.filter((each, index) => each.present || answers[index] !== "not_answered");
  const whole = {
    yes_and_no: [...of("yes"), ...of("no")],
    cast: answers.filter((each) => each !== "not_answered"),
    present: there,
    all_entitled: roll,
  }[asked.base];
  const yes = BigInt(of("yes").length);
  const all = BigInt(whole.length);
  if (yes === 0n) return false;
  const excess =
    yes * BigInt(asked.threshold.denominator) - all * BigInt(asked.threshold.numerator);
  if (asked.threshold.comparison === "more_than" ? excess > 0n : excess >= 0n) return true;
  const isHalf = asked.threshold.denominator === 2 && asked.threshold.numerator === 1;
  const equal =
    asked.tieWhen === "half_of_base" ? yes + yes === all : of("yes").length === of("no").length;
  if (!isHalf || !equal || asked.tie === "fails") return false;
  const decider = roll.findIndex((each) =>
    asked.tie === "side_of_head" ? each.head : each.presides,
  );
  return decider >= 0 && answers[decider] === "yes";
}

describe("every rule", () => {
  it("BA20 every line is counted once, and nothing else", () => {
    fc.assert(
      fc.property(
        ballot,
        fc.array(cast, { maxLength: 5 }),
        ({ roll, cast: answers }, strangers) => {
          // votes of people beyond the roll, should they ever be there, count nowhere
          const tally = tallyVotes(roll, votesOf([...answers, ...strangers]));
          expect(tally.yes + tally.no + tally.abstain + tally.not_answered).toBe(roll.length);
          for (const answer of ["yes", "no", "abstain", "not_answered"] as const)
            expect(tally[answer]).toBe(answers.filter((each) => each === answer).length);
        },
      ),
    );
  });

  it("BA22 agrees with an oracle that shares no code", () => {
    let ties = 0;
    fc.assert(
      fc.property(ballot, ({ rule: asked, roll, cast: answers }) => {
        const outcome = resultOf(asked, roll, votesOf(answers));
        expect(outcome.passed).toBe(oracle(asked, roll, answers));
        if (outcome.tie !== null) ties += 1;
      }),
      { numRuns: 3_000 },
    );
    expect(ties).toBeGreaterThan(5);
  });

  it("BA22 required is the least yes that passes of the same whole, ties apart", () => {
    fc.assert(
      fc.property(ballot, ({ rule: asked, roll, cast: answers }) => {
        const { tally, base, required, passed, tie } = resultOf(asked, roll, votesOf(answers));
        if (tie === null) expect(passed).toBe(tally.yes >= required);
        else expect(tally.yes).toBeLessThan(required);
        expect(base).toBeGreaterThanOrEqual(tally.yes);
      }),
      { numRuns: 1_000 },
    );
  });

  it("BA22 a vote that changes to yes never turns passed into not passed, the decider's least of all", () => {
    fc.assert(
      fc.property(ballot, fc.nat(39), ({ rule: drawn, roll, cast: answers }, place) => {
        // of a whole that a vote enlarges more yes may reach less: only a fixed whole is monotone
        const asked = { ...drawn, base: "all_entitled", tieWhen: "half_of_base" } as const;
        const before = resultOf(asked, roll, votesOf(answers));
        const changed = answers.map((each, index) => (index === place ? "yes" : each));
        const after = resultOf(asked, roll, votesOf(changed));
        expect(before.passed && !after.passed).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it("BA23, BA25, BA27 every table of up to five members, both readings, against the oracle", () => {
    const answers: readonly Cast[] = ["yes", "no", "abstain", "not_answered"];
    let tables: Cast[][] = [[]];
    for (let size = 1; size <= 5; size++) {
      tables = tables.flatMap((table) => answers.map((answer) => [...table, answer]));
      for (const table of tables)
        for (const asked of [government, secondReading])
          for (const tie of ["fails", "side_of_head", "presiding_casts"] as const) {
            const exact = { ...asked, tie };
            const { passed } = resultOf(exact, rollOf(size), votesOf(table));
            expect(passed, JSON.stringify([exact, table])).toBe(oracle(exact, rollOf(size), table));
          }
    }
  });
});
