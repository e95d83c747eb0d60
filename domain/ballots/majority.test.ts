/** What it takes to pass: the cases of the law by name. */
import { describe, expect, it } from "vitest";
import { type Cast, rollOf, times, voted, votesOf } from "../../tests/support/votes";
import { governmentOfVietnam, type MajorityRule, presets } from "../bodies";
import { requiredOf, resultOf } from "./majority";

const result = (rule: MajorityRule, cast: readonly Cast[]) =>
  resultOf(rule, rollOf(cast.length), votesOf(cast));

const government = governmentOfVietnam.majority;
const secondReading: MajorityRule = { ...government, tieWhen: "yes_equals_no" };

describe("the Government's rule: more than half of all, on equal votes the side of the head", () => {
  it("BA22 14 of 27 pass, 13 do not", () => {
    expect(result(government, voted("no", 14, 13))).toMatchObject({
      base: 27,
      required: 14,
      passed: true,
      tie: null,
    });
    expect(result(government, voted("yes", 13, 14))).toMatchObject({ passed: false, tie: null });
  });

  it("BA22 who does not answer cannot help the proposal", () => {
    expect(result(government, voted("yes", 13, 0, 0, 14))).toMatchObject({ passed: false });
    expect(result(government, voted("yes", 19, 3, 1, 4))).toMatchObject({
      tally: { yes: 19, no: 3, abstain: 1, not_answered: 4 },
      passed: true,
    });
  });

  it("BA23 13 to 13 with one of 27 not voted: no tie by the first reading", () => {
    for (const head of ["yes", "no", "not_answered"] as const)
      expect(result(government, voted(head, 13, 13, 0, 1))).toMatchObject({
        base: 27,
        required: 14,
        passed: false,
        tie: null,
      });
  });

  it("BA23, BA25 13 to 13 with one of 27 not voted: the head's side by the second reading", () => {
    const outcome = (head: Cast) => {
      const { passed, tie } = result(secondReading, voted(head, 13, 13, 0, 1));
      return [passed, tie];
    };
    expect(outcome("yes")).toEqual([true, "followed_head"]);
    expect(outcome("no")).toEqual([false, "followed_head"]);
  });

  it("BA27 13 to 13 of 27 where it is the head who has not voted: it fails", () => {
    expect(result(secondReading, voted("not_answered", 13, 13, 0, 1))).toMatchObject({
      passed: false,
      tie: "failed",
    });
  });

  it.each([
    ["half_of_base", government],
    ["yes_equals_no", secondReading],
  ] as const)("BA23, BA25 13 to 13 of 26 is a tie by the reading %s", (_name, rule) => {
    expect(result(rule, voted("yes", 13, 13))).toMatchObject({
      base: 26,
      required: 14,
      passed: true,
      tie: "followed_head",
    });
    expect(result(rule, voted("no", 13, 13))).toMatchObject({
      passed: false,
      tie: "followed_head",
    });
  });

  it("BA23 13 for, 12 against, one abstaining of 26: half of all, but not equal to those against", () => {
    expect(result(government, voted("yes", 13, 12, 1))).toMatchObject({
      passed: true,
      tie: "followed_head",
    });
    expect(result(secondReading, voted("yes", 13, 12, 1))).toMatchObject({
      passed: false,
      tie: null,
    });
  });

  it("BA27 a head who abstains decides nothing", () => {
    expect(result(government, voted("abstain", 13, 12, 1))).toMatchObject({
      passed: false,
      tie: "failed",
    });
  });

  it("BA27 a head who is not on the roll decides nothing", () => {
    const roll = rollOf(26).map((line) => ({ ...line, head: false }));
    expect(resultOf(government, roll, votesOf(voted("yes", 13, 13)))).toMatchObject({
      passed: false,
      tie: "failed",
    });
  });

  it("BA28 a ballot that nobody answered with yes never passes", () => {
    const anything: MajorityRule = {
      ...government,
      base: "yes_and_no",
      threshold: { comparison: "at_least", numerator: 0, denominator: 1 },
    };
    expect(result(anything, times(5, "not_answered"))).toMatchObject({
      required: 1,
      passed: false,
    });
    expect(result(anything, times(5, "abstain"))).toMatchObject({ passed: false });
    expect(resultOf(government, [], [])).toMatchObject({ passed: false, tie: null });
  });
});

describe("other rules", () => {
  const international = presets.plainInternational.majority;
  const board = presets.twoThirdsBoard.majority;

  it("BA21 of yes and no: abstentions are not part of the whole", () => {
    expect(result(international, voted("yes", 2, 1, 20, 4))).toMatchObject({
      base: 3,
      required: 2,
      passed: true,
    });
    expect(result(international, voted("yes", 5, 5, 3))).toMatchObject({
      passed: false,
      tie: "failed",
    });
  });

  it("BA21 of all votes cast: abstentions count, silence does not", () => {
    const rule: MajorityRule = { ...international, base: "cast" };
    expect(result(rule, voted("yes", 5, 3, 2, 10))).toMatchObject({ base: 10, passed: false });
    expect(result(rule, voted("yes", 6, 3, 1, 10))).toMatchObject({ base: 10, passed: true });
  });

  it("BA21 of those present: who comes in late and votes is there", () => {
    const roll = rollOf(15).map((line, index) => ({ ...line, present: index < 10 }));
    const cast = [...times(3, "yes"), ...times(7, "no"), ...times(5, "yes")];
    expect(resultOf(board, roll, votesOf(cast))).toMatchObject({
      base: 15,
      required: 10,
      passed: false,
    });
    expect(resultOf(board, roll, votesOf(times(7, "yes")))).toMatchObject({
      base: 10,
      required: 7,
      passed: true,
    });
  });

  it("BA24 where two thirds are asked for, equal votes are too few and no tie", () => {
    const rule: MajorityRule = { ...board, base: "all_entitled", tie: "side_of_head" };
    expect(result(rule, voted("yes", 10, 10))).toMatchObject({ passed: false, tie: null });
    expect(result({ ...rule, tieWhen: "yes_equals_no" }, voted("yes", 10, 10))).toMatchObject({
      passed: false,
      tie: null,
    });
  });

  it("BA26 the member who presides decides where the rules say so, not the head", () => {
    const rule: MajorityRule = { ...government, tie: "presiding_casts" };
    // the head votes yes; place 2 presides
    expect(result(rule, ["yes", "no", "yes", "no"])).toMatchObject({
      passed: false,
      tie: "followed_presiding",
    });
    expect(result(rule, ["no", "yes", "no", "yes"])).toMatchObject({
      passed: true,
      tie: "followed_presiding",
    });
  });

  it("BA22 the console says the least yes before anybody votes", () => {
    expect(requiredOf(government, rollOf(27), [])).toBe(14);
    expect(requiredOf(board, rollOf(27), [])).toBe(18);
    const halfThere = rollOf(27).map((line, index) => ({ ...line, present: index < 12 }));
    expect(requiredOf(board, halfThere, [])).toBe(8);
    expect(requiredOf(board, halfThere, votesOf(times(15, "yes")))).toBe(10);
  });
});
