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
 * - A member's staff see the papers that a member whose office they are of has handed over to them, as long as that
 *   member sees them and they are open (HO2…HO5), with the meeting's and the item's names; nothing of the sitting.
 * - Who is excluded from an item by a recusal sees nothing of it, of its parts and of their papers, whoever they are, the
 *   head of the body included, until it is concluded or withdrawn; nor does their staff by a hand-over (RC8).
 * - Everybody else (auditors, administrators, clerks, staff without a hand-over, strangers) sees no meeting: the answer is
 *   the same as if it did not exist. Auditors have the journal, which holds no content.
 */
import { numbered } from "../agenda";
import type { Standing } from "../bodies";
import type { DocumentId, ItemId, PersonId } from "../ids";
import { mayBeHandedOver } from "./handing-over";
import type { MeetingState, Revision } from "./meeting";
import { excludedItems } from "./recusing";
import { latestRevision } from "./revisions";
import { participantOf, presidingNow } from "./rights";
import type { Sight } from "./view";

export function sightOf(state: MeetingState, standing: Standing): Sight | null {
  const { roles, personId } = standing;
  const isOffice =
    roles.includes("secretary") || roles.includes("office_lead") || roles.includes("examiner");
  const leads = roles.includes("chair") || presidingNow(state) === personId;
  const putToLeaders = state.phase.name !== "draft" && state.phase.name !== "sent_back";
  if (isOffice || (leads && putToLeaders))
    return {
      office: true,
      runs: true,
      room: true,
      items: "all",
      without: excludedItems(state, personId),
      papers: [],
    };
  const asked = sightOfParticipant(state, personId);
  const papers = papersHandedTo(state, standing).filter(
    (documentId) => asked === null || !seesWhole(state, asked, documentId),
  );
  if (papers.length === 0) return asked;
  const without = excludedItems(state, personId);
  return { office: false, runs: false, room: false, items: [], without, ...asked, papers };
}

/** By an invitation: what everybody sees who is asked to the meeting. */
function sightOfParticipant(state: MeetingState, personId: PersonId): Sight | null {
  const revision = latestRevision(state);
  const participant = participantOf(state, personId);
  if (revision === null || participant === null) return null;
  const sees = (items: Sight["items"]): Sight => ({
    office: false,
    runs: false,
    room: true,
    items,
    without: excludedItems(state, personId),
    papers: [],
  });
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

/** HO4, HO5: of the papers handed over to this person those that are in sight now, each once. */
export function papersHandedTo(state: MeetingState, standing: Standing): DocumentId[] {
  if (standing.offices.length === 0) return [];
  const papers = standing.offices.flatMap((member) => papersHandedBy(state, standing, member));
  return [...new Set(papers)];
}

/** The same of one member's office. */
export function papersHandedBy(
  state: MeetingState,
  { personId, offices }: Standing,
  memberId: PersonId,
): DocumentId[] {
  if (!offices.includes(memberId)) return [];
  const member = participantOf(state, memberId);
  const sight = member?.capacity === "member" ? sightOfParticipant(state, memberId) : null;
  if (sight === null) return [];
  return Object.values(state.handovers.handovers)
    .filter(
      (handover) =>
        handover.state !== "taken_back" &&
        handover.memberId === memberId &&
        handover.staff.personId === personId,
    )
    .flatMap(({ documentIds }) => documentIds)
    .filter(
      (documentId) => mayBeHandedOver(state, documentId) && seesWhole(state, sight, documentId),
    );
}

function seesWhole(state: MeetingState, sight: Sight, documentId: DocumentId): boolean {
  const paper = latestRevision(state)?.papers.papers[documentId];
  return paper !== undefined && seesItem(sight, paper.itemId);
}

/** Whether a paper is in sight: with its item, or by itself. */
export function seesPaper(
  sight: Sight,
  { itemId, documentId }: { itemId: ItemId; documentId: DocumentId },
): boolean {
  if (sight.without.includes(itemId)) return false;
  return seesItem(sight, itemId) || sight.papers.includes(documentId);
}

/** Whether the item is seen whole. */
export function seesItem(sight: Sight, itemId: ItemId): boolean {
  if (sight.without.includes(itemId)) return false;
  return sight.items === "all" || sight.items.includes(itemId);
}

/** Viewers with equal sight form one audience: they get the same bytes, encoded once. */
export function audienceOf(sight: Sight): string {
  const items = sight.items === "all" ? "all" : [...sight.items].sort().join(",");
  const papers = sight.papers.length === 0 ? "" : `+${[...sight.papers].sort().join(",")}`;
  const without = sight.without.length === 0 ? "" : `-${[...sight.without].sort().join(",")}`;
  const where = sight.office ? "office" : sight.room ? "floor" : "papers";
  return `${where}${sight.runs ? "+runs" : ""}:${items}${without}${papers}`;
}
