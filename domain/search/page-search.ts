/** Where on one page the words of a reading stand. */
import { type Folded, type Stretch, spelling, wordsIn } from "./folding";
import { type Phrase, type QueryWord, type Reading, wordsOf } from "./query";

/** A page's text with its folded form, which is worked out once. */
export type SearchablePage = { written: string; folded: Folded };

/** One find: what is to be shown marked, in the page's text as written, and whether it is written as typed. */
export type Find = { parts: Stretch[]; exact: boolean };

type Occurrence = { first: number; last: number; start: number; end: number; exact: boolean };

/**
 * All finds on a page in the order of its text; null where the page does not hold all the words, which is
 * precisely what an index of words can tell.
 */
export function findOnPage(page: SearchablePage, reading: Reading): readonly Find[] | null {
  const { text } = page.folded;
  const wanted = wordsOf(reading);
  if (!wanted.every((word) => text.includes(shortest(word)))) return null;
  const words = wordsIn(text);
  const matcher = { page, words };
  const holdsAll = wanted.every((word) =>
    words.some((stretch) => isWord(text, stretch, word, word.open)),
  );
  if (!holdsAll) return null;
  const lastPhrase = reading.phrases.length - 1;
  const found = reading.phrases.map((phrase, index) =>
    occurrences(matcher, phrase, reading.open && index === lastPhrase),
  );
  if (found.some((each) => each.length === 0)) return [];
  const toFind = (parts: readonly Occurrence[]): Find => ({
    parts: parts.map(({ start, end }) => page.folded.written(start, end)),
    exact: parts.every(({ exact }) => exact),
  });
  if (reading.name === "apart") return [toFind(closest(found))];
  return withoutOverlap(found.flat()).map((each) => toFind([each]));
}

type Matcher = { page: SearchablePage; words: readonly Stretch[] };

const shortest = ({ folded, beginning, open }: QueryWord & { open: boolean }) =>
  // where both are looked for, they differ in their last letter at most
  open && folded !== beginning ? beginning.slice(0, -1) : folded;

function isWord(text: string, { start, end }: Stretch, word: QueryWord, open: boolean): boolean {
  const { folded, beginning } = word;
  if (end - start === folded.length && text.startsWith(folded, start)) return true;
  return open && end - start >= beginning.length && text.startsWith(beginning, start);
}

function occurrences({ page, words }: Matcher, phrase: Phrase, open: boolean): Occurrence[] {
  const { text } = page.folded;
  const length = phrase.words.length;
  const found: Occurrence[] = [];
  const isAt = (offset: number, first: number): boolean => {
    const [word, stretch] = [phrase.words[offset], words[first + offset]];
    if (word === undefined || stretch === undefined) return false;
    return isWord(text, stretch, word, open && offset === length - 1);
  };
  for (let first = 0; first + length <= words.length; first += 1) {
    let offset = 0;
    while (offset < length && isAt(offset, first)) offset += 1;
    if (offset < length) continue;
    const spelled = phrase.words.map((word, offset) =>
      isSpelledSo(page, words[first + offset], word),
    );
    if (phrase.words.some(({ strict }, offset) => strict && spelled[offset] === false)) continue;
    const last = first + length - 1;
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
    found.push({ first, last, start, end, exact: spelled.every((isSo) => isSo) });
    // what is found once is not found again inside itself
    first = last;
  }
  return found;
}

/** Whether a word of the page bears the marks that were typed; of a longer word, its beginning. */
function isSpelledSo(
  { written, folded }: SearchablePage,
  stretch: Stretch | undefined,
  word: QueryWord,
): boolean {
  if (stretch === undefined) return false;
  const typedLength = word.folded.length;
  const isLonger = stretch.end - stretch.start > typedLength;
  const end = isLonger ? stretch.start + typedLength : stretch.end;
  const place = folded.written(stretch.start, end);
  return spelling(written.slice(place.start, place.end)) === word.spelled;
}

/** The occurrences, one of each phrase, that lie within the fewest words; the first of several such. */
function closest(found: readonly (readonly Occurrence[])[]): readonly Occurrence[] {
  const all = found
    .flatMap((each, phrase) => each.map((occurrence) => ({ phrase, occurrence })))
    .sort((a, b) => a.occurrence.first - b.occurrence.first || a.phrase - b.phrase);
  const latest = new Map<number, Occurrence>();
  let best: readonly Occurrence[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const { phrase, occurrence } of all) {
    latest.set(phrase, occurrence);
    if (latest.size < found.length) continue;
    let [from, to] = [occurrence.first, occurrence.last];
    for (const { first, last } of latest.values()) {
      from = Math.min(from, first);
      to = Math.max(to, last);
    }
    if (to - from >= fewest) continue;
    fewest = to - from;
    best = [...latest.values()];
  }
  return withoutOverlap(best);
}

/** In the order of the text; of two that overlap, the one that begins first and is longer. */
function withoutOverlap(found: readonly Occurrence[]): Occurrence[] {
  const kept: Occurrence[] = [];
  for (const each of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  }
  return kept;
}
