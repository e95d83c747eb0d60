/** Who presides, and what a person may lean on in a meeting. */
import { currentItem } from "../agenda";
import { invitationOfSeat, type Participant } from "../attendance";
import type { Rights, Seat, Standing } from "../bodies";
import type { InvitationId, ItemId, PersonId } from "../ids";
import type { MeetingState } from "./meeting";

/**
 * Presiding is an assignment: over the item, else over the meeting, else the head of the body.
 * The chair's commands follow it; the tie rule does not (DESIGN §2).
 */
export function presidingOver(state: MeetingState, itemId: ItemId | null): PersonId | null {
  const forItem = itemId === null ? undefined : state.presiding.items[itemId];
  return (
    forItem ??
    state.presiding.meeting ??
    state.seats.find((seat) => seat.role === "chair")?.personId ??
    null
  );
}

export function presidingNow(state: MeetingState): PersonId | null {
  return presidingOver(state, currentItem(state.agenda));
}

type Sitting = { seat: Seat; invitationId: InvitationId };

/** A list of seats never changes; who sits where in it is worked out once, not once per vote. */
const seatsByPerson = new WeakMap<readonly Seat[], ReadonlyMap<PersonId, Sitting>>();

function sittingOf(seats: readonly Seat[], personId: PersonId): Sitting | undefined {
  const known = seatsByPerson.get(seats);
  if (known !== undefined) return known.get(personId);
  const byPerson = new Map(
    seats.map((seat) => [seat.personId, { seat, invitationId: invitationOfSeat(seat) }]),
  );
  seatsByPerson.set(seats, byPerson);
  return byPerson.get(personId);
}

export function participantOf(state: MeetingState, personId: PersonId): Participant | null {
  // asked on every command and view: a member is found by the seat, without a walk over the whole list
  const sitting = sittingOf(state.seats, personId);
  const member =
    sitting === undefined ? undefined : state.attendance.participants[sitting.invitationId];
  if (member !== undefined) return member;
  // a person may be asked twice (a guest who is also a substitute): the seat comes first
  const own = Object.values(state.attendance.participants).filter(
    (participant) => participant.personId === personId,
  );
  return own.find(({ capacity }) => capacity === "substitute") ?? own[0] ?? null;
}

/** Rights in a meeting; without a meeting (creating one) only the roles count. */
export function rightsOf(state: MeetingState | null, standing: Standing): Rights {
  const roles = new Set(standing.roles);
  if (state === null) return { roles, presides: false, capacity: null, votingRight: false };
  const seat = sittingOf(state.seats, standing.personId)?.seat;
  return {
    roles,
    presides: presidingNow(state) === standing.personId,
    capacity: participantOf(state, standing.personId)?.capacity ?? null,
    votingRight: seat?.votingRight === true,
  };
}
