/**
 * The shared part of a view: what all viewers of one sight know of a meeting.
 *
 * - Everybody who sees the meeting sees who sits where, who is there, who presides, and the quorum;
 *   reasons of absence are on the office's sheet only.
 * - Who sees single papers by a hand-over sees no seats, no presence, no ballots and not what becomes of the item.
 * - An item outside the viewer's sight is not in the view at all, nor are its papers and ballots. Page
 *   numbers count hidden papers, so that everybody says the same number.
 * - What members hold is the latest published revision; the working copy is the office's.
 * - Ballots: see ballots/view.ts. Nobody gets a direction before closing, and before declaration only
 *   those who run the meeting get the result.
 */
import { courseOf, type Item, numbered } from "../agenda";
import { guestViews, quorumOf, seatViews } from "../attendance";
import { ballotView } from "../ballots";
import type { Paper } from "../documents";
import type { ItemId } from "../ids";
import type { MeetingState, Revision } from "./meeting";
import { changesSince, missingIn, type Pack, pagesOfPack, papersOf } from "./pack";
import { type PackPages, packPages } from "./pack-pages";
import { mayVoteNow } from "./recusing";
import { latestRevision } from "./revisions";
import { presidingNow, presidingOver } from "./rights";
import { ballotSetting } from "./settings";
import { seesItem } from "./sight";
import type { ItemView, OfficeView, PaperView, SharedView, Sight } from "./view";

/** Who sits where, who is there, and whether they are enough: the same for every sight. */
export type PeopleView = Pick<SharedView, "seats" | "guests" | "quorum">;

export function peopleOf(state: MeetingState): PeopleView {
  const { seats, attendance, rules } = state;
  return {
    seats: seatViews(seats, attendance),
    guests: guestViews(attendance),
    quorum: quorumOf(rules, seats, attendance, mayVoteNow(state)),
  };
}

/** @param people `peopleOf(state)`, from whoever renders often and has it from the last time */
export function sharedViewOf(
  state: MeetingState,
  sight: Sight,
  people: PeopleView = peopleOf(state),
): SharedView {
  const revision = latestRevision(state);
  const working: Pack = { ...state.agenda, papers: state.papers };
  const pack = revision ?? working;
  const setting = ballotSetting(state);
  const numbers = packPages(state.revisions, revision === null ? working : undefined);
  const shown = sight.room ? people : nobody(state);
  const items = itemViews(state, pack, numbers).flatMap((item) => itemInSight(sight, item) ?? []);
  return {
    meetingId: state.meetingId,
    bodyId: state.bodyId,
    bodyName: state.bodyName,
    timeZone: state.timeZone,
    words: state.rules.words,
    info: revision?.info ?? state.info,
    phase: state.phase,
    revision:
      revision === null
        ? null
        : { number: revision.number, at: revision.at, pages: pagesOfPack(pack) },
    seats: shown.seats,
    guests: shown.guests,
    presiding: sight.room ? presidingNow(state) : null,
    quorum: shown.quorum,
    items,
    ballots: state.ballots.order.flatMap((ballotId) => {
      const ballot = state.ballots.ballots[ballotId];
      if (ballot === undefined || !seesItem(sight, ballot.itemId)) return [];
      return ballotView(setting, ballot, { runs: sight.runs }) ?? [];
    }),
    office: sight.office ? officeView(state, sight, working, revision) : null,
  };
}

/** Who sees no room sees nobody in it. */
const nobody = ({ rules }: MeetingState): PeopleView => ({
  seats: [],
  guests: [],
  quorum: quorumOf(rules, [], { participants: {} }),
});

/** Whole, or as far as the papers in sight need it; what becomes of it in the sitting is not among that. */
function itemInSight(sight: Sight, item: ItemView): ItemView | null {
  if (seesItem(sight, item.itemId)) return item;
  const papers = item.papers.filter(({ documentId }) => sight.papers.includes(documentId));
  if (papers.length === 0) return null;
  return { ...item, papers, course: { state: "planned" }, presiding: null, recusals: [] };
}

function itemViews(state: MeetingState, pack: Pack, numbers: PackPages): ItemView[] {
  return numbered(pack.order).flatMap(({ itemId, parent, number }) => {
    const item = pack.items[itemId];
    if (item === undefined) return [];
    return { ...itemView(state, item, pack, numbers), parent, number };
  });
}

function itemView(
  state: MeetingState,
  { edition: _edition, ...item }: Item,
  pack: Pack,
  numbers: PackPages,
): Omit<ItemView, "parent" | "number"> {
  return {
    ...item,
    course: courseOf(state.agenda, item.itemId),
    papers: papersOf(pack.papers, item.itemId).map((paper) => paperView(paper, numbers)),
    presiding: presidingOver(state, item.itemId),
    recusals: (state.recusals.recusals[item.itemId] ?? []).map(
      ({ personId, name, degree, decided }) => ({ personId, name, degree, decided }),
    ),
  };
}

function paperView(paper: Paper, numbers: PackPages): PaperView {
  const { documentId, kind, title, grade, holding } = paper;
  if (holding.type === "paper_only") return { documentId, kind, title, grade, holding };
  const { current, earlier } = holding;
  return {
    documentId,
    kind,
    title,
    grade,
    holding: {
      type: "file",
      versionId: current.versionId,
      number: current.number,
      pages: current.pages,
      sizeBytes: current.sizeBytes,
      fileName: current.fileName,
      attachedAt: current.attachedAt,
      numbers: numbers[documentId] ?? [],
      flags: current.flags,
      earlier: earlier.map(({ versionId, number, pages, attachedAt }) => ({
        versionId,
        number,
        pages,
        attachedAt,
      })),
    },
  };
}

function officeView(
  state: MeetingState,
  sight: Sight,
  working: Pack,
  revision: Revision | null,
): OfficeView {
  const isInSight = (itemId: ItemId | null) => itemId === null || seesItem(sight, itemId);
  const editions: Readonly<Record<ItemId, Item>> = state.agenda.items;
  return {
    info: state.info,
    infoEdition: state.infoEdition,
    orderEdition: state.agenda.orderEdition,
    items: itemViews(state, working, packPages(state.revisions, working))
      .filter(({ itemId }) => isInSight(itemId))
      .map((item) => ({
        ...item,
        edition: editions[item.itemId]?.edition ?? 1,
        published: state.revisions.some(({ items }) => items[item.itemId] !== undefined),
      })),
    changes: changesSince(revision, state).filter((change) =>
      isInSight("itemId" in change ? change.itemId : null),
    ),
    missing: missingIn(state).filter(({ itemId }) => isInSight(itemId)),
    approval: state.rules.approval,
    grades: state.rules.grades,
    recusalReasons: Object.values(state.recusals.recusals)
      .flat()
      .filter(({ itemId }) => isInSight(itemId))
      .map(({ itemId, personId, reason }) => ({ itemId, personId, reason })),
    participants: Object.values(state.attendance.participants),
  };
}
