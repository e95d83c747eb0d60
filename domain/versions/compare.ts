/** What changed between two versions of a paper, page by page of the newer one. Page numbers are not a change. */
import { pageAt, type VersionText } from "../documents";
import type { Alignment } from "./align";
import { blockAt, originOf } from "./image";
import { gapsOf } from "./matches";
import { type Paragraph, paragraphsOf } from "./paragraphs";
import { type ParagraphRow, rowsOf } from "./rows";
import type { Words } from "./words";

/** A stretch of a paragraph's text; `start` in the whole text of its version. */
export type ComparedStretch = { start: number; text: string; kind: "same" | "changed" | "moved" };
export type ComparedParagraph = {
  page: number;
  isHeading: boolean;
  stretches: readonly ComparedStretch[];
};
export type ComparedRow = {
  older: readonly ComparedParagraph[];
  newer: readonly ComparedParagraph[];
  /** places among `Comparison.changes` */
  changes: readonly number[];
};

export type Change = {
  kind: "edited" | "added" | "removed" | "moved";
  /** of the newer version; what was taken out counts to the page where it would stand */
  page: number;
  olderPage: number;
  /** the last heading before it in the newer version */
  heading: string | null;
  /** nothing but numbers differ */
  onlyFigures: boolean;
};

export type ComparedPage = {
  page: number;
  what:
    | { type: "same" }
    | { type: "new" }
    | { type: "removed"; count: number }
    | { type: "figures" }
    | { type: "moved" }
    | { type: "edited"; count: number };
  rows: readonly ComparedRow[];
};

export type Comparison = {
  /** in the order of the newer version */
  changes: readonly Change[];
  /** every page of the newer version */
  pages: readonly ComparedPage[];
};

/** A page with less of the older text than this share of its words is a new page. */
const newPage = 0.2;

type Located = Change & { from: number; fromEnd: number; to: number; toEnd: number };

export function compare(alignment: Alignment, older: VersionText, newer: VersionText): Comparison {
  const { from, to } = alignment;
  const before = paragraphsOf(older, from);
  const after = paragraphsOf(newer, to);
  const rows = rowsOf(alignment, before, after);
  const changes = changesOf(alignment, after);
  const rowPages = pagesOf(rows);
  const rowChanges = rows.map((row) =>
    changes.flatMap((change, index) => (touches(change, row) ? [index] : [])),
  );
  const rowsOn = new Map<number, number[]>();
  for (const [row, page] of rowPages.entries())
    rowsOn.set(page, [...(rowsOn.get(page) ?? []), row]);
  const pages = [...newer.pages.keys()].map((index): ComparedPage => {
    const page = index + 1;
    const own = rowsOn.get(page) ?? [];
    const here = [...new Set(own.flatMap((row) => rowChanges[row] ?? []))];
    return {
      page,
      what: whatOf(
        alignment,
        page,
        here.flatMap((change) => changes[change] ?? []),
      ),
      rows: own.flatMap((row) => {
        const paragraphs = rows[row];
        return paragraphs === undefined
          ? []
          : [compared(alignment, paragraphs, rowChanges[row] ?? [])];
      }),
    };
  });
  return {
    changes: changes.map(({ kind, page, olderPage, heading, onlyFigures }, index) => {
      const first = rowChanges.findIndex((own) => own.includes(index));
      return { kind, page: rowPages[first] ?? page, olderPage, heading, onlyFigures };
    }),
    pages,
  };
}

function changesOf(alignment: Alignment, paragraphs: readonly Paragraph[]): Located[] {
  const { from, to, blocks } = alignment;
  const whole = { from: 0, fromEnd: from.count, to: 0, toEnd: to.count };
  const main = blocks.filter(({ moved }) => !moved);
  return gapsOf(main, whole).flatMap((gap): Located[] => {
    const removed = countNew(gap.from, gap.fromEnd, (word) => blockAt(alignment, word) === null);
    const added = countNew(gap.to, gap.toEnd, (word) => originOf(alignment, word) === null);
    const hasMoved = added < gap.toEnd - gap.to;
    if (removed === 0 && added === 0 && !hasMoved) return [];
    const kind =
      removed > 0 && added > 0 ? "edited" : added > 0 ? "added" : removed > 0 ? "removed" : "moved";
    const onlyFigures =
      kind === "edited" &&
      isFigures(alignment, from, gap.from, gap.fromEnd) &&
      isFigures(alignment, to, gap.to, gap.toEnd);
    return [
      {
        ...gap,
        kind,
        page: pageOfWord(to, gap.to),
        olderPage: pageOfWord(from, gap.from),
        heading: headingBefore(to, paragraphs, gap.to),
        onlyFigures,
      },
    ];
  });
}

