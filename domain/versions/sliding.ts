/**
 * Where words were only taken out or only put in between two matches, and the words around repeat those of the
 * edit, the edit could as well have been made further left or right: `A B` + `B` is `A` + `B B`.
 */
import { gapsOf, type Match, type Part, type WordRange } from "./matches";
import type { Words } from "./words";

type Slide = { gap: Part; words: Words; start: number; end: number; left: number; right: number };

function slideOf(
  older: Words,
  newer: Words,
  gap: Part,
  before: number,
  after: number,
): Slide | null {
  const removed = gap.fromEnd - gap.from;
  const added = gap.toEnd - gap.to;
  if ((removed === 0) === (added === 0)) return null;
  const [words, start, end] =
    removed > 0 ? [older, gap.from, gap.fromEnd] : [newer, gap.to, gap.toEnd];
  const { ids } = words;
  let left = 0;
  while (left < before && ids[start - 1 - left] === ids[end - 1 - left]) left += 1;
  let right = 0;
  while (right < after && ids[start + right] === ids[end + right]) right += 1;
  return { gap, words, start, end, left, right };
}

const wholeOf = (older: Words, newer: Words): Part => ({
  from: 0,
  fromEnd: older.count,
  to: 0,
  toEnd: newer.count,
});

/** The words of the older version that such an edit may as well have been made to. */
export function slides(older: Words, newer: Words, main: readonly Match[]): WordRange[] {
  return gapsOf(main, wholeOf(older, newer)).flatMap((gap, index) => {
    const before = main[index - 1]?.length ?? 0;
    const slide = slideOf(older, newer, gap, before, main[index]?.length ?? 0);
    if (slide === null || slide.left + slide.right === 0) return [];
    return [{ first: gap.from - slide.left, end: gap.fromEnd + slide.right }];
  });
}

/** The same matches with every such edit where a reader sees it: from the beginning of a paragraph, if it can be. */
export function atParagraphs(main: readonly Match[], older: Words, newer: Words): Match[] {
  const result = main.map((match) => ({ ...match }));
  for (let index = 1; index < result.length; index += 1) {
    const before = result[index - 1];
    const after = result[index];
    if (before === undefined || after === undefined) continue;
    const gap = {
      from: before.from + before.length,
      fromEnd: after.from,
      to: before.to + before.length,
      toEnd: after.to,
    };
    const slide = slideOf(older, newer, gap, before.length - 1, after.length - 1);
    if (slide === null) continue;
    const by = bestShift(slide);
    before.length += by;
    after.from += by;
    after.to += by;
    after.length -= by;
  }
  return result;
}

function bestShift({ words, start, left, right }: Slide): number {
  let best = 0;
  let highest = beginning(words, start);
  for (let by = -left; by <= right; by += 1) {
    const worth = beginning(words, start + by);
    if (worth > highest) {
      best = by;
      highest = worth;
    }
  }
  return best;
}

/** 2: begins a paragraph, or looks so; 1: begins a line; 0: stands within one. */
function beginning({ text, starts }: Words, word: number): number {
  const before = text.slice(Math.max(0, (starts[word] ?? 0) - 12), starts[word]);
  if (before.trim() !== "" && !/\n\s*$/.test(before)) return 0;
  return before.trim() === "" || /[.;:!?”"]\s*$/.test(before) ? 2 : 1;
}
