/** Paragraphs out of a page's lines, for reading in any size: a line that fills its column and is followed by one that is not indented goes on. */
import type { PageText } from "../../domain/documents";

export type Paragraph = {
  text: string;
  /** letters a good deal larger than most of the paper's */
  isHeading: boolean;
};

type Line = {
  text: string;
  left: number;
  right: number;
  top: number;
  height: number;
};

/** One list per page. What runs over a page's end stands on the page where it began. */
export function paragraphsOf(pages: readonly PageText[]): Paragraph[][] {
  const perPage = pages.map(linesOf);
  const usual = median(perPage.flat().map(({ height }) => height));
  let open: { paragraph: Paragraph; last: Line; right: number } | null = null;
  return perPage.map((lines) => {
    const own: Paragraph[] = [];
    const column = columnOf(lines);
    let above: Line | null = null;
    for (const line of lines) {
      const isHeading = line.height > usual * 1.2;
      if (open !== null && goesOn(open, line, above, column.left, isHeading)) {
        open.paragraph.text = joined(open.paragraph.text, line.text);
        open = { ...open, last: line, right: column.right };
      } else {
        const paragraph = { text: line.text, isHeading };
        own.push(paragraph);
        open = { paragraph, last: line, right: column.right };
      }
      above = line;
    }
    return own;
  });
}

/** Points: what is further in is indented, what ends further from the edge ends there. */
const indent = 9;
const shortBy = 0.12;
/** Characters: no column is narrower, so a shorter line does not fill one. */
const shortest = 16;

function goesOn(
  open: { paragraph: Paragraph; last: Line; right: number },
  line: Line,
  above: Line | null,
  left: number,
  isHeading: boolean,
): boolean {
  if (open.paragraph.isHeading !== isHeading) return false;
  if (line.left > left + indent) return false;
  if (open.last.text.length < shortest) return false;
  if (open.last.right < open.right * (1 - shortBy)) return false;
  return above === null || line.top - above.top < 2.2 * Math.max(line.height, above.height);
}

function linesOf({ text, runs }: PageText): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split("\n")) {
    const end = start + raw.length;
    const own = runs.filter((run) => run.start < end && run.end > start);
    const said = raw.trim();
    // A number alone is the page's own, or a table's: read aloud it says nothing.
    if (said !== "" && !/^[\d\s./–-]{1,6}$/.test(said)) {
      lines.push({
        text: said,
        left: Math.min(...own.map(({ box }) => box.x)),
        right: Math.max(...own.map(({ box }) => box.x + box.width)),
        top: Math.min(...own.map(({ box }) => box.y)),
        height: Math.max(...own.map(({ box }) => box.height)),
      });
    }
    start = end + 1;
  }
  return lines.filter(({ left }) => Number.isFinite(left));
}

/** Where most lines begin, and where the longest end. */
function columnOf(lines: readonly Line[]): { left: number; right: number } {
  const counts = new Map<number, number>();
  for (const { left } of lines) {
    const near = Math.round(left / 4) * 4;
    counts.set(near, (counts.get(near) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { left: most?.[0] ?? 0, right: Math.max(0, ...lines.map(({ right }) => right)) };
}

/** A word that was divided at a line's end is one word again. */
function joined(before: string, after: string): string {
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)
    ? before.slice(0, -1) + after
    : `${before} ${after}`;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Pieces of a paragraph short enough to be spoken: voices of some devices fall silent in the middle of long ones. */
export function spokenPieces(text: string): string[] {
  const sentences = text.match(/[^.;:!?…]+[.;:!?…]*\s*/gu) ?? [];
  const pieces: string[] = [];
  for (const sentence of sentences) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + sentence.length <= longestPiece) {
      pieces[pieces.length - 1] = last + sentence;
    } else pieces.push(...cut(sentence));
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

const longestPiece = 220;

function cut(sentence: string): string[] {
  if (sentence.length <= longestPiece) return [sentence];
  const space = sentence.lastIndexOf(" ", longestPiece);
  const at = space > 0 ? space + 1 : longestPiece;
  return [sentence.slice(0, at), ...cut(sentence.slice(at))];
}

/** By its letters: a text with Vietnamese marks in it is Vietnamese. */
export function languageOf(text: string): "vi" | "en" {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const marked =
    text.match(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu)?.length ?? 0;
  return letters > 0 && marked / letters > 0.02 ? "vi" : "en";
}
