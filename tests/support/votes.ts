/** Rolls and votes for tests of ballots: persons 1..n, the head at place 1, who presides at place 2. */
import type { RollEntry, Votes } from "../../domain/ballots";
import type { AnswerMeaning } from "../../domain/bodies";
import { ids } from "./cabinet-in-memory";

export type Cast = AnswerMeaning | "not_answered";

export const entry = (n: number): RollEntry => ({
  membershipId: ids.membership(n),
  personId: ids.person(n),
  name: `Thành viên ${n}`,
  order: n,
  head: n === 1,
  presides: n === 2,
  present: true,
});
export const rollOf = (size: number) =>
  Array.from({ length: size }, (_, index) => entry(index + 1));

/** Votes by place on the roll. */
export const votesOf = (cast: readonly Cast[]): Votes =>
  cast.map((answer) => (answer === "not_answered" ? null : { answer }));

export const times = (count: number, cast: Cast): Cast[] => Array<Cast>(count).fill(cast);
/** The head's vote first, then so many of each among the others. */
export const voted = (
  head: Cast,
  yes: number,
  no: number,
  abstain = 0,
  notAnswered = 0,
): Cast[] => [
  head,
  ...times(yes - (head === "yes" ? 1 : 0), "yes"),
  ...times(no - (head === "no" ? 1 : 0), "no"),
  ...times(abstain - (head === "abstain" ? 1 : 0), "abstain"),
  ...times(notAnswered - (head === "not_answered" ? 1 : 0), "not_answered"),
];
