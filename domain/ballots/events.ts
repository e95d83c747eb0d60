import type { AnswerMeaning, AnswerWording, MajorityRule } from "../bodies";
import type { BallotId, ItemId, PersonId } from "../ids";
import type { Bilingual, Instant } from "../text";
import type { Result, RollEntry, Voting } from "./ballot";

export type BallotEvent =
  | { type: "ballot.prepared"; ballotId: BallotId; itemId: ItemId; sealed: { question: Bilingual } }
  | { type: "ballot.reworded"; ballotId: BallotId; sealed: { question: Bilingual } }
  | { type: "ballot.discarded"; ballotId: BallotId }
  | {
      type: "ballot.opened";
      ballotId: BallotId;
      answers: readonly AnswerWording[];
      rule: MajorityRule;
      voting: Voting;
      roll: readonly RollEntry[];
      closesAt: Instant | null;
      /** too few were there: why it was opened all the same */
      sealed?: { despiteQuorum: string };
    }
  /** the answer is sealed: nobody reads a direction in the journal before the ballot is closed */
  | {
      type: "ballot.vote_cast";
      ballotId: BallotId;
      voter: PersonId;
      sealed: { answer: AnswerMeaning };
    }
  /** the counts are sealed too: those who only read the journal learn them with everybody, at declaration */
  | {
      type: "ballot.closed";
      ballotId: BallotId;
      by: "person" | "clock";
      sealed: { result: Result };
    }
  | { type: "ballot.declared"; ballotId: BallotId }
  | { type: "ballot.voided"; ballotId: BallotId; sealed: { reason: string } };
