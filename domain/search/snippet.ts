/** The few words around a find, for a list of results. */
import type { Stretch } from "./folding";

export type Snippet = {
  /** in one line */
  text: string;
  /** what was found, in `text` */
  parts: Stretch[];
  /** whether the page's text goes on before and after */
  cutBefore: boolean;
  cutAfter: boolean;
};

const lengthBefore = 48;
const lengthAfter = 72;
/** How far a cut moves to fall between two words. */
const reach = 16;

/** @param parts in order, within `written` */
export function snippetOf(written: string, parts: readonly Stretch[]): Snippet {
  const [first] = parts;
  if (first === undefined) throw new Error("A find has a place.");
  const start = startOf(written, first.start);
  const end = endOf(written, Math.max(first.end, start + 1));
  let text = "";
  const shown: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (let place = start; place < end; place += 1) {
    const letter = written[place] ?? "";
    const part = parts.find((each) => each.start <= place && place < each.end);
    if (part === undefined && open !== null) open = null;
    const isSpace = /\s/u.test(letter);
    if (isSpace && (text === "" || text.endsWith(" "))) continue;
    if (part !== undefined && !isSpace && (open === null || part.start === place)) {
      open = { start: text.length, end: text.length };
      shown.push(open);
    }
    text += isSpace ? " " : letter;
    if (open !== null && !isSpace) open.end = text.length;
  }
  return {
    text: text.trimEnd(),
    parts: shown,
    cutBefore: written.slice(0, start).trim() !== "",
    cutAfter: written.slice(end).trim() !== "",
  };
}

function startOf(written: string, found: number): number {
  const earliest = Math.max(0, found - lengthBefore);
  if (earliest === 0) return 0;
  // at the beginning of a sentence, where there is one; else between two words
  const before = written.slice(earliest, found);
  const sentence = /[.;:!?]\s+(?=\p{Lu})(?!.*[.;:!?]\s+(?=\p{Lu}))/su.exec(before);
  if (sentence !== null) return earliest + sentence.index + sentence[0].length;
  const space = before.slice(0, reach).search(/\s/u);
  return space < 0 ? wholeLetter(written, earliest) : earliest + space + 1;
}

function endOf(written: string, found: number): number {
  const latest = found + lengthAfter;
  if (latest >= written.length) return written.length;
  const tail = written.slice(latest - reach, latest);
  const space = tail.search(/\s\S*$/u);
  return space < 0 || latest - reach + space < found
    ? wholeLetter(written, latest)
    : latest - reach + space;
}

/** Never between the halves of a letter beyond the basic plane, nor between a letter and its mark. */
function wholeLetter(written: string, place: number): number {
  let at = place;
  while (at < written.length && /[\p{M}\uDC00-\uDFFF]/u.test(written[at] ?? "")) at += 1;
  return at;
}
