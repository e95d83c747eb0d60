/** Deciders of ballots. Rules BA1… in RULES.md. */
import type { BallotId, PersonId } from "../ids";
import { type Actor, accept, type Deciders, type Decision, decideBy, refuse } from "../stream";
import { type Instant, instantOf } from "../text";
import type { Ballot, BallotSetting, BallotsState } from "./ballot";
import type { BallotCommands } from "./commands";
import type { BallotEvent } from "./events";
import { resultOf } from "./majority";
import { placeOn } from "./roll";

export type BallotRefusal =
  | "ballot.exists"
  | "ballot.unknown"
  | "ballot.item_unknown"
  | "ballot.item_not_current"
  | "ballot.not_prepared"
  | "ballot.another_open"
  | "ballot.no_quorum"
  | "ballot.not_open"
  | "ballot.closed"
  | "ballot.time_over"
  | "ballot.time_not_over"
  | "ballot.not_on_roll"
  | "ballot.not_present"
  | "ballot.not_in_room"
  | "ballot.answer_unknown"
  | "ballot.no_change_allowed"
  | "ballot.unchanged"
  | "ballot.not_closed"
  | "ballot.not_voidable";

export type BallotContext = { now: Instant; actor: Actor };

type Decided = Decision<BallotEvent, BallotRefusal>;
type Decide<T extends keyof BallotCommands> = (
  setting: BallotSetting,
  state: BallotsState,
  command: BallotCommands[T],
  context: BallotContext,
) => Decided;
type Open = Extract<Ballot, { state: "open" }>;

const prepare: Decide<"ballot.prepare"> = (setting, state, command) => {
  if (state.ballots[command.ballotId] !== undefined) return refuse("ballot.exists");
  if (!setting.itemExists(command.itemId)) return refuse("ballot.item_unknown");
  return accept<BallotEvent>({
    type: "ballot.prepared",
    ballotId: command.ballotId,
    itemId: command.itemId,
    sealed: { question: command.question },
  });
};

function prepared(state: BallotsState, ballotId: BallotId) {
  const ballot = state.ballots[ballotId];
  if (ballot === undefined) return { problem: refuse("ballot.unknown") };
  if (ballot.state !== "prepared") return { problem: refuse("ballot.not_prepared") };
  return { ballot };
}

const reword: Decide<"ballot.reword"> = (_setting, state, { ballotId, question }) =>
  prepared(state, ballotId).problem ??
  accept<BallotEvent>({ type: "ballot.reworded", ballotId, sealed: { question } });

const discard: Decide<"ballot.discard"> = (_setting, state, { ballotId }) =>
  prepared(state, ballotId).problem ?? accept<BallotEvent>({ type: "ballot.discarded", ballotId });

const open: Decide<"ballot.open"> = (setting, state, command, { now }) => {
  const { ballot, problem } = prepared(state, command.ballotId);
  if (problem !== undefined) return problem;
  if (!setting.itemIsCurrent(ballot.itemId)) return refuse("ballot.item_not_current");
  if (Object.values(state.ballots).some((other) => other.state === "open"))
    return refuse("ballot.another_open");
  const isQuorate = setting.isQuorate(ballot.itemId);
  const { despiteQuorum } = command;
  if (!isQuorate && despiteQuorum === undefined) return refuse("ballot.no_quorum");
  return accept<BallotEvent>({
    type: "ballot.opened",
    ballotId: command.ballotId,
    answers: setting.answers,
    rule: setting.majority,
    voting: setting.voting,
    roll: setting.roll(ballot.itemId),
    closesAt: command.seconds === null ? null : later(now, command.seconds * 1000),
    // a reason that turned out not to be needed is none
    ...(!isQuorate && despiteQuorum !== undefined && { sealed: { despiteQuorum } }),
  });
};

function later(instant: Instant, ms: number): Instant {
  return instantOf(new Date(Date.parse(instant) + ms));
}

/** BA15: the database's clock ends a timed ballot, whether or not anybody has closed it yet. */
function timeIsOver(ballot: Open, now: Instant): boolean {
  return ballot.closesAt !== null && now >= ballot.closesAt;
}

