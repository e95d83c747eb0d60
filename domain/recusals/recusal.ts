/** Somebody does not take part in an item, or not in all of it, because of an interest of their own. */
import { type RecusalDegree, recusalDegrees } from "../bodies";
import type { ItemId, PersonId } from "../ids";
import type { Instant } from "../text";

/** From taking part as before to the strictest. */
export const degrees: readonly RecusalDegree[] = recusalDegrees;

/** RC3: where a body's rules name none. */
export const usualRecusalDegree: RecusalDegree = "excluded";

export type Recusal = {
  itemId: ItemId;
  personId: PersonId;
  name: string;
  degree: RecusalDegree;
  /** whether who presides has decided it; else the body's usual degree holds */
  decided: boolean;
  /** the reason that was given last */
  reason: string;
  at: Instant;
};

/** By item, in the order in which they were first declared. */
export type RecusalsState = { recusals: Readonly<Record<ItemId, readonly Recusal[]>> };

export const emptyRecusals: RecusalsState = { recusals: {} };

/** All that a recusal needs to know of the meeting. */
export type RecusalSetting = {
  usualDegree: RecusalDegree;
  itemExists(itemId: ItemId): boolean;
  /** concluded or withdrawn */
  itemIsOver(itemId: ItemId): boolean;
  hasRunningBallot(itemId: ItemId): boolean;
  /** the name of a member or substitute on the list; null: nobody of these */
  nameOf(personId: PersonId): string | null;
  /** whether who acts has the item in sight */
  isInSight(itemId: ItemId): boolean;
  presidesOver(personId: PersonId, itemId: ItemId): boolean;
};

/** As all know it who see the item. */
export type RecusalView = Pick<Recusal, "personId" | "name" | "degree" | "decided">;

/** As the one concerned knows it, and, of everybody, who runs the meeting. */
export type RecusalReason = Pick<Recusal, "itemId" | "personId" | "reason">;

/** The recusal on this very item; a part's may be its item's (`domain/meetings/recusing.ts`). */
export function recusalOf(
  { recusals }: RecusalsState,
  itemId: ItemId,
  personId: PersonId,
): Recusal | null {
  return recusals[itemId]?.find((recusal) => recusal.personId === personId) ?? null;
}
