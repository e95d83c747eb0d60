/** Quorum: who counts as there. Derived, never stored. */
import type { BodyRules, Seat } from "../bodies";
import { leastReaching } from "../fraction";
import type { MembershipId } from "../ids";
import type { AttendanceState, Participant, Quorum } from "./participant";

export function isPresent({ presence }: Participant): boolean {
  return presence.state === "room" || presence.state === "remote";
}

/** The one who is there for a seat: the member, else the substitute; null when nobody is. */
export function occupantOf(
  attendance: AttendanceState,
  membershipId: MembershipId,
): Participant | null {
  const of = (capacity: Participant["capacity"]) =>
    Object.values(attendance.participants).find(
      (participant) =>
        participant.capacity === capacity &&
        participant.membershipId === membershipId &&
        isPresent(participant),
    );
  return of("member") ?? of("substitute") ?? null;
}

/** AT10–AT12: seats with a voting right count; a substitute only where the body's rules say so. */
export function quorumOf(
  rules: BodyRules,
  seats: readonly Seat[],
  attendance: AttendanceState,
): Quorum {
  const counting = new Set(
    seats.filter(({ votingRight }) => votingRight).map(({ membershipId }) => membershipId),
  );
  const there = new Set<MembershipId>();
  for (const participant of Object.values(attendance.participants)) {
    const { capacity, membershipId } = participant;
    if (membershipId === null || !counting.has(membershipId) || !isPresent(participant)) continue;
    const counts =
      capacity === "member" || (capacity === "substitute" && rules.substitutesCountForQuorum);
    if (counts) there.add(membershipId);
  }
  const total = counting.size;
  const required = leastReaching(rules.quorum, total);
  return { total, present: there.size, required, quorate: there.size >= required };
}
