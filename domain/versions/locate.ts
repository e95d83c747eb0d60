/**
 * Where a stretch of the older version stands in the newer one. Untouched text goes by the alignment; touched
 * text is searched for. The answer is believed without asking only when nothing speaks against it: whoever reads
 * a mark at the wrong clause of a decree is misled, whoever is asked once too often is only asked.
 */
import type { Alignment } from "./align";
import { blockAround, imageOf } from "./image";
import type { WordRange } from "./matches";
import { hashOf, onceOnly } from "./matches";
import { type Candidate, candidatesFor } from "./search";
import { isInFurniture, type Words, wordsIn } from "./words";

/** UTF-16 offsets into a version's whole text, `end` excluded. */
export type Stretch = { start: number; end: number };

export type Doubt =
  /** the words themselves changed */
  | { type: "reworded" }
  /** they stand equally well in several places */
  | { type: "repeated"; count: number }
  /** the words are the same, but what stands around them is not */
  | { type: "surroundings" };

export type Located =
  | { state: "kept"; stretch: Stretch; moved: boolean }
  /** at least one candidate, the likeliest first */
  | { state: "check"; candidates: readonly Stretch[]; reason: Doubt }
  | { state: "gone" }
  /** nothing that is compared between versions: white space, a header, a page number */
  | { state: "unknown" };

/** Quotes shorter than this, in letters, say too little by themselves. */
const shortQuote = 20;
/** As many words beside a mark, kept with it, count as context that agrees. */
const contextWords = 4;
const proof = 8;
const silentScore = 0.9;
const silentLead = 0.1;
const agrees = 0.8;
/** Below these likenesses of the quote a place is not worth showing: where it is expected, and elsewhere. */
const worthInPlace = 0.45;
const worthElsewhere = 0.7;
const mostShown = 8;

/** @param stretch of the older version */
export function locate(alignment: Alignment, stretch: Stretch): Located {
  const { from } = alignment;
  const { first, end } = wordsIn(from, stretch.start, stretch.end);
  // What begins or ends in a header has letters that no word stands for.
  const isWhole =
    !isInFurniture(from, stretch.start) && !isInFurniture(from, Math.max(0, stretch.end - 1));
  if (first === end || !isWhole) return { state: "unknown" };
  const range = { first, end };
  const isShort =
    from.text.slice(stretch.start, stretch.end).replace(/\s+/g, " ").length < shortQuote;
  const untouched = keptByAlignment(alignment, range, isShort);
  if (untouched !== null) {
    return {
      state: "kept",
      stretch: stretchOf(alignment, stretch, range, untouched.range),
      moved: untouched.moved,
    };
  }
  return searchedFor(alignment, stretch, range, isShort);
}

/** The offset of the newer version that takes an offset's part: where its word is, or where it would be. */
export function nearest(alignment: Alignment, offset: number): number {
  const { first } = wordsIn(alignment.from, offset, offset + 1);
  const word = Math.min(first, Math.max(0, alignment.from.count - 1));
  const image = imageOf(alignment, { first: word, end: word + 1 });
  return alignment.to.starts[Math.min(image.first, alignment.to.count - 1)] ?? 0;
}

function keptByAlignment(
  alignment: Alignment,
  range: WordRange,
  isShort: boolean,
): { range: WordRange; moved: boolean } | null {
  const block = blockAround(alignment, range);
  if (block === null || !block.proven) return null;
  if (isAmbiguous(alignment, range)) return null;
  const before = range.first - block.from;
  const after = block.from + block.length - range.end;
  // The edge of the paper is as good a neighbour as words are.
  const left = before >= contextWords || (block.from === 0 && block.to === 0);
  const right =
    after >= contextWords ||
    (block.from + block.length === alignment.from.count &&
      block.to + block.length === alignment.to.count);
  const isSure = isShort ? left && right : left || right || provesItself(alignment, range);
  if (!isSure) return null;
  const shift = block.to - block.from;
  return { range: { first: range.first + shift, end: range.end + shift }, moved: block.moved };
}

/** Whether an edit beside the words may as well have been made to them. */
function isAmbiguous({ ambiguous }: Alignment, range: WordRange): boolean {
  return ambiguous.some(({ first, end }) => range.first >= first && range.end <= end);
}

