/**
 * What a viewer who may see the item knows of a ballot on it.
 *
 * - A prepared question is seen only by those who run the meeting.
 * - While it is open everybody sees how many have answered; those who run the meeting also see who has
 *   not. Nobody is sent a direction, whoever they are.
 * - Between closing and declaration only those who run the meeting see the result.
 * - After declaration everybody sees the counts and the named list, with *not answered* as its own row.
 * - Of a void ballot nobody is sent votes or counts.
 */
import type { AnswerMeaning, AnswerWording, MajorityRule } from "../bodies";
import type { BallotId, ItemId, PersonId } from "../ids";
import type { Bilingual, Instant } from "../text";
import type { Ballot, BallotSetting, Result } from "./ballot";
import { requiredOf } from "./majority";

export type BallotView = {
  ballotId: BallotId;
  itemId: ItemId;
  question: Bilingual;
  state: Ballot["state"];
  answers: readonly AnswerWording[];
  rule: MajorityRule;
  voteMayChange: boolean;
  /** entitled, and the least yes that passes; before opening as it would be now */
  entitled: number;
  required: number;
  openedAt: Instant | null;
  closesAt: Instant | null;
  /** too few were there when it opened: why it opened all the same */
  despiteQuorum: string | null;
  closedAt: Instant | null;
  closedBy: "person" | "clock" | null;
  declaredAt: Instant | null;
  declaredSeq: number | null;
  declaredHash: string | null;
  voided: { at: Instant; reason: string } | null;
  castCount: number;
  /** who has answered (never how): only to those who run the meeting, while it is open */
  answered: readonly PersonId[] | null;
  result: Result | null;
  roll: readonly RollLine[] | null;
};

export type RollLine = {
  personId: PersonId;
  name: string;
  order: number;
  answer: AnswerMeaning | null;
};

/** A viewer's own recorded vote, with its receipt. */
export type OwnVote = { answer: AnswerMeaning; at: Instant; seq: number; hash: string };

const nothingYet = {
  openedAt: null,
  closesAt: null,
  despiteQuorum: null,
  closedAt: null,
  closedBy: null,
  declaredAt: null,
  declaredSeq: null,
  declaredHash: null,
  voided: null,
  castCount: 0,
  answered: null,
  result: null,
  roll: null,
} as const;

/** Null where the viewer does not know of the ballot at all. */
export function ballotView(
  setting: BallotSetting,
  ballot: Ballot,
  viewer: { runs: boolean },
): BallotView | null {
  const { ballotId, itemId, question, state } = ballot;
  if (ballot.state === "prepared") {
    if (!viewer.runs) return null;
    const roll = setting.roll(itemId);
    return {
      ...nothingYet,
      ballotId,
      itemId,
      question,
      state,
      answers: setting.answers,
      rule: setting.majority,
      voteMayChange: setting.voting.voteMayChange,
      entitled: roll.length,
      required: requiredOf(setting.majority, roll, []),
    };
  }
  const { answers, rule, voting, roll, openedAt, closesAt, votes } = ballot;
  const put = {
    ...nothingYet,
    ballotId,
    itemId,
    question,
    state,
    answers,
    rule,
    voteMayChange: voting.voteMayChange,
    entitled: roll.length,
    required: requiredOf(rule, roll, votes),
    openedAt,
    closesAt,
    despiteQuorum: ballot.despiteQuorum,
  };
  switch (ballot.state) {
    case "open": {
      const answered = roll.filter((_, place) => votes[place]).map(({ personId }) => personId);
      return { ...put, castCount: answered.length, answered: viewer.runs ? answered : null };
    }
    case "closed":
    case "declared": {
      const castCount = votes.filter((vote) => vote !== null).length;
      const { closedAt, closedBy, result } = ballot;
      const closed = { ...put, closedAt, closedBy, castCount };
      const lines = roll.map(({ personId, name, order }, place) => ({
        personId,
        name,
        order,
        answer: votes[place]?.answer ?? null,
      }));
      if (ballot.state === "closed")
        return viewer.runs ? { ...closed, result, roll: lines } : closed;
      const { declaredAt, declaredSeq, declaredHash } = ballot;
      const { required } = result;
      return { ...closed, required, result, roll: lines, declaredAt, declaredSeq, declaredHash };
    }
    case "void":
      return { ...put, voided: { at: ballot.voidedAt, reason: ballot.reason } };
  }
}
