/** The small settings that a meeting lends to the nouns inside it. */
import { type AgendaSetting, currentItem } from "../agenda";
import { type AttendanceSetting, quorumOf, whereaboutsOf } from "../attendance";
import { type BallotSetting, rollFor } from "../ballots";
import type { Standing } from "../bodies";
import type { PaperSetting } from "../documents";
import type { HandoverSetting } from "../handovers";
import type { ItemId, PersonId } from "../ids";
import { type RecusalSetting, usualRecusalDegree } from "../recusals";
import { mayBeHandedOver } from "./handing-over";
import type { MeetingState } from "./meeting";
import { isOver, mayVoteOn } from "./recusing";
import { participantOf, presidingOver } from "./rights";
import { seesItem, sightOf } from "./sight";

function isPublished(state: MeetingState, itemId: ItemId): boolean {
  return state.revisions.some((revision) => revision.items[itemId] !== undefined);
}

export function hasRunningBallot(state: MeetingState, itemId: ItemId | null): boolean {
  return Object.values(state.ballots.ballots).some(
    (ballot) =>
      (itemId === null || ballot.itemId === itemId) &&
      (ballot.state === "open" || ballot.state === "closed"),
  );
}

export function agendaSetting(state: MeetingState): AgendaSetting {
  return {
    grades: state.rules.grades,
    isPublished: (itemId) => isPublished(state, itemId),
    hasRunningBallot: (itemId) => hasRunningBallot(state, itemId),
  };
}

export function paperSetting(state: MeetingState): PaperSetting {
  return {
    grades: state.rules.grades,
    itemExists: (itemId) => state.agenda.items[itemId] !== undefined,
  };
}

export function handoverSetting(state: MeetingState): HandoverSetting {
  return { mayBeHandedOver: (documentId) => mayBeHandedOver(state, documentId) };
}

export function attendanceSetting(state: MeetingState): AttendanceSetting {
  return {
    rules: state.rules,
    seats: state.seats,
    itemExists: (itemId) => state.agenda.items[itemId] !== undefined,
    announced: state.revisions.length > 0,
  };
}

export function recusalSetting(state: MeetingState, standing: Standing): RecusalSetting {
  const sight = sightOf(state, standing);
  return {
    usualDegree: state.rules.recusalDegree ?? usualRecusalDegree,
    itemExists: (itemId) => state.agenda.items[itemId] !== undefined,
    itemIsOver: (itemId) => isOver(state, itemId),
    hasRunningBallot: (itemId) => hasRunningBallot(state, itemId),
    nameOf(personId) {
      const participant = participantOf(state, personId);
      const sits = participant?.capacity === "member" || participant?.capacity === "substitute";
      return sits ? participant.name : null;
    },
    isInSight: (itemId) => sight !== null && seesItem(sight, itemId),
    presidesOver: (personId, itemId) => presidingOver(state, itemId) === personId,
  };
}

export function ballotSetting(state: MeetingState): BallotSetting {
  const decides = state.info.authority === "decides";
  const mayVote = (itemId: ItemId) => (personId: PersonId) => mayVoteOn(state, itemId, personId);
  return {
    answers: state.rules.answers,
    majority: state.rules.majority,
    voting: {
      voteMayChange: state.rules.voteMayChange,
      voteRequiresPresence: state.rules.voteRequiresPresence,
      remoteVote: state.rules.remoteVote,
    },
    whereabouts: (personId) => whereaboutsOf(state.attendance, personId),
    roll: (itemId) =>
      rollFor(
        state.rules,
        state.seats,
        state.attendance,
        presidingOver(state, itemId),
        mayVote(itemId),
      ),
    isQuorate: (itemId) =>
      quorumOf(state.rules, state.seats, state.attendance, mayVote(itemId)).quorate,
    itemExists: (itemId) => state.agenda.items[itemId] !== undefined,
    itemIsCurrent: (itemId) => decides && currentItem(state.agenda) === itemId,
  };
}
