/** What a mark holds on to: text by quote and position, or a place by what stands nearest to it; and back to boxes on a page. */
import { type PageBox, type PageText, pageAt, type VersionText, wholeText } from "../documents";
import { type Anchor, contextLength } from "./mark";
import { around, boxesOf, lineOf, offsetAt, rounded, runAt, type Stretch } from "./text-geometry";

type Whole = ReturnType<typeof wholeText>;
export type TextAnchor = Extract<Anchor, { type: "text" }>;
export type PlaceAnchor = Extract<Anchor, { type: "place" }>;

/** The longest stretch that one mark may quote, in UTF-16 units. */
export const longestQuote = 4_000;
const mostRects = 400;

const wholes = new WeakMap<VersionText, Whole>();

/** The text of the whole version; put together once per version. */
export function wholeOf(text: VersionText): Whole {
  const known = wholes.get(text) ?? wholeText(text.pages);
  wholes.set(text, known);
  return known;
}

/** Where a stretch of one page's text lies in the whole text. */
export function inWhole(text: VersionText, page: number, stretch: Stretch): Stretch {
  const begin = wholeOf(text).starts[page - 1] ?? 0;
  return { start: begin + stretch.start, end: begin + stretch.end };
}

/**
 * The anchor of a stretch of the whole text, also over page breaks, without the white space at its ends.
 * Null when nothing but white space is chosen, or more than one mark may quote.
 */
export function textAnchor(text: VersionText, stretch: Stretch): TextAnchor | null {
  const { text: whole, starts } = wholeOf(text);
  let start = Math.max(0, Math.min(stretch.start, stretch.end));
  let end = Math.min(whole.length, Math.max(stretch.start, stretch.end));
  while (start < end && /\s/.test(whole[start] ?? "")) start += 1;
  while (end > start && /\s/.test(whole[end - 1] ?? "")) end -= 1;
  if (start === end || end - start > longestQuote) return null;
  const rects = rectsOf(text, starts, { start, end });
  if (rects.length === 0 || rects.length > mostRects) return null;
  return {
    type: "text",
    quote: {
      exact: whole.slice(start, end),
      prefix: whole.slice(Math.max(0, start - contextLength), start),
      suffix: whole.slice(end, end + contextLength),
    },
    position: { start, end },
    rects,
  };
}

/** The boxes of a stretch of the whole text, page by page, one per line. */
function rectsOf(
  text: VersionText,
  starts: readonly number[],
  { start, end }: Stretch,
): { page: number; box: PageBox }[] {
  const rects: { page: number; box: PageBox }[] = [];
  for (let page = pageAt(starts, start); page <= text.pages.length; page += 1) {
    const begin = starts[page - 1] ?? 0;
    if (begin >= end) break;
    const on = text.pages[page - 1];
    if (on === undefined) break;
    for (const box of boxesOf(on, { start: start - begin, end: end - begin })) {
      rects.push({ page, box });
    }
  }
  return rects;
}

/** The anchor of a place: a pin, ink, or a stretch of a page without text. */
export function placeAnchor(text: VersionText | null, page: number, box: PageBox): PlaceAnchor {
  return { type: "place", page, box: rounded(box), near: nearOf(text, page, box) };
}

/** The nearest line of text, by which a place follows a new version. */
function nearOf(text: VersionText | null, page: number, box: PageBox): PlaceAnchor["near"] {
  const on = text?.pages[page - 1];
  if (text === null || on === undefined) return null;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const run = runAt(on, middle);
  const letter = offsetAt(on, middle);
  if (run === null || letter === null) return null;
  const line = lineOf(on, run);
  const start = startNear(on, line, letter - contextLength / 2);
  const end = wordEnd(on.text, line, start + contextLength);
  const exact = on.text.slice(start, end);
  const [nearBox] = boxesOf(on, { start, end });
  if (exact.trim() === "" || nearBox === undefined) return null;
  return { exact, start: inWhole(text, page, { start, end }).start, box: nearBox };
}

/** Whole words around the nearest letter, as many as fit into a context. */
function startNear(on: PageText, line: Stretch, letter: number): number {
  const latest = Math.max(line.start, line.end - contextLength);
  const start = Math.max(line.start, Math.min(letter, latest));
  if (start === line.start || isSpace(on.text[start - 1])) return start;
  const next = on.text.slice(start, line.end).search(/\s\S/);
  // a word as long as the context is cut, but never in the middle of a pair of surrogates
  if (next === -1) return /[\uDC00-\uDFFF]/.test(on.text[start] ?? "") ? start + 1 : start;
  return start + next + 1;
}

function wordEnd(text: string, line: Stretch, latest: number): number {
  if (latest >= line.end) return line.end;
  if (isSpace(text[latest])) return latest;
  const space = text.lastIndexOf(" ", latest);
  if (space > latest - contextLength && space > line.start) return space;
  return /[\uDC00-\uDFFF]/.test(text[latest] ?? "") ? latest - 1 : latest;
}

const isSpace = (letter: string | undefined) => letter === undefined || /\s/.test(letter);

/** What a mark covers on a page, from the top; nothing on a page where it does not stand. */
export function boxesOn(anchor: Anchor, page: number): PageBox[] {
  if (anchor.type === "place") return anchor.page === page ? [anchor.box] : [];
  return anchor.rects.filter((rect) => rect.page === page).map(({ box }) => box);
}

/** The box around all that a mark covers on a page. */
export function boundsOn(anchor: Anchor, page: number): PageBox | null {
  const boxes = boxesOn(anchor, page);
  return boxes.length === 0 ? null : boxes.reduce(around);
}

/** The pages a mark stands on, in order. */
export function pagesOf(anchor: Anchor): number[] {
  if (anchor.type === "place") return [anchor.page];
  return [...new Set(anchor.rects.map(({ page }) => page))].sort((a, b) => a - b);
}

/** For lists: by page, then from the top, then from the left. */
export function compareAnchors(a: Anchor, b: Anchor): number {
  const at = placeOf(a);
  const bt = placeOf(b);
  return at.page - bt.page || at.box.y - bt.box.y || at.box.x - bt.box.x;
}

/** Where a mark begins: what leads to it goes there. */
export function placeOf(anchor: Anchor): { page: number; box: PageBox } {
  if (anchor.type === "place") return { page: anchor.page, box: anchor.box };
  const [first] = anchor.rects;
  return first ?? { page: 1, box: { x: 0, y: 0, width: 0, height: 0 } };
}
