/** The small settings that a meeting lends to the nouns inside it. */
import { type AgendaSetting, currentItem } from "../agenda";
import { type AttendanceSetting, quorumOf, whereaboutsOf } from "../attendance";
import { type BallotSetting, rollFor } from "../ballots";
import type { PaperSetting } from "../documents";
import type { HandoverSetting } from "../handovers";
import type { ItemId } from "../ids";
import { mayBeHandedOver } from "./handing-over";
import type { MeetingState } from "./meeting";
import { presidingOver } from "./rights";

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

export function ballotSetting(state: MeetingState): BallotSetting {
  const decides = state.info.authority === "decides";
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
      rollFor(state.rules, state.seats, state.attendance, presidingOver(state, itemId)),
    isQuorate: () => quorumOf(state.rules, state.seats, state.attendance).quorate,
    itemExists: (itemId) => state.agenda.items[itemId] !== undefined,
    itemIsCurrent: (itemId) => decides && currentItem(state.agenda) === itemId,
  };
}
