/** From votes to counts, from counts and a rule to an outcome; exact integers only. */
import type { AnswerMeaning, MajorityRule } from "../bodies";
import { leastReaching, reaches } from "../fraction";
import type { Result, RollEntry, Tally } from "./ballot";

/** Votes by place on the roll; null, or nothing, for who has not answered. */
export type Votes = readonly ({ answer: AnswerMeaning } | null)[];

/** BA20: every line of the roll is counted exactly once; who did not answer is a row of its own. */
export function tallyVotes(roll: readonly RollEntry[], votes: Votes): Tally {
  const tally = { yes: 0, no: 0, abstain: 0, not_answered: 0 };
  for (const place of roll.keys()) tally[votes[place]?.answer ?? "not_answered"] += 1;
  return tally;
}

function countPresent(roll: readonly RollEntry[], votes: Votes): number {
  return roll.filter(({ present }, place) => present || votes[place]).length;
}

/**
 * BA21: the whole that the threshold is taken of. Who votes is there: a member who comes in after
 * opening and votes belongs to those present, or fewer than the fraction of them could pass.
 */
export function baseOf(
  rule: MajorityRule,
  roll: readonly RollEntry[],
  votes: Votes,
  tally: Tally,
): number {
  const bases: { [B in MajorityRule["base"]]: () => number } = {
    all_entitled: () => roll.length,
    present: () => countPresent(roll, votes),
    cast: () => tally.yes + tally.no + tally.abstain,
    yes_and_no: () => tally.yes + tally.no,
  };
  return bases[rule.base]();
}

/**
 * The least number of yes that passes if `base` is the whole; at least one, so that a ballot on which
 * nobody answered never passes.
 */
export function leastYes(rule: MajorityRule, base: number): number {
  return Math.max(1, leastReaching(rule.threshold, base));
}

/**
 * BA23: both readings of the Vietnamese clause "when votes are equal" (domain/rules §3). BA24: where
 * more than a half is asked for, say two thirds, equal votes are simply too few: there is no tie.
 */
function isTie(rule: MajorityRule, tally: Tally, base: number): boolean {
  const { numerator, denominator } = rule.threshold;
  if (tally.yes === 0 || numerator * 2 !== denominator) return false;
  return rule.tieWhen === "half_of_base" ? tally.yes * 2 === base : tally.yes === tally.no;
}

/** BA25–BA27: whose vote decides a tie; if that person has not voted yes or no, it fails. */
function tieOutcome(
  rule: MajorityRule,
  roll: readonly RollEntry[],
  votes: Votes,
): { passed: boolean; tie: NonNullable<Result["tie"]> } {
  if (rule.tie === "fails") return { passed: false, tie: "failed" };
  const place = roll.findIndex((entry) =>
    rule.tie === "side_of_head" ? entry.head : entry.presides,
  );
  const answer = votes[place]?.answer;
  if (answer !== "yes" && answer !== "no") return { passed: false, tie: "failed" };
  return {
    passed: answer === "yes",
    tie: rule.tie === "side_of_head" ? "followed_head" : "followed_presiding",
  };
}

/** BA22: passed when yes reaches the threshold of the base; a tie is decided by the rule's clause. */
export function resultOf(rule: MajorityRule, roll: readonly RollEntry[], votes: Votes): Result {
  const tally = tallyVotes(roll, votes);
  const base = baseOf(rule, roll, votes, tally);
  const required = leastYes(rule, base);
  if (tally.yes > 0 && reaches(rule.threshold, tally.yes, base))
    return { tally, base, required, passed: true, tie: null };
  if (!isTie(rule, tally, base)) return { tally, base, required, passed: false, tie: null };
  return { tally, base, required, ...tieOutcome(rule, roll, votes) };
}

/**
 * What the console says before and during a ballot, e.g. 14 of 27. Bases that depend on who votes are
 * taken as if everybody on the roll did, so the number never promises too little.
 */
export function requiredOf(rule: MajorityRule, roll: readonly RollEntry[], votes: Votes): number {
  return leastYes(rule, rule.base === "present" ? countPresent(roll, votes) : roll.length);
}
