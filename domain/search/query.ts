/** What somebody typed, as search understands it. */
import { fold, spelling, wordsIn } from "./folding";

/** Nobody types more; what is beyond is not looked at. */
export const maxQueryLength = 200;

export type QueryWord = {
  /** to be equal to a word of a text */
  folded: string;
  /** of the word as typed: equal when the marks are the same */
  spelled: string;
  /** what a longer word begins with, while this one is still being typed */
  beginning: string;
  /** must bear the marks that it was typed with (SR5) */
  strict: boolean;
};

/** Words that stand side by side. */
export type Phrase = { words: readonly QueryWord[]; quoted: boolean };

/** No phrase: nothing to look for. */
export type Query = readonly Phrase[];

const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/** Never refuses: what holds no letter or figure is a query for nothing. An open quotation mark is no mark. */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, maxQueryLength).normalize("NFC");
  const phrases: Phrase[] = [];
  let next = 0;
  for (const found of text.matchAll(quoted)) {
    phrases.push(phraseOf(text.slice(next, found.index), false));
    phrases.push(phraseOf(found[1] ?? "", true));
    next = found.index + found[0].length;
  }
  phrases.push(phraseOf(text.slice(next), false));
  return phrases.filter(({ words }) => words.length > 0);
}

function phraseOf(typed: string, isQuoted: boolean): Phrase {
  const { text, written } = fold(typed);
  const words = wordsIn(text).map(({ start, end }): QueryWord => {
    const place = written(start, end);
    const word = typed.slice(place.start, place.end);
    const folded = text.slice(start, end);
    const spelled = spelling(word);
    // the end of the text, so that a final y is not yet taken for an i
    const beginning = fold(`${word}x`).text.slice(0, -1);
    return { folded, spelled, beginning, strict: isQuoted && bearsMarks(word) };
  });
  return { words, quoted: isQuoted };
}

function bearsMarks(word: string): boolean {
  return /[\p{M}đ]/iu.test(word.normalize("NFD"));
}

/** How literally a query is taken (SR4), from the strictest. */
export type Reading = {
  name: "together" | "begun" | "apart";
  phrases: readonly Phrase[];
  /** whether the last word may be the beginning of a longer one */
  open: boolean;
};

/** A single letter alone begins half of all words. */
const shortestBeginning = 2;

/** The readings to try, one after the other until one finds something. */
export function readingsOf(query: Query): readonly Reading[] {
  const last = query.at(-1);
  if (last === undefined) return [];
  const together: Reading = { name: "together", phrases: query, open: false };
  if (last.quoted && query.every((phrase) => phrase.quoted)) return [together];
  const isAlone = query.length === 1 && last.words.length === 1;
  const isBegun = !isAlone || (last.words[0]?.beginning.length ?? 0) >= shortestBeginning;
  const open = !last.quoted && isBegun;
  const apart = query.flatMap((phrase) =>
    phrase.quoted ? [phrase] : phrase.words.map((word) => ({ words: [word], quoted: false })),
  );
  return [
    together,
    ...(open ? [{ name: "begun", phrases: query, open } as const] : []),
    ...(apart.length > query.length ? [{ name: "apart", phrases: apart, open } as const] : []),
  ];
}

/** The words that a page must hold for a reading; the last one alone may be a beginning. */
export function wordsOf({ phrases, open }: Reading): readonly (QueryWord & { open: boolean })[] {
  const words = phrases.flatMap((phrase) => phrase.words);
  return words.map((word, index) => ({ ...word, open: open && index === words.length - 1 }));
}
