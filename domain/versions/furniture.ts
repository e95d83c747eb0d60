/**
 * What stands on a page for the page's sake: running headers and footers, page numbers. It moves with the page
 * and not with the text, so it is no part of what two versions are compared by.
 */
import type { PageText } from "../documents";

/** How many lines from the top and from the bottom of a page may be furniture. */
const edgeLines = 3;
/** On how many pages a line must repeat itself, and how near the next such page must be. */
const fewestPages = 3;
const widestGap = 2;

/** Of so many times that a line stands at the edge it may once stand inside a page: a chapter's name is its head there. */
const mostInside = 5;

type Line = { start: number; end: number; text: string };
/** The outermost lines, the outermost first. */
type Edges = { top: Line[]; bottom: Line[] };
/** A stretch of a page's text, `end` excluded. */
export type PageStretch = { start: number; end: number };

/** Per page, the lines that are furniture, in order. They stand outermost: what lies behind a line of text is text. */
export function furnitureOf(pages: readonly PageText[]): readonly (readonly PageStretch[])[] {
  const edges = pages.map(({ text }) => edgesOf(text));
  const everywhere = new Map<string, number>();
  for (const { text } of pages) {
    for (const line of text.split("\n")) {
      everywhere.set(masked(line), (everywhere.get(masked(line)) ?? 0) + 1);
    }
  }
  const repeated = {
    top: repetitions(edges, "top", everywhere),
    bottom: repetitions(edges, "bottom", everywhere),
  };
  return edges.map((lines, page) => {
    const isFurniture = (edge: "top" | "bottom") => (line: Line, fromEdge: number) =>
      (repeated[edge].get(masked(line.text))?.has(page) ?? false) ||
      (fromEdge === 0 && pages.length > 1 && isPageNumber(line.text));
    const found = [
      ...whileTrue(lines.top, isFurniture("top")),
      ...whileTrue(lines.bottom, isFurniture("bottom")),
    ];
    // On a page of few lines one line may be both.
    return [...new Map(found.map((line) => [line.start, line])).values()].sort(
      (a, b) => a.start - b.start,
    );
  });
}

function whileTrue(lines: readonly Line[], test: (line: Line, index: number) => boolean): Line[] {
  const end = lines.findIndex((line, index) => !test(line, index));
  return lines.slice(0, end === -1 ? lines.length : end);
}

/**
 * On which pages a line repeats itself: at least three in a row, or every other (even and odd pages differ). A
 * provision that stands under many articles begins some pages by chance, but stands inside others as well.
 */
function repetitions(
  edges: readonly Edges[],
  edge: "top" | "bottom",
  everywhere: ReadonlyMap<string, number>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = new Map<string, number[][]>();
  for (const [page, lines] of edges.entries()) {
    for (const line of new Set(lines[edge].map(({ text }) => masked(text)))) {
      const known = rows.get(line) ?? [];
      rows.set(line, known);
      const last = known.at(-1);
      if (last !== undefined && page - (last.at(-1) ?? page) <= widestGap) last.push(page);
      else known.push([page]);
    }
  }
  return new Map(
    [...rows].map(([line, found]) => {
      const pages = found.filter(({ length }) => length >= fewestPages).flat();
      const inside = (everywhere.get(line) ?? 0) - found.flat().length;
      return [line, new Set(inside * mostInside > pages.length ? [] : pages)];
    }),
  );
}

/** Numbers are masked: "Trang 12" and "Trang 13" are the same line. */
const masked = (text: string) => text.trim().toLowerCase().replace(/\d+/g, "#");

function isPageNumber(text: string): boolean {
  return /^[-–—\s]*((trang|page|p\.)\s*)?#(\s*(\/|of|trên)\s*#)?[-–—\s]*$/.test(masked(text));
}

function edgesOf(text: string): Edges {
  const top: Line[] = [];
  for (let start = 0; start < text.length && top.length < edgeLines; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, end);
    if (line.trim() !== "") top.push({ start, end, text: line });
    start = end + 1;
  }
  const bottom: Line[] = [];
  for (let end = text.length; end > 0 && bottom.length < edgeLines; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end);
    if (line.trim() !== "") bottom.push({ start, end, text: line });
    end = start - 1;
  }
  return { top, bottom };
}
