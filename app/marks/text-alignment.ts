/** Between the words that the engine lays over a page and the one extracted text: their white space differs, their letters seldom. */
import type { Stretch } from "./text-geometry";

/** Without white space and soft hyphens, and where each letter that stays came from. */
function squeezed(text: string): { letters: string; from: number[] } {
  const from: number[] = [];
  let letters = "";
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? "";
    if (/[\s\u00AD]/.test(letter)) continue;
    letters += letter;
    from.push(index);
  }
  return { letters, from };
}

const squeeze = (raw: string) => squeezed(raw.normalize("NFC")).letters;

/**
 * Where a stretch of what was laid over a page stands in the page's text (NFC). Where the two differ, the place
 * whose surroundings agree best; null when the stretch is not in the text at all (a converted encoding).
 */
export function alignedStretch(pageText: string, laid: string, chosen: Stretch): Stretch | null {
  const page = squeezed(pageText);
  const before = squeeze(laid.slice(0, chosen.start));
  const exact = squeeze(laid.slice(chosen.start, chosen.end));
  if (exact === "") return null;
  const after = squeeze(laid.slice(chosen.end));
  const expected = before.length;
  const at =
    page.letters.startsWith(exact, expected) &&
    page.letters.length === expected + exact.length + after.length
      ? expected
      : bestPlace(page.letters, before, exact, after);
  if (at === null) return null;
  const start = page.from[at];
  const last = page.from[at + exact.length - 1];
  return start === undefined || last === undefined ? null : { start, end: last + 1 };
}

const surroundings = 64;

function bestPlace(letters: string, before: string, exact: string, after: string): number | null {
  let best: number | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let at = letters.indexOf(exact); at !== -1; at = letters.indexOf(exact, at + 1)) {
    const alike =
      alikeBackwards(letters.slice(Math.max(0, at - surroundings), at), before) +
      alikeForwards(letters.slice(at + exact.length, at + exact.length + surroundings), after);
    // Of two with equal surroundings the one nearer to where it is expected.
    const score = alike - Math.abs(at - before.length) / (letters.length + 1);
    if (score > bestScore) {
      bestScore = score;
      best = at;
    }
  }
  return best;
}

function alikeForwards(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function alikeBackwards(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}
