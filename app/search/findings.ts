/** An answer as it is shown: by scope, by item and paper, and as one row of hits to step through. */
import type { DocumentId, ItemId, MeetingId } from "../../domain/ids";
import type { Hit, SearchAnswer, SearchedPaper } from "../../domain/search";
import type { Bilingual } from "../../domain/text";
import type { HitPlace, Scope } from "./search-store";

export type PaperFindings = SearchAnswer["papers"][number];
export type Finding = { paper: SearchedPaper; hit: Hit };

/** An item with its papers in which something was found; those found best come first. */
export type ItemFindings = {
  meetingId: MeetingId;
  meetingTitle: Bilingual;
  itemId: ItemId;
  number: string;
  title: Bilingual;
  papers: PaperFindings[];
};

/** The part of the pack's answer that lies in a narrower scope. */
export function inScope(
  answer: SearchAnswer,
  scope: Scope,
  here: { itemId: ItemId; documentId: DocumentId },
): SearchAnswer {
  const isIn = ({ itemId, documentId }: SearchedPaper) =>
    scope === "item" ? itemId === here.itemId : scope !== "paper" || documentId === here.documentId;
  const papers = answer.papers.filter(({ paper }) => isIn(paper));
  return {
    ...answer,
    papers,
    count: papers.reduce((sum, { count }) => sum + count, 0),
    silent: answer.silent.filter(({ paper }) => isIn(paper)),
  };
}

export function byItem({ papers }: SearchAnswer): ItemFindings[] {
  const items = new Map<ItemId, ItemFindings>();
  for (const each of papers) {
    const { meetingId, meetingTitle, itemId, itemNumber, itemTitle } = each.paper;
    const item = items.get(itemId) ?? {
      meetingId,
      meetingTitle,
      itemId,
      number: itemNumber,
      title: itemTitle,
      papers: [],
    };
    item.papers.push(each);
    items.set(itemId, item);
  }
  return [...items.values()];
}

/** All listed hits in the order in which they are shown. */
export function inOrder(answer: SearchAnswer): Finding[] {
  return byItem(answer).flatMap(({ papers }) =>
    papers.flatMap(({ paper, hits }) => hits.map((hit) => ({ paper, hit }))),
  );
}

export function placeOf({ paper, hit }: Finding): HitPlace {
  return { documentId: paper.documentId, page: hit.page, start: hit.parts[0]?.start ?? 0 };
}

export function isSamePlace(a: HitPlace | null, b: HitPlace | null): boolean {
  return (
    a !== null &&
    b !== null &&
    a.documentId === b.documentId &&
    a.page === b.page &&
    a.start === b.start
  );
}

/** Where a step leads: round at both ends; from nowhere to the first at or after what is being read. */
export function stepFrom(
  findings: readonly Finding[],
  current: HitPlace | null,
  step: 1 | -1,
  reading: { documentId: DocumentId; page: number },
): Finding | null {
  const at = findings.findIndex((finding) => isSamePlace(placeOf(finding), current));
  if (at >= 0) return findings.at((at + step) % findings.length) ?? null;
  const isOfPaper = ({ paper }: Finding) => paper.documentId === reading.documentId;
  const near =
    step === 1
      ? findings.find((each) => isOfPaper(each) && each.hit.page >= reading.page)
      : findings.findLast((each) => isOfPaper(each) && each.hit.page <= reading.page);
  return near ?? findings.find(isOfPaper) ?? findings.at(step === 1 ? 0 : -1) ?? null;
}
