/** Who is there, and whether they are enough. Derived, never stored. */
import type { BodyRules, Seat } from "../bodies";
import { leastReaching } from "../fraction";
import type { MembershipId, PersonId } from "../ids";
import type { AttendanceState, Participant, Quorum } from "./participant";

export function isPresent({ presence }: Pick<Participant, "presence">): boolean {
  return presence.state === "room" || presence.state === "remote";
}

/** Where a person is who takes part; null when nobody of that name is expected or there. */
export function whereaboutsOf(
  attendance: AttendanceState,
  personId: PersonId,
): Participant["presence"]["state"] | null {
  const own = Object.values(attendance.participants).filter((each) => each.personId === personId);
  return (own.find(isPresent) ?? own[0])?.presence.state ?? null;
}

/** Who is there for each seat: the member, else the substitute; seats with nobody are left out. */
export function occupantsOf(attendance: AttendanceState): ReadonlyMap<MembershipId, Participant> {
  const occupants = new Map<MembershipId, Participant>();
  for (const participant of Object.values(attendance.participants)) {
    const { capacity, membershipId } = participant;
    if (membershipId === null || !isPresent(participant)) continue;
    if (capacity === "member" || !occupants.has(membershipId))
      occupants.set(membershipId, participant);
  }
  return occupants;
}

/**
 * AT12, AT13, AT16: seats with a voting right count; a substitute only where the body's rules say so, and nobody who has
 * no vote on what is being dealt with.
 */
export function quorumOf(
  rules: BodyRules,
  seats: readonly Seat[],
  attendance: AttendanceState,
  mayVote: (personId: PersonId) => boolean = () => true,
): Quorum {
  const occupants = occupantsOf(attendance);
  const counting = seats.filter(({ votingRight }) => votingRight);
  const there = counting.filter(({ membershipId }) => {
    const occupant = occupants.get(membershipId);
    if (occupant === undefined || !mayVote(occupant.personId)) return false;
    const { capacity } = occupant;
    return capacity === "member" || (capacity === "substitute" && rules.substitutesCountForQuorum);
  });
  const total = counting.length;
  // nobody is never a quorum, whatever the fraction of an empty body says
  const required = Math.max(1, leastReaching(rules.quorum, total));
  return { total, present: there.length, required, quorate: there.length >= required };
}
