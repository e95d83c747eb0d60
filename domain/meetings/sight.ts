/**
 * Who sees a meeting, and how much of it.
 *
 * - The secretariat and its examiners see every meeting of their body from its first draft, with the
 *   working copy, the attendance sheet with reasons, and what is missing.
 * - The head of the body and whoever presides see the same from the moment it is put to them for
 *   approval; before that a draft is the office's own.
 * - Members and substitutes see what was published, and all of it. An absent member keeps the pack.
 * - Rapporteurs and invitees see what was published, and of it only the items they are asked for;
 *   of a closed item they learn nothing unless they are named for that very item.
 * - Observers see published items that are open to observers, never closed or graded ones.
 * - Everybody else (auditors, administrators, clerks, staff, strangers) sees no meeting: the answer is
 *   the same as if it did not exist. Auditors have the journal, which holds no content.
 */
import { numbered } from "../agenda";
import type { Standing } from "../bodies";
import type { ItemId } from "../ids";
import type { MeetingState, Revision } from "./meeting";
import { participantOf, presidingNow } from "./rights";
import { latestRevision } from "./settings";
import type { Sight } from "./view";

export function sightOf(state: MeetingState, standing: Standing): Sight | null {
  const { roles, personId } = standing;
  const isOffice =
    roles.includes("secretary") || roles.includes("office_lead") || roles.includes("examiner");
  const leads = roles.includes("chair") || presidingNow(state) === personId;
  const putToLeaders = state.phase.name !== "draft" && state.phase.name !== "sent_back";
  if (isOffice || (leads && putToLeaders)) return { office: true, runs: true, items: "all" };
  const revision = latestRevision(state);
  const participant = participantOf(state, personId);
  if (revision === null || participant === null) return null;
  const sees = (items: Sight["items"]): Sight => ({ office: false, runs: false, items });
  switch (participant.capacity) {
    case "member":
    case "substitute":
      return sees("all");
    case "rapporteur":
    case "invitee":
      return sees(itemsAskedFor(revision, participant.items));
    case "observer":
      return sees(itemsOpenToObservers(revision));
  }
}

function itemsAskedFor(revision: Revision, items: "all" | readonly ItemId[]): ItemId[] {
  return publishedItems(revision).filter((itemId) =>
    items === "all" ? revision.items[itemId]?.closed === false : items.includes(itemId),
  );
}

function itemsOpenToObservers(revision: Revision): ItemId[] {
  return publishedItems(revision).filter((itemId) => {
    const item = revision.items[itemId];
    return item?.openToObservers === true && !item.closed && item.grade === null;
  });
}

function publishedItems(revision: Revision): ItemId[] {
  return numbered(revision.order).map(({ itemId }) => itemId);
}

export function seesItem(sight: Sight, itemId: ItemId): boolean {
  return sight.items === "all" || sight.items.includes(itemId);
}

/** Viewers with equal sight form one audience: they get the same bytes, encoded once. */
export function audienceOf(sight: Sight): string {
  const items = sight.items === "all" ? "all" : [...sight.items].sort().join(",");
  return `${sight.office ? "office" : "floor"}${sight.runs ? "+runs" : ""}:${items}`;
}
