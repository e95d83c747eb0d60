/** How invitations and presence change by what happened. */
import type { Seat } from "../bodies";
import { InvitationId } from "../ids";
import { type Evolvers, evolveBy, omit, type Recorded } from "../stream";
import type { AttendanceEvent } from "./events";
import type { AttendanceState, Invitation, Participant } from "./participant";

/** A member's invitation has the id of the seat, so that asking twice makes no second row. */
export function invitationOfSeat(seat: Pick<Seat, "membershipId">): InvitationId {
  return InvitationId.parse(seat.membershipId);
}

function memberOf(seat: Seat): Participant {
  return {
    invitationId: invitationOfSeat(seat),
    personId: seat.personId,
    name: seat.name,
    title: seat.title,
    capacity: "member",
    membershipId: seat.membershipId,
    items: "all",
    invitation: { state: "not_sent" },
    presence: { state: "expected" },
  };
}

/** AT1: all who sit in the body are participants from the start. */
export function emptyAttendance(seats: readonly Seat[]): AttendanceState {
  return refreshSeats({ participants: {} }, seats);
}

/**
 * AT2: new seats join, ended seats leave with their substitutes, the others keep what they answered.
 * A guest or substitute who now has a seat sits in it and nowhere else.
 */
export function refreshSeats(state: AttendanceState, seats: readonly Seat[]): AttendanceState {
  const seated = new Set(seats.map(({ membershipId }) => membershipId));
  const sitting = new Set(seats.map(({ personId }) => personId));
  const members = seats.map((seat) => {
    const before = state.participants[invitationOfSeat(seat)];
    const { name, title, personId } = seat;
    return before === undefined ? memberOf(seat) : { ...before, name, title, personId };
  });
  const others = Object.values(state.participants).filter(
    ({ capacity, membershipId, personId }) =>
      capacity !== "member" &&
      !sitting.has(personId) &&
      (membershipId === null || seated.has(membershipId)),
  );
  return {
    participants: Object.fromEntries(
      [...members, ...others].map((participant) => [participant.invitationId, participant]),
    ),
  };
}

function changed(
  state: AttendanceState,
  invitationId: InvitationId,
  change: (participant: Participant) => Participant,
): AttendanceState {
  const participant = state.participants[invitationId];
  if (participant === undefined) return state;
  return { participants: { ...state.participants, [invitationId]: change(participant) } };
}

function answered(state: AttendanceState, invitationId: InvitationId, invitation: Invitation) {
  return changed(state, invitationId, (participant) => ({ ...participant, invitation }));
}

function reasonOf(participant: Participant | undefined): string {
  const invitation = participant?.invitation;
  return invitation !== undefined && "reason" in invitation ? invitation.reason : "";
}

const evolvers: Evolvers<AttendanceEvent, AttendanceState> = {
  "invitation.added": (state, { type: _type, ...asked }) => ({
    participants: {
      ...state.participants,
      [asked.invitationId]: {
        ...asked,
        invitation: { state: "not_sent" },
        presence: { state: "expected" },
      },
    },
  }),
  "invitation.removed": (state, { invitationId }) => ({
    participants: omit(state.participants, invitationId),
  }),
  "invitation.sent": (state, { invitationIds }, { at }) => {
    const sent = new Set(invitationIds);
    return {
      participants: Object.fromEntries(
        Object.values(state.participants).map((participant) => [
          participant.invitationId,
          sent.has(participant.invitationId)
            ? { ...participant, invitation: { state: "sent", at } }
            : participant,
        ]),
      ),
    };
  },
  "invitation.confirmed": (state, { invitationId }, { at }) =>
    releaseSubstitute(answered(state, invitationId, { state: "confirmed", at }), invitationId),
  "invitation.absence_requested": (state, { invitationId, sealed }, { at }) =>
    answered(state, invitationId, { state: "absence_requested", at, reason: sealed.reason }),
  "invitation.absence_granted": (state, { invitationId }, { at }) =>
    answered(state, invitationId, {
      state: "absence_granted",
      at,
      reason: reasonOf(state.participants[invitationId]),
    }),
  "invitation.absence_refused": (state, { invitationId, sealed }, { at }) =>
    answered(state, invitationId, { state: "absence_refused", at, reason: sealed.reason }),
  "invitation.substitute_named": (state, { invitationId, substitute, sealed }, { at }) => {
    const named = answered(state, invitationId, {
      state: "substitute_named",
      at,
      reason: sealed.reason,
      substitute: substitute.invitationId,
    });
    return {
      participants: {
        ...releaseSubstitute(named, invitationId).participants,
        [substitute.invitationId]: {
          ...substitute,
          invitation: { state: "sent", at },
          presence: { state: "expected" },
        },
      },
    };
  },
  "presence.recorded": (state, { invitationId, where }, { at }) =>
    changed(state, invitationId, (participant) => ({
      ...participant,
      presence: { state: where, at },
    })),
};

/** AT9: who names another substitute, or comes after all, releases the one named before. */
function releaseSubstitute(state: AttendanceState, invitationId: InvitationId): AttendanceState {
  const seat = state.participants[invitationId]?.membershipId;
  return {
    participants: Object.fromEntries(
      Object.entries(state.participants).filter(
        ([, { capacity, membershipId }]) => capacity !== "substitute" || membershipId !== seat,
      ),
    ),
  };
}

export function evolveAttendance(
  state: AttendanceState,
  recorded: Recorded<AttendanceEvent>,
): AttendanceState {
  return evolveBy(evolvers, state, recorded);
}
