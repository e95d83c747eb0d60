/**
 * A version's text as the sequence of its words and signs: what does not depend on how it was set (line breaks,
 * spaces, ligatures, soft hyphens, kinds of quotes and dashes, headers and footers) is gone; every word knows
 * where it stands in the text as extracted.
 */
import { type VersionText, wholeText } from "../documents";
import { furnitureOf } from "./furniture";

export type Words = {
  /** the whole text as extracted */
  text: string;
  /** where each page begins in it */
  pageStarts: readonly number[];
  count: number;
  /** of each word, in UTF-16 offsets into `text` (`ends` excluded) */
  starts: Int32Array;
  ends: Int32Array;
  /** the same number for the same word in both versions that share a `Dictionary` */
  ids: Int32Array;
  /** as `ids`, but all numbers are one word: two articles that differ by their numbers only are told apart by nothing */
  kinds: Int32Array;
  /** stretches of `text` that are headers, footers and page numbers */
  furniture: readonly { start: number; end: number }[];
};

/** Gives every word its number. One for both versions, or their numbers say nothing. */
export class Dictionary {
  #ids = new Map<string, number>();
  #words: string[] = [];

  idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    this.#words.push(word);
    this.#ids.set(word, this.#words.length - 1);
    return this.#words.length - 1;
  }

  get size(): number {
    return this.#words.length;
  }

  wordOf(id: number): string {
    return this.#words[id] ?? "";
  }
}

/** A word: letters and digits, also over soft hyphens and a hyphen at the end of a line; or a single other sign. */
const pattern =
  /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\p{Cf}]|[-\u2010\u2011]\s*\n\s*(?=\p{Ll})|[-\u2010\u2011](?=\p{L}))*|[^\s\p{Cf}]/gu;

const invisible = /\p{Cf}/gu;

/** How a word is compared: NFC, ligatures opened, hyphens inside it and invisible signs gone, signs in one form. */
export function comparable(word: string): string {
  if (/^[\p{L}\p{M}\p{N}]+$/u.test(word) && !/[\uFB00-\uFB06]/.test(word)) {
    return word.normalize("NFC");
  }
  if (/^[\p{L}\p{M}\p{N}]/u.test(word)) {
    return word
      .replace(/[-\u2010\u2011]\s*/g, "")
      .replace(invisible, "")
      .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"))
      .normalize("NFC");
  }
  if (/[‘’‚‛´`]/.test(word)) return "'";
  if (/[“”„‟«»]/.test(word)) return '"';
  if (/[‐‑‒–—―−]/.test(word)) return "-";
  return word === "…" ? "." : word;
}

export function wordsOf(version: VersionText, dictionary: Dictionary): Words {
  const { text, starts: pageStarts } = wholeText(version.pages);
  const furniture = furnitureOf(version.pages).flatMap((stretches, page) => {
    const begin = pageStarts[page] ?? 0;
    return stretches.map(({ start, end }) => ({ start: begin + start, end: begin + end }));
  });
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  // Papers say few different words many times: each is looked at once.
  const known = new Map<string, number>();
  const idOf = (word: string): number => {
    const id = known.get(word) ?? dictionary.idOf(comparable(word));
    known.set(word, id);
    return id;
  };
  const add = (stretch: { start: number; end: number }) => {
    const part = text.slice(stretch.start, stretch.end);
    for (const found of part.matchAll(pattern)) {
      const start = stretch.start + found.index;
      starts.push(start);
      ends.push(start + found[0].length);
      ids.push(idOf(found[0]));
    }
  };
  let from = 0;
  for (const stretch of furniture) {
    add({ start: from, end: stretch.start });
    from = stretch.end;
  }
  add({ start: from, end: text.length });
  return {
    text,
    pageStarts,
    count: ids.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    ids: Int32Array.from(ids),
    kinds: kindsOf(ids, dictionary),
    furniture,
  };
}

/** All numbers as one word; each word is looked at once. */
function kindsOf(ids: readonly number[], dictionary: Dictionary): Int32Array {
  const number = dictionary.idOf("0");
  const kinds = new Map<number, number>();
  return Int32Array.from(ids, (id) => {
    const known = kinds.get(id);
    if (known !== undefined) return known;
    const kind = /^\d/.test(dictionary.wordOf(id)) ? number : id;
    kinds.set(id, kind);
    return kind;
  });
}

/** The first word that ends after an offset of the text; `count` when there is none. */
export function wordAfter(words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words.ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The words that a stretch of the text touches, `end` excluded. */
export function wordsIn(words: Words, start: number, end: number): { first: number; end: number } {
  const first = wordAfter(words, start);
  let last = first;
  while (last < words.count && (words.starts[last] ?? 0) < end) last += 1;
  return { first, end: last };
}

/** Whether an offset lies in a header, a footer or a page number. */
export function isInFurniture(words: Words, offset: number): boolean {
  return words.furniture.some(({ start, end }) => offset >= start && offset < end);
}
