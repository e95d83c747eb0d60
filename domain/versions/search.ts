/**
 * Searching for words that an edit touched: near where the alignment expects them, then in the whole version.
 * The whole version is not read letter by letter for every mark (20 to 50 ms each in 700,000 letters): its rarest
 * words lead to the few places where the quote can stand, and only these are compared.
 */
import approximately from "approx-string-match";
import type { Alignment } from "./align";
import { imageOf, isTaken } from "./image";
import type { WordRange } from "./matches";
import { occurrences, type Plain, plainOf, rangeAt, textOf } from "./plain";

/** A place for the quote in the newer version, with what speaks for it. All likenesses from 0 to 1. */
export type Candidate = {
  range: WordRange;
  quote: number;
  prefix: number;
  suffix: number;
  score: number;
  /** all words of the quote stand there, in their order and no others */
  sameWords: boolean;
  /** stands where the alignment expects it */
  inPlace: boolean;
  /** proven to be other words of the older version: the quote never stood there */
  taken: boolean;
};

/** How much of the text on each side is compared, in letters: as much as a mark quotes. */
const contextLetters = 32;
const weights = { quote: 0.6, prefix: 0.17, suffix: 0.17, position: 0.06 };
/** Around the expected place, in words, on top of the quote's own length. */
const neighbourhood = 60;
const mostOccurrences = 100;
/** The words of a quote that lead to places, the rarest first; words more frequent than this lead nowhere. */
const guides = 6;
const mostFrequent = 3_000;
const mostGuided = 8;
/** Share of a quote's letters that may differ. */
const errorShare = 0.4;

/** All places for a range of the older version, the best first; overlapping ones only once. */
export function candidatesFor(alignment: Alignment, range: WordRange): Candidate[] {
  const older = plainOf(alignment.from, alignment);
  const newer = plainOf(alignment.to, alignment);
  const quote = textOf(older, range);
  const image = imageOf(alignment, range);
  const places = [
    ...(image.end > image.first ? [image] : []),
    ...nearby(newer, quote, image),
    ...occurrences(newer, quote, mostOccurrences),
    ...guided(alignment, newer, range, quote),
  ];
  const prefix = before(older, range.first);
  const suffix = after(older, range.end);
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const place of places) {
    const key = `${place.first} ${place.end}`;
    if (seen.has(key) || place.end <= place.first) continue;
    seen.add(key);
    const likeness = {
      quote: likenessOf(textOf(newer, place), quote),
      prefix: contextLikeness(before(newer, place.first), prefix),
      suffix: contextLikeness(after(newer, place.end), suffix),
    };
    const inPlace = overlap(place, image) >= 0.5;
    candidates.push({
      range: place,
      ...likeness,
      score:
        weights.quote * likeness.quote +
        weights.prefix * likeness.prefix +
        weights.suffix * likeness.suffix +
        (inPlace ? weights.position : 0),
      sameWords: hasSameWords(alignment, range, place),
      inPlace,
      taken: isTaken(alignment, place, range),
    });
  }
  return apart(candidates.sort((a, b) => b.score - a.score));
}

/** Of overlapping places only the best. */
function apart(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (kept.every(({ range }) => overlap(range, candidate.range) < 0.3)) kept.push(candidate);
  }
  return kept;
}

function nearby(newer: Plain, quote: string, image: WordRange): WordRange[] {
  const around = neighbourhood + quote.length / 4;
  return searched(newer, quote, {
    first: Math.max(0, Math.floor(image.first - around)),
    end: Math.min(newer.words.count, Math.ceil(image.end + around)),
  });
}

function searched(newer: Plain, quote: string, window: WordRange): WordRange[] {
  const start = newer.starts[window.first] ?? 0;
  const found = approximately(textOf(newer, window), quote, Math.floor(quote.length * errorShare));
  // Of matches that end next to each other with as many errors the middle one is as good as any.
  return found.slice(0, 8).map((match) => rangeAt(newer, start + match.start, start + match.end));
}

/** Where several of the quote's rarest words stand as far apart as in the quote. */
function guided(alignment: Alignment, newer: Plain, range: WordRange, quote: string): WordRange[] {
  const length = range.end - range.first;
  if (length < 3) return [];
  const words = Array.from({ length }, (_, offset) => {
    const places = newer.placesOf(alignment.from.ids[range.first + offset] ?? 0);
    return { offset, places };
  })
    .filter(({ places }) => places.length > 0 && places.length <= mostFrequent)
    .sort((a, b) => a.places.length - b.places.length)
    .slice(0, guides);
  const step = Math.max(4, Math.ceil(length / 4));
  const votes = new Map<number, number>();
  for (const { offset, places } of words) {
    for (const place of places) {
      const bucket = Math.round((place - offset) / step);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, Math.ceil(words.length * 0.35));
  const most = quote.length > 400 ? 3 : mostGuided;
  return [...votes]
    .filter(([, count]) => count >= enough)
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .flatMap(([bucket]) => {
      const start = bucket * step;
      return searched(newer, quote, {
        first: Math.max(0, start - step * 2),
        end: Math.min(newer.words.count, start + length + step * 2),
      });
    });
}

function before({ text, starts }: Plain, word: number): string {
  const end = starts[word] ?? text.length;
  return withoutNumbers(text.slice(Math.max(0, end - contextLetters), end));
}

function after({ text, starts }: Plain, word: number): string {
  const start = Math.max(0, (starts[word] ?? 0) - 1);
  return withoutNumbers(text.slice(start, start + contextLetters));
}

/** Beside a row of a table or an article stand others that differ by numbers only: numbers do not tell them apart. */
const withoutNumbers = (text: string) => text.replace(/\d+/g, "0");

/** 1: the same letters. What the place has more than the quote counts as an error too. */
function likenessOf(place: string, quote: string): number {
  if (place === quote) return 1;
  const longer = Math.max(place.length, quote.length);
  // More letters than a mark may quote: what is that different in length is not compared.
  const [best] = approximately(place, quote, quote.length);
  if (best === undefined) return 0;
  const more = place.length - (best.end - best.start);
  return Math.max(0, 1 - (best.errors + more) / longer);
}

/** At the edge of a text there is no context: another edge agrees with it, nothing else does. */
function contextLikeness(place: string, mark: string): number {
  if (mark.trim() === "") return place.trim() === "" ? 1 : 0;
  if (place === mark) return 1;
  const [best] = approximately(place, mark, mark.length);
  return best === undefined ? 0 : 1 - best.errors / mark.length;
}

/** As a share of the shorter. */
function overlap(a: WordRange, b: WordRange): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.first, b.first);
  const shorter = Math.min(a.end - a.first, b.end - b.first);
  return shared <= 0 || shorter <= 0 ? 0 : shared / shorter;
}

/** Signs may differ, words and numbers may not. */
function hasSameWords({ dictionary, from, to }: Alignment, a: WordRange, b: WordRange): boolean {
  const said = (ids: Int32Array, { first, end }: WordRange) =>
    Array.from(ids.subarray(first, end), (id) => dictionary.wordOf(id)).filter((word) =>
      /[\p{L}\p{N}]/u.test(word),
    );
  const left = said(from.ids, a);
  const right = said(to.ids, b);
  if (left.length !== right.length) return false;
  // A mark on nothing but signs has no word to be told by.
  return left.length > 0 && left.every((word, index) => word === right[index]);
}