/** BA16, BA17: from where one may vote, as it was fixed when the ballot opened. */
function placeProblem(setting: BallotSetting, { voting }: Open, voter: PersonId) {
  if (!voting.voteRequiresPresence && voting.remoteVote) return null;
  const where = setting.whereabouts(voter);
  if (!voting.remoteVote) return where === "room" ? null : refuse("ballot.not_in_room");
  return where === "room" || where === "remote" ? null : refuse("ballot.not_present");
}

const vote: Decide<"ballot.vote"> = (setting, state, command, { now, actor }) => {
  const ballot = state.ballots[command.ballotId];
  if (ballot === undefined) return refuse("ballot.unknown");
  if (ballot.state === "prepared") return refuse("ballot.not_open");
  if (ballot.state !== "open") return refuse("ballot.closed");
  const voter = actor.kind === "person" ? actor.personId : null;
  const place = voter === null ? null : placeOn(ballot.roll, voter);
  if (voter === null || place === null) return refuse("ballot.not_on_roll");
  if (timeIsOver(ballot, now)) return refuse("ballot.time_over");
  if (!ballot.answers.some(({ meaning }) => meaning === command.answer))
    return refuse("ballot.answer_unknown");
  const problem = placeProblem(setting, ballot, voter);
  if (problem !== null) return problem;
  const before = ballot.votes[place] ?? null;
  if (before !== null && before.answer === command.answer) return refuse("ballot.unchanged");
  if (before !== null && !ballot.voting.voteMayChange) return refuse("ballot.no_change_allowed");
  return accept<BallotEvent>({
    type: "ballot.vote_cast",
    ballotId: command.ballotId,
    voter,
    sealed: { answer: command.answer },
  });
};

const close: Decide<"ballot.close"> = (_setting, state, { ballotId }, { now, actor }) => {
  const ballot = state.ballots[ballotId];
  if (ballot === undefined) return refuse("ballot.unknown");
  if (ballot.state === "prepared") return refuse("ballot.not_open");
  if (ballot.state !== "open") return refuse("ballot.closed");
  const byClock = actor.kind === "system" && actor.name === "clock";
  if (byClock && !timeIsOver(ballot, now)) return refuse("ballot.time_not_over");
  return accept<BallotEvent>({
    type: "ballot.closed",
    ballotId,
    by: byClock || timeIsOver(ballot, now) ? "clock" : "person",
    sealed: { result: resultOf(ballot.rule, ballot.roll, ballot.votes) },
  });
};

const declare: Decide<"ballot.declare"> = (_setting, state, { ballotId }) => {
  const ballot = state.ballots[ballotId];
  if (ballot === undefined) return refuse("ballot.unknown");
  if (ballot.state !== "closed") return refuse("ballot.not_closed");
  return accept<BallotEvent>({ type: "ballot.declared", ballotId });
};

/** BA33: what was declared stands; a ballot that went wrong before is void, and another one is put. */
const voidBallot: Decide<"ballot.void"> = (_setting, state, { ballotId, reason }) => {
  const ballot = state.ballots[ballotId];
  if (ballot === undefined) return refuse("ballot.unknown");
  if (ballot.state !== "open" && ballot.state !== "closed") return refuse("ballot.not_voidable");
  return accept<BallotEvent>({ type: "ballot.voided", ballotId, sealed: { reason } });
};

const deciders: Deciders<
  BallotCommands,
  BallotSetting,
  BallotsState,
  BallotContext,
  BallotEvent,
  BallotRefusal
> = {
  "ballot.prepare": prepare,
  "ballot.reword": reword,
  "ballot.discard": discard,
  "ballot.open": open,
  "ballot.vote": vote,
  "ballot.close": close,
  "ballot.declare": declare,
  "ballot.void": voidBallot,
};

/** Decides a command on a ballot. */
export function decideBallot(
  setting: BallotSetting,
  state: BallotsState,
  command: BallotCommands[keyof BallotCommands],
  context: BallotContext,
): Decided {
  return decideBy(deciders, setting, state, command, context);
}
