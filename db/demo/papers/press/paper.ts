/** Printing one paper of exactly so many pages: the middle is poured until the last page is reached. */
import { type Block, piecesOf, type Style } from "./blocks";
import { type Area, Flow, type Piece } from "./flow";
import { type PaperSize, Sheet, sizes } from "./sheet";

/** A stretch of a paper: its heading, then blocks as long as its share of the pages lasts. */
export type Part = {
  /** printed first, whole; evaluated when its turn comes */
  opening: () => readonly Block[];
  /** relative length */
  share: number;
  /** begins on this page; what stands before it is filled up to it */
  atPage?: number;
  newPage?: boolean;
  /** unending: asked again and again until the share is filled; a part without it is its opening only */
  filling?: () => Generator<Block, void, void>;
};

export type PaperText = {
  title: string;
  author: string;
  subject: string;
  language: "vi" | "en";
  date: Date;
  pages: number;
  size?: keyof typeof sizes;
  style: Style;
  head: readonly Block[];
  parts: readonly Part[];
  tail: () => readonly Block[];
};

export const demonstrationLine =
  "VĂN BẢN MINH HỌA – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ / DEMONSTRATION – NO LEGAL EFFECT";

function dress(sheet: Sheet, page: number): void {
  const centre = sheet.size.width / 2;
  const fontSize = sheet.size.width < 500 ? 7 : 8.5;
  sheet.label(demonstrationLine, "sans", fontSize, centre, 36, "center", "red");
  if (page > 1) sheet.label(String(page), "roman", 12, centre, 57, "center");
}

function areaOf(size: PaperSize): Area {
  const book = size.width < 500;
  const left = book ? 58 : 80;
  const right = book ? 52 : 54;
  return {
    top: 70,
    bottom: size.height - (book ? 48 : 54),
    left,
    width: size.width - left - right,
  };
}

/** @throws Error when the text cannot be brought to exactly `pages` pages: a fault of its author. */
export async function printPaper(text: PaperText): Promise<Buffer> {
  const size = sizes[text.size ?? "A4"];
  const sheet = new Sheet({
    title: text.title,
    author: text.author,
    subject: text.subject,
    language: text.language,
    date: text.date,
    size,
  });
  const flow = new Flow(sheet, areaOf(size), dress);
  const lay = (blocks: readonly Block[]): Piece[] =>
    blocks.flatMap((block) => piecesOf(sheet, block, text.style, flow.area));
  const tail = () => lay(text.tail());
  flow.add(lay(text.head));
  pour(flow, text, lay, tail);
  flow.add(tail());
  if (flow.place.page !== text.pages) {
    throw new Error(`"${text.title}" came to ${flow.place.page} pages, not ${text.pages}`);
  }
  return await sheet.finish();
}

function pour(
  flow: Flow,
  text: PaperText,
  lay: (blocks: readonly Block[]) => Piece[],
  tail: () => Piece[],
): void {
  const tailHeight = tail().reduce((sum, piece) => sum + piece.height, 0);
  const whole = flow.pageHeight * (text.pages - 0.5) - Math.min(tailHeight, flow.pageHeight * 0.4);
  const shares = text.parts.reduce((sum, part) => sum + part.share, 0);
  let shareDone = 0;
  let startDepth = flow.depth;
  const goals = text.parts.map(() => 0);
  const plan = (from: number) => {
    const remaining = Math.max(shares - shareDone, 0.001);
    let ahead = 0;
    for (let index = from; index < text.parts.length; index += 1) {
      const part = text.parts[index];
      const next = text.parts[index + 1];
      ahead += part?.share ?? 0;
      const pinned = next?.atPage;
      goals[index] =
        pinned !== undefined
          ? (pinned - 1) * flow.pageHeight - 1
          : startDepth + ((whole - startDepth) * ahead) / remaining;
    }
  };
  const ends = (pieces: readonly Piece[]) => flow.after(tail(), flow.after(pieces)).page;
  /** the next block, with what must follow it on the same page */
  const together = (
    blocks: Generator<Block, void, void>,
  ): { pieces: Piece[]; paragraph: boolean } | null => {
    const pieces: Piece[] = [];
    let paragraph = true;
    for (let block = blocks.next(); block.done !== true; block = blocks.next()) {
      pieces.push(...lay([block.value]));
      paragraph = paragraph && block.value.kind === "paragraph";
      if (pieces.at(-1)?.keep !== true) return { pieces, paragraph };
    }
    return pieces.length === 0 ? null : { pieces, paragraph };
  };
  text.parts.forEach((part, index) => {
    if (part.newPage === true || part.atPage !== undefined) flow.breakPage();
    startDepth = flow.depth;
    plan(index);
    const last = index === text.parts.length - 1;
    const opening = lay(part.opening());
    const filling = part.filling?.();
    // a heading is laid together with what follows it, so that it never ends a page
    const first = filling === undefined ? null : together(filling);
    flow.add([...opening, ...(first?.pieces ?? [])]);
    const goal = goals[index] ?? 0;
    let refused = 0;
    while (filling !== undefined && (last || flow.depth < goal)) {
      const block = together(filling);
      if (block === null) break;
      const { pieces } = block;
      if (last && flow.place.page >= text.pages - 2) {
        const end = ends(pieces);
        const enough =
          flow.place.page === text.pages && flow.place.y > flow.area.top + flow.pageHeight * 0.35;
        const there = ends([]) === text.pages;
        if (enough || end > text.pages) {
          refused += 1;
          if (enough || (there && refused > 2) || refused > 40) break;
          continue;
        }
      } else if (
        !last &&
        flow.depth + heightOf(pieces) > goal + flow.pageHeight * 0.5 &&
        !block.paragraph
      ) {
        refused += 1;
        if (refused > 3) break;
        continue;
      }
      if (
        part.atPage === undefined &&
        isPinned(text, index) &&
        flow.after(pieces).page >= (text.parts[index + 1]?.atPage ?? 0)
      )
        break;
      flow.add(pieces);
    }
    shareDone += part.share;
  });
}

const heightOf = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.height, 0);
const isPinned = (text: PaperText, index: number) => text.parts[index + 1]?.atPage !== undefined;
