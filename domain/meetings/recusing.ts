/** What a recusal takes from a person in a meeting: asked at every look and every right. */
import { courseOf, currentItem, placeOf } from "../agenda";
import type { RecusalDegree } from "../bodies";
import type { ItemId, PersonId, VersionId } from "../ids";
import { degrees, recusalOf } from "../recusals";
import type { MeetingState } from "./meeting";
import type { Sight } from "./view";

const nothing: readonly ItemId[] = [];

/** RC6 */
export function isOver(state: MeetingState, itemId: ItemId): boolean {
  const course = courseOf(state.agenda, itemId).state;
  return course === "concluded" || course === "withdrawn";
}

/** The items with recusals that are over, in a fixed order: all that a sight asks of their course. */
export function recusedAndOver(state: MeetingState): string {
  return Object.values(state.recusals.recusals)
    .flatMap(([first]) => (first !== undefined && isOver(state, first.itemId) ? first.itemId : []))
    .sort()
    .join(" ");
}

/** RC8: the items that a person has nothing of now, parts included; in a fixed order. */
export function excludedItems(state: MeetingState, personId: PersonId): readonly ItemId[] {
  const excluded = Object.values(state.recusals.recusals)
    .flat()
    .filter((recusal) => recusal.personId === personId && recusal.degree === "excluded")
    .map(({ itemId }) => itemId)
    .filter((itemId) => !isOver(state, itemId));
  if (excluded.length === 0) return nothing;
  // the working copy may have parts that no revision has, and the other way round
  const orders = [state.agenda.order, ...state.revisions.map(({ order }) => order)];
  const parts = orders.flatMap((order) =>
    order.filter(({ itemId }) => excluded.includes(itemId)).flatMap((place) => place.parts),
  );
  return [...new Set([...excluded, ...parts])].sort();
}

/** The stricter of what holds of the item and of the one it is a part of. */
export function degreeOn(state: MeetingState, itemId: ItemId, personId: PersonId): RecusalDegree {
  const parent = placeOf(state.agenda.order, itemId)?.parent ?? null;
  const held = [itemId, ...(parent === null ? [] : [parent])].map(
    (each) => recusalOf(state.recusals, each, personId)?.degree ?? "declared",
  );
  return held.reduce((strict, other) =>
    degrees.indexOf(other) > degrees.indexOf(strict) ? other : strict,
  );
}

/** RC9 */
export function mayVoteOn(state: MeetingState, itemId: ItemId, personId: PersonId): boolean {
  return degreeOn(state, itemId, personId) === "declared";
}

/** RC9, as a question about whoever is there; of everybody when nothing is being dealt with. */
export function mayVoteNow(state: MeetingState): (personId: PersonId) => boolean {
  const current = currentItem(state.agenda);
  if (current === null || Object.keys(state.recusals.recusals).length === 0) return () => true;
  return (personId) => mayVoteOn(state, current, personId);
}

/** RC8: versions of the papers of items that are out of a sight by a recusal, whatever else would show them. */
export function withheldVersions(
  state: MeetingState,
  { without }: Pick<Sight, "without">,
): ReadonlySet<VersionId> {
  if (without.length === 0) return new Set();
  const packs = [state.papers, ...state.revisions.map(({ papers }) => papers)];
  const versions = packs
    .flatMap(({ papers }) => Object.values(papers))
    .filter(({ itemId }) => without.includes(itemId))
    .flatMap(({ holding }) =>
      holding.type === "file" ? [holding.current, ...holding.earlier] : [],
    )
    .map(({ versionId }) => versionId);
  return new Set(versions);
}
