/**
 * What everybody who sees a meeting knows of who is asked and who is there: all seats with where their
 * members are and who sits for them, and the guests. Reasons of absence are on the office's sheet only.
 */
import type { Seat } from "../bodies";
import { invitationOfSeat } from "./evolve";
import type { AttendanceState } from "./participant";
import type { GuestView, SeatView } from "./view";

export function seatViews(seats: readonly Seat[], attendance: AttendanceState): SeatView[] {
  const substitutes = new Map(
    Object.values(attendance.participants)
      .filter(({ capacity }) => capacity === "substitute")
      .map((substitute) => [substitute.membershipId, substitute]),
  );
  return seats.map((seat) => {
    const member = attendance.participants[invitationOfSeat(seat)];
    const substitute = substitutes.get(seat.membershipId);
    const { membershipId, personId, name, title, order, agencyCode, votingRight } = seat;
    return {
      membershipId,
      personId,
      name,
      title,
      order,
      agencyCode,
      head: seat.role === "chair",
      votingRight,
      invitation: member?.invitation.state ?? "not_sent",
      presence: member?.presence ?? { state: "expected" },
      substitute:
        substitute === undefined
          ? null
          : {
              personId: substitute.personId,
              name: substitute.name,
              title: substitute.title,
              presence: substitute.presence,
            },
    };
  });
}

export function guestViews(attendance: AttendanceState): GuestView[] {
  return Object.values(attendance.participants).flatMap((participant) => {
    const { capacity, invitationId, personId, name, title, presence } = participant;
    if (capacity === "member" || capacity === "substitute") return [];
    return { invitationId, personId, name, title, capacity, presence };
  });
}
