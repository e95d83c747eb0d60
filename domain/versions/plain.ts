/** The words of a version as one line of text that can be searched, and where each word occurs. */
import type { Alignment } from "./align";
import type { WordRange } from "./matches";
import type { Dictionary, Words } from "./words";

export type Plain = {
  words: Words;
  /** comparable words with one space between them */
  text: string;
  /** where each word begins in `text`; one more for the end */
  starts: Int32Array;
  /** the places of a word, ascending */
  placesOf(id: number): Int32Array;
};

const made = new WeakMap<Words, Plain>();

/** Made when first asked for: only marks whose text was touched need it. */
export function plainOf(words: Words, { dictionary }: Pick<Alignment, "dictionary">): Plain {
  const known = made.get(words);
  if (known !== undefined) return known;
  const parts: string[] = [];
  const starts = new Int32Array(words.count + 1);
  let length = 0;
  for (let at = 0; at < words.count; at += 1) {
    const word = dictionary.wordOf(words.ids[at] ?? 0);
    starts[at] = length;
    parts.push(word);
    length += word.length + 1;
  }
  starts[words.count] = length;
  const plain = { words, text: parts.join(" "), starts, placesOf: placesIn(words, dictionary) };
  made.set(words, plain);
  return plain;
}

function placesIn(words: Words, dictionary: Dictionary): (id: number) => Int32Array {
  const first = new Int32Array(dictionary.size + 1);
  for (const id of words.ids) first[id + 1] = (first[id + 1] ?? 0) + 1;
  for (let id = 0; id < dictionary.size; id += 1)
    first[id + 1] = (first[id + 1] ?? 0) + (first[id] ?? 0);
  const next = first.slice();
  const places = new Int32Array(words.count);
  for (let at = 0; at < words.count; at += 1) {
    const id = words.ids[at] ?? 0;
    const slot = next[id] ?? 0;
    places[slot] = at;
    next[id] = slot + 1;
  }
  return (id) => places.subarray(first[id] ?? 0, first[id + 1] ?? 0);
}

/** The text of some words, without the space after the last. */
export function textOf(plain: Plain, { first, end }: WordRange): string {
  return plain.text.slice(plain.starts[first], Math.max(0, (plain.starts[end] ?? 0) - 1));
}

/** The words that a stretch of the plain text touches. */
export function rangeAt(plain: Plain, start: number, end: number): WordRange {
  const first = wordAt(plain, start);
  return { first, end: Math.min(plain.words.count, wordAt(plain, Math.max(start, end - 1)) + 1) };
}

function wordAt(plain: Plain, offset: number): number {
  let low = 0;
  let high = plain.words.count;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((plain.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Every place where some words stand exactly so, at most `most`. */
export function occurrences(plain: Plain, words: string, most: number): WordRange[] {
  const found: WordRange[] = [];
  if (words === "") return found;
  for (
    let at = plain.text.indexOf(words);
    at !== -1 && found.length < most;
    at = plain.text.indexOf(words, at + 1)
  ) {
    const isWhole =
      (at === 0 || plain.text[at - 1] === " ") &&
      (at + words.length === plain.text.length || plain.text[at + words.length] === " ");
    if (isWhole) found.push(rangeAt(plain, at, at + words.length));
  }
  return found;
}
