/** One vote in a meeting on one question: a union per state, each with only the fields it has. */
import type { Participant } from "../attendance";
import type { AnswerMeaning, AnswerWording, MajorityRule } from "../bodies";
import type { BallotId, ItemId, MembershipId, PersonId } from "../ids";
import type { Bilingual, Instant } from "../text";

/** One line of the roll, frozen at opening. */
export type RollEntry = {
  membershipId: MembershipId;
  personId: PersonId;
  name: string;
  order: number;
  /** head of the body: the tie rule `side_of_head` follows this vote */
  head: boolean;
  /** presides over the item at opening: `presiding_casts` follows this vote */
  presides: boolean;
  /** recorded present at opening; counts for the base `present` */
  present: boolean;
};

export type CastVote = {
  answer: AnswerMeaning;
  at: Instant;
  /** place of the vote in the meeting's journal, with the row's hash: the receipt */
  seq: number;
  hash: string;
};

export type Tally = Readonly<Record<AnswerMeaning | "not_answered", number>>;

export type Result = {
  tally: Tally;
  /** the whole that the threshold was taken of */
  base: number;
  /** the least number of yes that passes */
  required: number;
  passed: boolean;
  /** set when the tie clause decided */
  tie: "failed" | "followed_head" | "followed_presiding" | null;
};

type Asked = {
  ballotId: BallotId;
  itemId: ItemId;
  question: Bilingual;
  preparedAt: Instant;
};
/** How votes are given; frozen with the ballot, like the rule. */
export type Voting = {
  voteMayChange: boolean;
  /** only those recorded present vote */
  voteRequiresPresence: boolean;
  /** false: only those in the room vote */
  remoteVote: boolean;
};
type Put = Asked & {
  answers: readonly AnswerWording[];
  rule: MajorityRule;
  voting: Voting;
  roll: readonly RollEntry[];
  openedAt: Instant;
  /** why it was opened though too few were there; null: enough were */
  despiteQuorum: string | null;
  /** a timed ballot refuses later votes by the database's clock, whoever closes it */
  closesAt: Instant | null;
  /** by place on the roll, null for who has not answered; one vote changes one place, not a thousand */
  votes: readonly (CastVote | null)[];
};
type Closed = Put & {
  closedAt: Instant;
  closedBy: "person" | "clock";
  result: Result;
};

export type Ballot =
  | (Asked & { state: "prepared" })
  | (Put & { state: "open" })
  | (Closed & { state: "closed" })
  | (Closed & { state: "declared"; declaredAt: Instant; declaredSeq: number; declaredHash: string })
  | ((Put | Closed) & { state: "void"; reason: string; voidedAt: Instant });

export type BallotsState = {
  ballots: Readonly<Record<BallotId, Ballot>>;
  /** in the order they were prepared */
  order: readonly BallotId[];
};

/** All that a ballot needs to know of where it is held: a meeting today, an opinion ballot later. */
export type BallotSetting = {
  answers: readonly AnswerWording[];
  majority: MajorityRule;
  voting: Voting;
  /** where somebody is now */
  whereabouts(personId: PersonId): Participant["presence"]["state"] | null;
  /** who would be on the roll if a ballot on this item opened now */
  roll(itemId: ItemId): readonly RollEntry[];
  /** whether enough are there who may vote on this item */
  isQuorate(itemId: ItemId): boolean;
  /** whether the item can be voted on now: it exists, is current, and its meeting decides */
  itemIsCurrent(itemId: ItemId): boolean;
  itemExists(itemId: ItemId): boolean;
};