const once = new WeakMap<Words, Map<number, number>>();

/** Whether the words themselves contain a run that either version has only once. */
function provesItself({ from, to }: Alignment, { first, end }: WordRange): boolean {
  const [older, newer] = [from, to].map((words) => {
    const known = once.get(words) ?? onceOnly(words.kinds, 0, words.count, proof);
    once.set(words, known);
    return known;
  });
  for (let at = first; at + proof <= end; at += 1) {
    const hash = hashOf(from.kinds, at, proof);
    if (older?.get(hash) === at && (newer?.get(hash) ?? -1) >= 0) return true;
  }
  return false;
}

function searchedFor(
  alignment: Alignment,
  stretch: Stretch,
  range: WordRange,
  isShort: boolean,
): Located {
  const candidates = candidatesFor(alignment, range);
  const [best, second] = candidates;
  if (best !== undefined && isCertain(best, second, isShort) && !isAmbiguous(alignment, range)) {
    const to = stretchOf(alignment, stretch, range, best.range);
    return { state: "kept", stretch: to, moved: false };
  }
  const image = imageOf(alignment, range);
  // Where an edit can slide, what looks like another's words may be these.
  const isSettled = alignment.ambiguous.every(
    ({ first, end }) => range.end <= first || range.first >= end,
  );
  const worthShowing = candidates.filter(
    (candidate) =>
      (candidate.inPlace &&
        (candidate.quote >= worthInPlace || isReplacement(candidate, range, image))) ||
      (!(candidate.taken && isSettled) && candidate.quote >= worthElsewhere),
  );
  // Beside places that have the very words, those that are only like them are no help.
  const exact = worthShowing.filter(({ quote }) => quote === 1);
  const shown = exact.length > 0 ? exact : worthShowing;
  const [likeliest] = shown;
  if (likeliest === undefined) return { state: "gone" };
  const equal = candidates.filter(
    ({ quote, score }) =>
      quote >= likeliest.quote &&
      (score > likeliest.score - silentLead || isAmbiguous(alignment, range)),
  ).length;
  return {
    state: "check",
    candidates: shown
      .slice(0, mostShown)
      .map((candidate) => stretchOf(alignment, stretch, range, candidate.range)),
    reason: !likeliest.sameWords
      ? { type: "reworded" }
      : equal > 1
        ? { type: "repeated", count: equal }
        : { type: "surroundings" },
  };
}

function isCertain(best: Candidate, second: Candidate | undefined, isShort: boolean): boolean {
  // What changed its place as well as its surroundings is nobody's to decide but the author's.
  if (!best.sameWords || !best.inPlace || best.taken || best.score < silentScore) return false;
  if (second !== undefined && second.score > best.score - silentLead) return false;
  const prefix = best.prefix >= agrees;
  const suffix = best.suffix >= agrees;
  return isShort ? prefix && suffix : prefix || suffix;
}

/** Other words, but as many, between the same neighbours. */
function isReplacement(candidate: Candidate, range: WordRange, image: WordRange): boolean {
  const before = range.end - range.first;
  const now = image.end - image.first;
  return (
    now <= before * 3 && now * 3 >= before && candidate.prefix >= 0.6 && candidate.suffix >= 0.6
  );
}

/** Words of the newer version as offsets; where the first and last words are the same, also their cut-off letters. */
function stretchOf(
  { from, to }: Alignment,
  stretch: Stretch,
  range: WordRange,
  place: WordRange,
): Stretch {
  const wordStart = to.starts[place.first] ?? 0;
  const wordEnd = to.ends[place.end - 1] ?? wordStart;
  let start = wordStart;
  let end = wordEnd;
  if (from.ids[range.first] === to.ids[place.first]) {
    start += Math.max(0, stretch.start - (from.starts[range.first] ?? 0));
  }
  if (from.ids[range.end - 1] === to.ids[place.end - 1]) {
    end -= Math.max(0, (from.ends[range.end - 1] ?? 0) - stretch.end);
  }
  return start < end ? { start, end } : { start: wordStart, end: wordEnd };
}
