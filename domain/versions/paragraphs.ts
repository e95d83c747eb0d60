/** A version's paragraphs as a reader sees them: by numbering, by distance, by the line that ends early. */
import { type PageText, pageAt, type VersionText } from "../documents";
import { type Words, wordsIn } from "./words";

export type Paragraph = {
  /** UTF-16 offsets into the whole text, `end` excluded */
  start: number;
  end: number;
  /** on which it begins, from 1 */
  page: number;
  /** its words among the version's, `end` excluded */
  words: { first: number; end: number };
  isHeading: boolean;
};

type Line = {
  start: number;
  end: number;
  page: number;
  text: string;
  /** null where the page has no places of words */
  box: { left: number; right: number; top: number; height: number } | null;
};

const numbered =
  /^(Điều|Chương|Mục|Phần|Phụ lục|Article|Chapter|Section|Part|Annex)\s+[\dIVXLC]+|^\d+(\.\d+)*[.)]\s|^[a-zđ]\)\s|^[-–•+*]\s/u;
const heading =
  /^(Điều|Chương|Mục|Phần|Phụ lục|Article|Chapter|Section|Part|Annex)\s+[\dIVXLC]+[a-zđ]?([.:]\s|$)/u;
const sentenceEnd = /[.;:!?”"…)]\s*$/u;
/** Of the usual distance of two lines. */
const wideGap = 1.35;
/** Of the width of the text: a line that ends before has been the last of its paragraph. */
const shortLine = 0.82;

export function paragraphsOf(version: VersionText, words: Words): Paragraph[] {
  const lines = linesOf(version, words);
  const right = Math.max(0, ...lines.map(({ box }) => box?.right ?? 0));
  const pitch = usualPitch(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    if (last === undefined || begins(last, line, right, pitch)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    const { start, page } = first;
    const { end } = last;
    const said = words.text.slice(start, end).trim();
    const isHeading = heading.test(said) || (said.length < 120 && isUpperCase(said));
    return [{ start, end, page, words: wordsIn(words, start, end), isHeading }];
  });
}

function begins(last: Line, line: Line, right: number, pitch: number): boolean {
  if (numbered.test(line.text) || heading.test(last.text)) return true;
  if (last.page !== line.page) return sentenceEnd.test(last.text);
  if (last.box !== null && line.box !== null) {
    const distance = line.box.top - last.box.top;
    if (pitch > 0 && distance > pitch * wideGap) return true;
    if (isUpperCase(last.text) !== isUpperCase(line.text)) return true;
    return last.box.right < right * shortLine && sentenceEnd.test(last.text);
  }
  return sentenceEnd.test(last.text) && /^[\p{Lu}\p{N}“"]/u.test(line.text);
}

function isUpperCase(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, "");
  return letters.length > 3 && letters === letters.toUpperCase();
}

function usualPitch(lines: readonly Line[]): number {
  const distances = lines
    .flatMap((line, index) => {
      const last = lines[index - 1];
      if (last?.box == null || line.box === null || last.page !== line.page) return [];
      const distance = line.box.top - last.box.top;
      return distance > 0 ? [distance] : [];
    })
    .sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? 0;
}

/** Lines with words, without headers, footers and page numbers. */
function linesOf(version: VersionText, { text, pageStarts, furniture }: Words): Line[] {
  const isFurniture = new Set(furniture.map(({ start }) => start));
  const lines: Line[] = [];
  let start = 0;
  for (const part of text.split("\n")) {
    const end = start + part.length;
    if (part.trim() !== "" && !isFurniture.has(start)) {
      const page = pageAt(pageStarts, start);
      const begin = pageStarts[page - 1] ?? 0;
      const on = version.pages[page - 1];
      const box = on === undefined ? null : boxOf(on, start - begin, end - begin);
      lines.push({ start, end, page, text: part.trim(), box });
    }
    start = end + 1;
  }
  return lines;
}

function boxOf({ runs }: PageText, start: number, end: number): Line["box"] {
  const boxes = runs.filter((run) => run.start < end && run.end > start).map(({ box }) => box);
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
    top: Math.min(...boxes.map(({ y }) => y)),
    height: Math.max(...boxes.map(({ height }) => height)),
  };
}
