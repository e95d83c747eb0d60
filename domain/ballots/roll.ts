/** The roll: who may vote, each line once, frozen when the ballot opens. */
import { type AttendanceState, isPresent, occupantOf, type Participant } from "../attendance";
import type { BodyRules, Seat } from "../bodies";
import type { PersonId } from "../ids";
import type { RollEntry } from "./ballot";

/**
 * BA10: every seat in force with a voting right is on the roll, present or not. BA11: a substitute who
 * is there takes the seat's line only where the body's rules let substitutes vote; the line's
 * `membershipId` stays the seat's.
 */
export function rollFor(
  rules: BodyRules,
  seats: readonly Seat[],
  attendance: AttendanceState,
  presiding: PersonId | null,
): RollEntry[] {
  return seats
    .filter(({ votingRight }) => votingRight)
    .map((seat) => {
      const occupant = occupantOf(attendance, seat.membershipId);
      const stands = standsFor(rules, occupant) ? occupant : null;
      const personId = stands?.personId ?? seat.personId;
      return {
        membershipId: seat.membershipId,
        personId,
        name: stands?.name ?? seat.name,
        order: seat.order,
        head: seat.role === "chair" && stands === null,
        presides: personId === presiding,
        present: occupant !== null && (occupant.capacity === "member" || stands !== null),
      };
    });
}

function standsFor(rules: BodyRules, occupant: Participant | null): boolean {
  return (
    rules.substitutes === "vote" &&
    occupant !== null &&
    occupant.capacity === "substitute" &&
    isPresent(occupant)
  );
}