function countNew(start: number, end: number, isNew: (word: number) => boolean): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (isNew(at)) count += 1;
  return count;
}

function isFigures({ dictionary }: Alignment, { ids }: Words, start: number, end: number): boolean {
  return ids.subarray(start, end).every((id) => /^[\d.,/%-]+$/.test(dictionary.wordOf(id)));
}

function pageOfWord({ pageStarts, starts, count }: Words, word: number): number {
  return pageAt(pageStarts, starts[Math.min(word, count - 1)] ?? 0);
}

function headingBefore(
  words: Words,
  paragraphs: readonly Paragraph[],
  word: number,
): string | null {
  const found = paragraphs.findLast(({ isHeading, words: own }) => isHeading && own.first <= word);
  return found === undefined
    ? null
    : words.text.slice(found.start, found.end).replace(/\s+/g, " ").trim();
}

/** Whether any of the words that were put in, taken out or moved stand in a row. */
function touches(change: Located, { older, newer }: ParagraphRow): boolean {
  const meets = (list: readonly Paragraph[], first: number, end: number) =>
    list.some(({ words }) => words.first < end && words.end > first);
  return meets(newer, change.to, change.toEnd) || meets(older, change.from, change.fromEnd);
}

/** To which page of the newer version each row belongs: its own, or that of the row before it. */
function pagesOf(rows: readonly ParagraphRow[]): number[] {
  let page = rows.find(({ newer }) => newer.length > 0)?.newer[0]?.page ?? 1;
  return rows.map(({ newer }) => {
    page = newer[0]?.page ?? page;
    return page;
  });
}

function whatOf(
  alignment: Alignment,
  page: number,
  changes: readonly Located[],
): ComparedPage["what"] {
  if (changes.length === 0) return { type: "same" };
  const { to } = alignment;
  const begin = to.pageStarts[page - 1] ?? 0;
  const end = to.pageStarts[page] ?? to.text.length + 1;
  let words = 0;
  let known = 0;
  for (let at = 0; at < to.count; at += 1) {
    const start = to.starts[at] ?? 0;
    if (start < begin || start >= end) continue;
    words += 1;
    if (originOf(alignment, at) !== null) known += 1;
  }
  if (words > 0 && known < words * newPage) return { type: "new" };
  if (changes.every(({ kind }) => kind === "removed"))
    return { type: "removed", count: changes.length };
  if (changes.every(({ kind }) => kind === "moved")) return { type: "moved" };
  if (changes.every(({ onlyFigures }) => onlyFigures)) return { type: "figures" };
  return { type: "edited", count: changes.length };
}

function compared(
  alignment: Alignment,
  row: ParagraphRow,
  changes: readonly number[],
): ComparedRow {
  const { from, to } = alignment;
  const olderKind = (word: number) => kindOf(blockAt(alignment, word));
  const newerKind = (word: number) => kindOf(originOf(alignment, word)?.block ?? null);
  return {
    older: row.older.map((paragraph) => stretched(from, paragraph, olderKind)),
    newer: row.newer.map((paragraph) => stretched(to, paragraph, newerKind)),
    changes,
  };
}

function kindOf(block: { moved: boolean } | null): ComparedStretch["kind"] {
  return block === null ? "changed" : block.moved ? "moved" : "same";
}

/** Words of the same kind in a row in one stretch; spaces between two kinds belong to what is the same. */
function stretched(
  words: Words,
  { start, end, page, isHeading, words: own }: Paragraph,
  kind: (word: number) => ComparedStretch["kind"],
): ComparedParagraph {
  const stretches: { start: number; end: number; kind: ComparedStretch["kind"] }[] = [];
  let at = start;
  for (let word = own.first; word < own.end; word += 1) {
    const is = kind(word);
    const last = stretches.at(-1);
    const wordEnd = Math.min(end, words.ends[word] ?? end);
    if (last !== undefined && last.kind === is) last.end = wordEnd;
    else {
      const begin = Math.max(at, words.starts[word] ?? at);
      if (last !== undefined && is !== "same" && last.kind === "same") last.end = begin;
      else if (last !== undefined && begin > at) {
        if (is === "same") {
          stretches.push({ start: at, end: wordEnd, kind: is });
          at = wordEnd;
          continue;
        }
        stretches.push({ start: at, end: begin, kind: "same" });
      }
      stretches.push({ start: begin, end: wordEnd, kind: is });
    }
    at = wordEnd;
  }
  return {
    page,
    isHeading,
    stretches: stretches.map((stretch) => ({
      start: stretch.start,
      text: words.text.slice(stretch.start, stretch.end),
      kind: stretch.kind,
    })),
  };
}
