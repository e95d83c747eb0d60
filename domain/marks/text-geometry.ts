/** Between offsets of a page's text and places on the page: which boxes a stretch covers, which letter lies under a finger. */
import type { PageBox, PageText, TextRun } from "../documents";

export type Point = { x: number; y: number };
/** A stretch of text, `end` excluded. */
export type Stretch = { start: number; end: number };

/** Gaps wider than this many line heights are columns, not spaces: a mark does not run across them. */
const widestSpace = 2;

/** The boxes of a stretch of the page's text, one per line and column, from the top; points of the page. */
export function boxesOf(page: PageText, { start, end }: Stretch): PageBox[] {
  const boxes: PageBox[] = [];
  for (const run of page.runs) {
    if (run.end <= start || run.start >= end) continue;
    const box = partOf(page.text, run, Math.max(start, run.start), Math.min(end, run.end));
    if (box.width <= 0) continue;
    const last = boxes.at(-1);
    if (last !== undefined && continues(last, box)) boxes[boxes.length - 1] = around(last, box);
    else boxes.push(box);
  }
  return boxes.map(rounded);
}

/** The boundary between two letters that lies nearest to a point; null on a page without text. */
export function offsetAt(page: PageText, point: Point): number | null {
  const run = runAt(page, point);
  if (run === null) return null;
  const shares = sharesOf(page.text, run);
  const share = run.box.width === 0 ? 0 : (point.x - run.box.x) / run.box.width;
  let before = 0;
  for (const [index, after] of shares.entries()) {
    if (share < (before + after) / 2) return run.start + index;
    before = after;
  }
  return run.end;
}

/** The run under a point, or the nearest one: lines first, as the eye reads. */
export function runAt(page: PageText, point: Point): TextRun | null {
  let nearest: TextRun | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const run of page.runs) {
    if (run.end <= run.start) continue;
    // A line away counts more than a column away.
    const distance =
      outside(point.y, run.box.y, run.box.height) * 4 + outside(point.x, run.box.x, run.box.width);
    if (distance < shortest) {
      shortest = distance;
      nearest = run;
    }
  }
  return nearest;
}

/** Whether a point lies on the text, within `slack` points. */
export function isOnText(page: PageText, point: Point, slack = 2): boolean {
  const run = runAt(page, point);
  return run !== null && isWithin(run.box, point, slack);
}

/** The line of text (all its runs) that a run stands in, as a stretch of the page's text. */
export function lineOf(page: PageText, run: TextRun): Stretch {
  const start = page.text.lastIndexOf("\n", Math.max(0, run.start - 1)) + 1;
  const end = page.text.indexOf("\n", run.start);
  return { start: Math.min(start, run.start), end: end === -1 ? page.text.length : end };
}

/** Grown to whole words, without the white space at its ends; null when there is no word in it. */
export function wholeWords(text: string, { start, end }: Stretch): Stretch | null {
  let from = Math.min(start, end);
  let to = Math.max(start, end);
  while (from < to && isSpace(text[from])) from += 1;
  while (to > from && isSpace(text[to - 1])) to -= 1;
  if (from === to) return null;
  while (from > 0 && isInWord(text, from)) from -= 1;
  while (to < text.length && isInWord(text, to)) to += 1;
  return { start: from, end: to };
}

export function isWithin(box: PageBox, point: Point, slack = 0): boolean {
  return (
    point.x >= box.x - slack &&
    point.x <= box.x + box.width + slack &&
    point.y >= box.y - slack &&
    point.y <= box.y + box.height + slack
  );
}

/** The smallest box around two. */
export function around(a: PageBox, b: PageBox): PageBox {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** To a hundredth of a point: finer is noise, and every mark is stored and sent. */
export function rounded(box: PageBox): PageBox {
  const hundredth = (value: number) => Math.round(value * 100) / 100;
  return {
    x: hundredth(box.x),
    y: hundredth(box.y),
    width: hundredth(box.width),
    height: hundredth(box.height),
  };
}

function continues(before: PageBox, next: PageBox): boolean {
  const shared =
    Math.min(before.y + before.height, next.y + next.height) - Math.max(before.y, next.y);
  const lower = Math.min(before.height, next.height);
  const gap = next.x - (before.x + before.width);
  return shared >= lower / 2 && Math.abs(gap) <= widestSpace * Math.max(before.height, next.height);
}

function partOf(text: string, run: TextRun, start: number, end: number): PageBox {
  if (start === run.start && end === run.end) return run.box;
  const shares = sharesOf(text, run);
  const upTo = (offset: number) =>
    offset === run.start ? 0 : (shares[offset - run.start - 1] ?? 1);
  const x = run.box.x + upTo(start) * run.box.width;
  return { ...run.box, x, width: (upTo(end) - upTo(start)) * run.box.width };
}

/** How far each letter of a run reaches, as a share of its width: runs carry no widths of letters, official faces resemble each other. */
function sharesOf(text: string, run: TextRun): number[] {
  const reaches: number[] = [];
  let sum = 0;
  for (const letter of text.slice(run.start, run.end).split("")) {
    sum += widthOf(letter);
    reaches.push(sum);
  }
  return reaches.map((reach) => (sum === 0 ? 1 : reach / sum));
}

/** In thousandths of the type size, as in Times, in which official papers are set. */
const widths = new Map<string, number>(
  Object.entries({
    " '|": 250,
    ".,": 250,
    "ijlt/\\;:": 278,
    "()[]rfI-!’‘": 333,
    sJ: 389,
    "acez“”": 444,
    SPF: 556,
    ELTZ: 611,
    BCR: 667,
    ADĐGHKNOQUVXY: 722,
    w: 722,
    m: 778,
    M: 889,
    W: 944,
    "%": 833,
    "…—": 1000,
  }).flatMap(([letters, width]) => [...letters].map((letter): [string, number] => [letter, width])),
);

/** Marks above and below a letter take no room of their own. */
function widthOf(letter: string): number {
  const base = letter.normalize("NFD")[0] ?? letter;
  return /\p{M}/u.test(base) ? 0 : (widths.get(base) ?? 500);
}

function outside(value: number, start: number, length: number): number {
  return Math.max(0, start - value, value - start - length);
}

function isSpace(letter: string | undefined): boolean {
  return letter === undefined || /\s/.test(letter);
}

/** Whether the boundary at `offset` lies inside a word. */
function isInWord(text: string, offset: number): boolean {
  return isWordLetter(text[offset - 1]) && isWordLetter(text[offset]);
}

function isWordLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u.test(letter);
}
