/** How ballots change by what happened. */

import type { BallotId, ItemId } from "../ids";
import { type Evolvers, evolveBy, omit, type Recorded } from "../stream";
import type { Ballot, BallotsState } from "./ballot";
import type { BallotEvent } from "./events";
import { placeOn } from "./roll";

export const emptyBallots: BallotsState = { ballots: {}, order: [] };

function changed<S extends Ballot["state"]>(
  state: BallotsState,
  ballotId: BallotId,
  from: readonly S[],
  change: (ballot: Extract<Ballot, { state: S }>) => Ballot,
): BallotsState {
  const ballot = state.ballots[ballotId];
  const isFrom = (candidate: Ballot): candidate is Extract<Ballot, { state: S }> =>
    (from as readonly Ballot["state"][]).includes(candidate.state);
  if (ballot === undefined || !isFrom(ballot)) return state;
  return { ...state, ballots: { ...state.ballots, [ballotId]: change(ballot) } };
}

const evolvers: Evolvers<BallotEvent, BallotsState> = {
  "ballot.prepared": (state, { ballotId, itemId, sealed }, { at }) => ({
    ballots: {
      ...state.ballots,
      [ballotId]: {
        state: "prepared",
        ballotId,
        itemId,
        question: sealed.question,
        preparedAt: at,
      },
    },
    order: [...state.order, ballotId],
  }),
  "ballot.reworded": (state, { ballotId, sealed }) =>
    changed(state, ballotId, ["prepared"], (ballot) => ({ ...ballot, question: sealed.question })),
  "ballot.discarded": (state, { ballotId }) => ({
    ballots: omit(state.ballots, ballotId),
    order: state.order.filter((other) => other !== ballotId),
  }),
  "ballot.opened": (state, { type: _type, ballotId, sealed, ...opened }, { at }) =>
    changed(state, ballotId, ["prepared"], (ballot) => ({
      ...ballot,
      ...opened,
      state: "open",
      openedAt: at,
      despiteQuorum: sealed?.despiteQuorum ?? null,
      votes: opened.roll.map(() => null),
    })),
  "ballot.vote_cast": (state, { ballotId, voter, sealed }, { at, seq, hash }) =>
    changed(state, ballotId, ["open"], (ballot) => {
      const place = placeOn(ballot.roll, voter);
      if (place === null) return ballot;
      return {
        ...ballot,
        votes: ballot.votes.with(place, { answer: sealed.answer, at, seq, hash }),
      };
    }),
  "ballot.closed": (state, { ballotId, by, sealed }, { at }) =>
    changed(state, ballotId, ["open"], (ballot) => ({
      ...ballot,
      state: "closed",
      closedAt: at,
      closedBy: by,
      result: sealed.result,
    })),
  "ballot.declared": (state, { ballotId }, { at, seq, hash }) =>
    changed(state, ballotId, ["closed"], (ballot) => ({
      ...ballot,
      state: "declared",
      declaredAt: at,
      declaredSeq: seq,
      declaredHash: hash,
    })),
  "ballot.voided": (state, { ballotId, sealed }, { at }) =>
    changed(state, ballotId, ["open", "closed"], (ballot) => ({
      ...ballot,
      state: "void",
      reason: sealed.reason,
      voidedAt: at,
    })),
};

export function evolveBallots(state: BallotsState, recorded: Recorded<BallotEvent>): BallotsState {
  return evolveBy(evolvers, state, recorded);
}

/** Questions prepared on an item that is taken off the agenda go with it; what was put stays. */
export function withoutQuestionsOn(state: BallotsState, itemId: ItemId): BallotsState {
  const stays = (ballotId: BallotId) => {
    const ballot = state.ballots[ballotId];
    return ballot !== undefined && (ballot.itemId !== itemId || ballot.state !== "prepared");
  };
  const order = state.order.filter(stays);
  if (order.length === state.order.length) return state;
  const ballots: Record<BallotId, Ballot> = {};
  for (const ballotId of order) {
    const ballot = state.ballots[ballotId];
    if (ballot !== undefined) ballots[ballotId] = ballot;
  }
  return { ballots, order };
}
