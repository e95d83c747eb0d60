/** A text as search reads it, with the way back: where each of its letters stands in the text as written. */
import { dropped, foldOf, isOfWord, several, spelledOut } from "./letters";

/** A stretch of a text: `start` to `end` (excluded) as UTF-16 offsets. */
export type Stretch = { start: number; end: number };

export type Folded = {
  text: string;
  /** where a stretch of the folded text stands in the text as written, trailing marks included */
  written(start: number, end: number): Stretch;
};

/** Folds in one pass; of a text in NFC, the usual case, every letter keeps its place. */
export function fold(written: string): Folded {
  const units = new Uint16Array(written.length);
  for (let index = 0; index < written.length; index += 1) {
    const unit = foldOf(written.charCodeAt(index));
    if (unit === dropped || unit === several) return foldMovingLetters(written);
    units[index] = unit;
  }
  joinSpellings(units, units.length);
  return { text: textOf(units), written: (start, end) => ({ start, end }) };
}

/** The same where letters disappear or become several. */
function foldMovingLetters(written: string): Folded {
  const units: number[] = [];
  /** for each folded unit, the unit it comes from */
  const origins: number[] = [];
  for (let index = 0; index < written.length; index += 1) {
    const unit = written.charCodeAt(index);
    const fold = foldOf(unit);
    if (fold === dropped) continue;
    const letters = fold === several ? spelledOut(unit) : String.fromCharCode(fold);
    for (let letter = 0; letter < letters.length; letter += 1) {
      units.push(letters.charCodeAt(letter));
      origins.push(index);
    }
  }
  const folded = Uint16Array.from(units);
  joinSpellings(folded, folded.length);
  return {
    text: textOf(folded),
    written(start, end) {
      const first = origins[start] ?? written.length;
      const last = origins[end - 1] ?? first;
      return { start: first, end: Math.max(last + 1, origins[end] ?? written.length) };
    },
  };
}

const y = "y".charCodeAt(0);
const i = "i".charCodeAt(0);
const [q, u] = ["q".charCodeAt(0), "u".charCodeAt(0)];
/** After these alone a final `y` is said as `i` and is written either way. */
const beforeY = new Set([..."hklmst"].map((letter) => letter.charCodeAt(0)));

/** Writes `ky` as `ki` and `quy` as `qui`, in place (SR2). */
function joinSpellings(units: Uint16Array, length: number): void {
  const isWordAt = (place: number) => place >= 0 && place < length && isOfWord(units[place] ?? 0);
  for (let place = 1; place < length; place += 1) {
    if (units[place] !== y || isWordAt(place + 1)) continue;
    const before = units[place - 1] ?? 0;
    const afterOneConsonant = beforeY.has(before) && !isWordAt(place - 2);
    const afterQu = before === u && units[place - 2] === q && !isWordAt(place - 3);
    if (afterOneConsonant || afterQu) units[place] = i;
  }
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

function textOf(units: Uint16Array): string {
  return decoder.decode(units);
}

/** The words of a folded text, each as where it begins and ends. */
export function wordsIn(folded: string): readonly Stretch[] {
  const words: Stretch[] = [];
  let start = -1;
  for (let place = 0; place < folded.length; place += 1) {
    const isWord = isOfWord(folded.charCodeAt(place));
    if (isWord && start < 0) start = place;
    if (!isWord && start >= 0) {
      words.push({ start, end: place });
      start = -1;
    }
  }
  if (start >= 0) words.push({ start, end: folded.length });
  return words;
}

/** An index takes no longer words; nothing that is typed is as long. */
const longestIndexed = 255;

/** Letters of one page that an index takes: a `tsvector` ends at a megabyte, and no real page comes near. */
const mostIndexed = 300_000;

/** What `indexedWords` gives changed: indexes made by another edition are made anew. */
export const foldingEdition = 1;

/** The different words of a text as an index keeps them. */
export function indexedWords(written: string): string[] {
  const { text } = fold(written);
  const words = new Set<string>();
  let letters = 0;
  for (const { start, end } of wordsIn(text)) {
    const word = indexed(text.slice(start, end));
    if (words.has(word)) continue;
    letters += word.length;
    if (letters > mostIndexed) break;
    words.add(word);
  }
  return [...words];
}

function indexed(word: string): string {
  // not between the halves of a letter beyond the basic plane
  return word.slice(0, longestIndexed).replace(/[\uD800-\uDBFF]$/, "");
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * A word as it is spelled, marks and all, but the same for both places of its tone mark and both
 * spellings of a final `i`: equal exactly when two people would say that it is the same word.
 */
export function spelling(word: string): string {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  const spelled = spellingOf(word);
  if (spellings.size >= spellingsKept) spellings.clear();
  spellings.set(word, spelled);
  return spelled;
}

/** A pack has a few thousand different words, and a search compares the same few again and again. */
const spellingsKept = 20_000;
const spellings = new Map<string, string>();

function spellingOf(word: string): string {
  const letters = word.normalize("NFD").toLowerCase();
  const tone = (letters.match(tones) ?? []).join("");
  const toneless = letters.replace(tones, "").replace(/^([hklmst]|qu)y$/u, "$1i");
  return `${toneless.normalize("NFC")}${tone === "" ? "" : ` ${tone}`}`;
}
