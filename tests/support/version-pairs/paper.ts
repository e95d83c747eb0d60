/**
 * A paper as its office writes it, in which every letter knows where in the older version it came from; and its
 * pages as they are printed. So the right place of every mark on another version is known without searching.
 */
import type { PageText, TextRun, VersionText } from "../../../domain/documents";

/** A letter and which letter of the older version it is; -1: it was not there. */
type Letter = { letter: string; origin: number };
export type Paragraph = readonly Letter[];
export type Paper = readonly Paragraph[];

/** The older version: its letters are numbered through. */
export function paperOf(paragraphs: readonly string[]): Paper {
  let next = 0;
  return paragraphs.map((text) =>
    Array.from(text.normalize("NFC"), (letter) => {
      next += 1;
      return { letter, origin: next - 1 };
    }),
  );
}

export function newParagraph(text: string): Paragraph {
  return Array.from(text.normalize("NFC"), (letter) => ({ letter, origin: -1 }));
}

export const sayingOf = (paragraph: Paragraph) => paragraph.map(({ letter }) => letter).join("");

/** Replaces what `pattern` finds by what `by` makes of it; the letters put in are new. */
export function rewritten(
  paragraph: Paragraph,
  pattern: RegExp,
  by: (found: string) => string,
): Paragraph {
  const text = sayingOf(paragraph);
  const result: Letter[] = [];
  let at = 0;
  for (const found of text.matchAll(pattern)) {
    result.push(...paragraph.slice(at, found.index), ...newParagraph(by(found[0])));
    at = found.index + found[0].length;
  }
  return [...result, ...paragraph.slice(at)];
}

/** How pages are set. */
export type Setting = {
  /** letters in a line, lines on a page */
  columns: number;
  lines: number;
  typeSize: number;
  header: ((page: number) => string) | null;
  footer: ((page: number) => string) | null;
  /** long words are divided at the end of a line */
  hyphens: boolean;
  /** fi and fl in one sign */
  ligatures: boolean;
};

export const plainSetting: Setting = {
  columns: 78,
  lines: 30,
  typeSize: 13,
  header: null,
  footer: (page) => `${page}`,
  hyphens: false,
  ligatures: false,
};

export type Printed = {
  version: VersionText;
  /** of the letters of the paper, in order and without spaces: where in the whole text each stands */
  places: { letter: string; origin: number; start: number; end: number }[];
};

type Sign = { text: string; letters: readonly Letter[] };

export function print(paper: Paper, setting: Setting): Printed {
  const lines = paper.flatMap((paragraph) => linesOf(paragraph, setting));
  const pages: PageText[] = [];
  const places: Printed["places"] = [];
  let begin = 0;
  for (let first = 0; first < lines.length; first += setting.lines) {
    const number = pages.length + 1;
    const sheet = lines.slice(first, first + setting.lines);
    const header = setting.header === null ? [] : [bare(setting.header(number))];
    const footer = setting.footer === null ? [] : [bare(setting.footer(number))];
    const page = pageOf([...header, ...sheet, ...footer], setting, (sign, start) => {
      for (const { letter, origin } of sign.letters) {
        places.push({
          letter,
          origin,
          start: begin + start,
          end: begin + start + sign.text.length,
        });
      }
    });
    pages.push(page);
    begin += page.text.length + 1;
  }
  return { version: { reliability: "reliable", pages }, places };
}

/** Furniture: signs without letters of the paper. */
const bare = (text: string): Sign[] => [{ text, letters: [] }];

function pageOf(
  lines: readonly Sign[][],
  { typeSize }: Setting,
  onSign: (sign: Sign, start: number) => void,
): PageText {
  let text = "";
  const runs: TextRun[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) text += "\n";
    const start = text.length;
    for (const sign of line) {
      onSign(sign, text.length);
      text += sign.text;
    }
    const width = (text.length - start) * typeSize * 0.45;
    const box = { x: 85, y: 57 + index * typeSize * 1.5, width, height: typeSize };
    if (text.length > start) runs.push({ start, end: text.length, box });
  }
  return { text, runs };
}

function linesOf(paragraph: Paragraph, { columns, hyphens, ligatures }: Setting): Sign[][] {
  const lines: Sign[][] = [[]];
  let used = 0;
  for (const word of wordsOf(paragraph)) {
    const signs = ligatures ? joined(word) : word.map(single);
    if (used > 0 && used + 1 + signs.length > columns) {
      const room = columns - used - 2;
      const isDivided =
        hyphens &&
        room >= 4 &&
        signs.length - room >= 3 &&
        signs.every(({ text }) => /^\p{Ll}/u.test(text));
      if (isDivided) {
        lines
          .at(-1)
          ?.push({ text: " ", letters: [] }, ...signs.slice(0, room), { text: "-", letters: [] });
        lines.push(signs.slice(room));
        used = signs.length - room;
        continue;
      }
      lines.push([]);
      used = 0;
    }
    if (used > 0) lines.at(-1)?.push({ text: " ", letters: [] });
    lines.at(-1)?.push(...signs);
    used += signs.length + (used > 0 ? 1 : 0);
  }
  return lines;
}

const single = (letter: Letter): Sign => ({ text: letter.letter, letters: [letter] });

function joined(word: readonly Letter[]): Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < word.length; at += 1) {
    const [one, two] = [word[at], word[at + 1]];
    if (one === undefined) continue;
    const ligature = { fi: "ﬁ", fl: "ﬂ" }[`${one.letter}${two?.letter ?? ""}`];
    if (ligature === undefined || two === undefined) signs.push(single(one));
    else {
      signs.push({ text: ligature, letters: [one, two] });
      at += 1;
    }
  }
  return signs;
}

function wordsOf(paragraph: Paragraph): Letter[][] {
  const words: Letter[][] = [[]];
  for (const letter of paragraph) {
    if (letter.letter === " ") words.push([]);
    else words.at(-1)?.push(letter);
  }
  return words.filter((word) => word.length > 0);
}
