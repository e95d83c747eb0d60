/** The pack: its papers in order, what lacks in it, what a new publication would change. */
import { type AgendaState, type Item, numbered, placeOf } from "../agenda";
import type { Paper, PapersState } from "../documents";
import type { ItemId } from "../ids";
import type { MeetingInfo, MeetingState, Revision } from "./meeting";
import type { Missing, PackChange } from "./view";

export type Pack = Pick<Revision, "items" | "order" | "papers">;

/** The papers of a pack in reading order. */
export function papersInOrder(pack: Pack): Paper[] {
  return numbered(pack.order).flatMap(({ itemId }) => papersOf(pack.papers, itemId));
}

export function papersOf(papers: PapersState, itemId: ItemId): Paper[] {
  return (papers.byItem[itemId] ?? []).flatMap((documentId) => papers.papers[documentId] ?? []);
}

/** How many pages a pack has; papers that exist on paper only are not counted. */
export function pagesOfPack(pack: Pack): number {
  return papersInOrder(pack).reduce(
    (sum, { holding }) => sum + (holding.type === "file" ? holding.current.pages : 0),
    0,
  );
}

/** What the office has still to do; `required` must be empty before the pack is submitted. */
export function missingIn(state: MeetingState): Missing[] {
  const order = numbered(state.agenda.order);
  const missing: Missing[] = [];
  const add = (rank: Missing["rank"], code: Missing["code"], itemId: ItemId | null = null) =>
    missing.push({ rank, code, itemId, params: {} });
  if (order.length === 0) add("required", "no_items");
  for (const { itemId, parent } of order) {
    const item = state.agenda.items[itemId];
    if (item === undefined || parent !== null || isSetAside(state.agenda, itemId)) continue;
    if (item.leadAgency === null) add("required", "item_without_lead", itemId);
    if (!hasPaper(state, itemId)) add("required", "item_without_paper", itemId);
    if (item.presenter === null && item.treatment === "debate")
      add("review", "item_without_presenter", itemId);
  }
  const planned = order.reduce(
    (sum, { itemId, parent }) =>
      parent === null && !isSetAside(state.agenda, itemId)
        ? sum + (state.agenda.items[itemId]?.minutes ?? 0)
        : sum,
    0,
  );
  const available = (Date.parse(state.info.endsAt) - Date.parse(state.info.startsAt)) / 60_000;
  if (planned > available)
    missing.push({
      rank: "review",
      code: "over_time",
      itemId: null,
      params: { minutes: planned - Math.floor(available), planned },
    });
  return missing;
}

function isSetAside(agenda: AgendaState, itemId: ItemId): boolean {
  const course = agenda.course[itemId]?.state;
  return course === "withdrawn" || course === "postponed";
}

/** A paper on the item itself or on one of its parts; an item only to be told needs none. */
function hasPaper(state: MeetingState, itemId: ItemId): boolean {
  if (state.agenda.items[itemId]?.purpose === "inform") return true;
  const parts = state.agenda.order.find((entry) => entry.itemId === itemId)?.parts ?? [];
  return [itemId, ...parts].some((id) => (state.papers.byItem[id] ?? []).length > 0);
}

/** What publishing now would change for those who hold the latest revision, in agenda order. */
export function changesSince(revision: Revision | null, state: MeetingState): PackChange[] {
  const before: Pack = revision ?? { items: {}, order: [], papers: { papers: {}, byItem: {} } };
  const now: Pack = { ...state.agenda, papers: state.papers };
  return [
    ...(revision === null ? [] : infoChanges(revision.info, state.info)),
    ...itemChanges(before, now),
    ...paperChanges(before, now),
  ];
}

function infoChanges(before: MeetingInfo, now: MeetingInfo): PackChange[] {
  const keys: (keyof MeetingInfo)[] = [
    "title",
    "kind",
    "form",
    "authority",
    "startsAt",
    "endsAt",
    "place",
  ];
  const fields = keys.filter((key) => !same(before[key], now[key]));
  return fields.length === 0 ? [] : [{ what: "info", fields }];
}

function itemChanges(before: Pack, now: Pack): PackChange[] {
  const changes: PackChange[] = [];
  for (const { itemId, parent, number } of numbered(now.order)) {
    const item = now.items[itemId];
    if (item === undefined) continue;
    const old = before.items[itemId];
    const entry = { itemId, number, title: item.title };
    if (old === undefined) changes.push({ what: "item_added", ...entry });
    else {
      if (!same(content(old), content(item))) changes.push({ what: "item_edited", ...entry });
      const place = placeOf(before.order, itemId);
      const place2 = placeOf(now.order, itemId);
      if (place?.parent !== parent || place.position !== place2?.position)
        changes.push({ what: "item_moved", ...entry });
    }
  }
  for (const { itemId, number } of numbered(before.order)) {
    const item = before.items[itemId];
    if (item !== undefined && now.items[itemId] === undefined)
      changes.push({ what: "item_removed", itemId, number, title: item.title });
  }
  return changes;
}

function paperChanges(before: Pack, now: Pack): PackChange[] {
  const changes: PackChange[] = [];
  const entry = ({ itemId, documentId, title, holding }: Paper) => ({
    itemId,
    documentId,
    title,
    versionNumber: holding.type === "file" ? holding.current.number : null,
  });
  for (const paper of papersInOrder(now)) {
    const old = before.papers.papers[paper.documentId];
    if (old === undefined) changes.push({ what: "paper_added", ...entry(paper) });
    else if (versionOf(old) !== versionOf(paper))
      changes.push({ what: "paper_replaced", ...entry(paper) });
    else if (!same([old.kind, old.title, old.grade], [paper.kind, paper.title, paper.grade]))
      changes.push({ what: "paper_described", ...entry(paper) });
  }
  for (const paper of papersInOrder(before))
    if (now.papers.papers[paper.documentId] === undefined)
      changes.push({ what: "paper_removed", ...entry(paper) });
  return changes;
}

function versionOf({ holding }: Paper): string | null {
  return holding.type === "file" ? holding.current.versionId : null;
}

function content({ edition: _edition, ...item }: Item) {
  return item;
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
