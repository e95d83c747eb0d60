/** Which papers may be handed over to members' staff: asked when they are, and again at every look (HO2, HO3, HO5). */
import { numbered } from "../agenda";
import type { DocumentId } from "../ids";
import type { MeetingState } from "./meeting";
import type { Pack } from "./pack";
import { latestRevision } from "./revisions";

/** As it is published and as it is being prepared: a seal that the office sets holds before it is published. */
export function mayBeHandedOver(state: MeetingState, documentId: DocumentId): boolean {
  const published = latestRevision(state);
  if (published === null || state.phase.name === "cancelled") return false;
  const working = { ...state.agenda, papers: state.papers };
  return [published, working].every((pack) => isOpenIn(pack, documentId));
}

function isOpenIn({ items, order, papers }: Pack, documentId: DocumentId): boolean {
  const paper = papers.papers[documentId];
  if (paper === undefined || paper.holding.type !== "file" || paper.grade !== null) return false;
  const place = numbered(order).find(({ itemId }) => itemId === paper.itemId);
  // a part is no more open than the item it belongs to
  return (
    place !== undefined &&
    [place.itemId, place.parent].every((itemId) => itemId === null || isOpen(items[itemId]))
  );
}

const isOpen = (item: Pack["items"][keyof Pack["items"]] | undefined): boolean =>
  item !== undefined && !item.closed && item.grade === null;
