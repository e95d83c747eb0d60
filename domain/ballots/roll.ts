/** The roll: who may vote, each line once, frozen when the ballot opens. */
import { type AttendanceState, occupantsOf } from "../attendance";
import type { BodyRules, Seat } from "../bodies";
import type { PersonId } from "../ids";
import type { CastVote, RollEntry } from "./ballot";

/**
 * BA10: every seat in force with a voting right is on the roll, present or not. BA11: a substitute who
 * is there takes the seat's line only where the body's rules let substitutes vote; the line's
 * `membershipId` stays the seat's, and the head's own side is nobody else's. BA12: who may not vote on the item is not
 * on it, nor is anybody in that place.
 */
export function rollFor(
  rules: BodyRules,
  seats: readonly Seat[],
  attendance: AttendanceState,
  presiding: PersonId | null,
  mayVote: (personId: PersonId) => boolean = () => true,
): RollEntry[] {
  const occupants = occupantsOf(attendance);
  return seats
    .filter(({ votingRight }) => votingRight)
    .map((seat) => {
      const occupant = occupants.get(seat.membershipId);
      const votes = occupant?.capacity === "member" || rules.substitutes === "vote";
      const stands = votes && occupant?.capacity === "substitute" ? occupant : seat;
      return {
        membershipId: seat.membershipId,
        personId: stands.personId,
        name: stands.name,
        order: seat.order,
        head: seat.role === "chair" && stands === seat,
        presides: stands.personId === presiding,
        present: occupant !== undefined && votes,
      };
    })
    .filter(({ personId }) => mayVote(personId));
}

/** A roll never changes; each place on it is worked out once, not twice per vote. */
const placesByPerson = new WeakMap<readonly RollEntry[], ReadonlyMap<PersonId, number>>();

/** Place on the roll, from 0; null for who is not on it. */
export function placeOn(roll: readonly RollEntry[], personId: PersonId): number | null {
  const known = placesByPerson.get(roll);
  if (known !== undefined) return known.get(personId) ?? null;
  // from the end: should somebody stand there twice, the first line counts
  const places = new Map(roll.map(({ personId: of }, place) => [of, place] as const).reverse());
  placesByPerson.set(roll, places);
  return places.get(personId) ?? null;
}

/** The recorded vote of a person; null for who has not answered, or is not on the roll. */
export function voteOf(
  { roll, votes }: { roll: readonly RollEntry[]; votes: readonly (CastVote | null)[] },
  personId: PersonId,
): CastVote | null {
  const place = placeOn(roll, personId);
  return place === null ? null : (votes[place] ?? null);
}
