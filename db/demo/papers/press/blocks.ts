/** The building blocks of a paper and how each becomes pieces on a page. */
import { type Chart, chartPieces } from "./charts";
import type { Piece } from "./flow";
import { type Align, breakLines, printLine } from "./lines";
import type { Colour, Face, Sheet } from "./sheet";
import { type Table, tablePieces } from "./tables";

export type Paragraph = {
  kind: "paragraph";
  text: string;
  face?: Face;
  size?: number;
  align?: Align;
  /** first-line indent; the house style's when absent */
  first?: number;
  left?: number;
  after?: number;
  before?: number;
  colour?: Colour;
  keep?: boolean;
};
export type Heading = {
  kind: "heading";
  text: string;
  level: 1 | 2 | 3;
  center?: boolean;
  bookmark?: string;
};
/** A vector drawing in the text, `height` points high. */
export type Drawing = {
  kind: "drawing";
  height: number;
  paint: (sheet: Sheet, x: number, y: number, width: number) => void;
  keep?: boolean;
};
/** Blocks that no length limit takes apart, such as an article with its clauses. */
export type Group = {
  kind: "group";
  blocks: readonly Block[];
  /** called when it really stands on a page: what was offered and did not fit takes no number */
  printed?: () => void;
};
export type Block =
  | Paragraph
  | Heading
  | Drawing
  | Table
  | Chart
  | Group
  | { kind: "space"; height: number };

/** How a paper is set: sizes in points. */
export type Style = {
  size: number;
  leading: number;
  first: number;
  after: number;
  tableSize: number;
  align: Align;
};

export const p = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: "paragraph",
  text,
  ...more,
});
export const group = (...blocks: readonly Block[]): Group => ({ kind: "group", blocks });
export const counted = (printed: () => void, ...blocks: readonly Block[]): Group => ({
  kind: "group",
  blocks,
  printed,
});
export const h = (level: 1 | 2 | 3, text: string, more: Partial<Heading> = {}): Heading => ({
  kind: "heading",
  level,
  text,
  ...more,
});

type Measure = { left: number; width: number };

function paragraphPieces(sheet: Sheet, block: Paragraph, style: Style, measure: Measure): Piece[] {
  const size = block.size ?? style.size;
  const leading = (size * style.leading) / style.size;
  const left = measure.left + (block.left ?? 0);
  const width = measure.width - (block.left ?? 0);
  const align = block.align ?? style.align;
  const centred = align === "center" || align === "right";
  const lines = breakLines(
    sheet,
    block.text,
    block.face ?? "roman",
    size,
    width,
    block.first ?? (centred ? 0 : style.first),
  );
  const pieces: Piece[] = [];
  if (block.before !== undefined) pieces.push({ height: block.before, space: true });
  lines.forEach((line, index) => {
    const last = index === lines.length - 1;
    pieces.push({
      height: leading,
      keep: last ? block.keep === true : index === 0 || index === lines.length - 2,
      paint: (on, y) =>
        printLine(on, line, size, left, y + size * 1.02, width, align, block.colour),
    });
  });
  const after = block.after ?? style.after;
  if (after > 0) pieces.push({ height: after, space: true, keep: block.keep === true });
  return pieces;
}

const headingLooks = {
  1: { face: "bold", factor: 1.08, before: 12 },
  2: { face: "bold", factor: 1, before: 7 },
  3: { face: "italic", factor: 1, before: 4 },
} as const;

function headingPieces(sheet: Sheet, block: Heading, style: Style, measure: Measure): Piece[] {
  const look = headingLooks[block.level];
  const title = block.bookmark ?? block.text.replaceAll("\n", " ").replaceAll("**", "");
  const pieces = paragraphPieces(
    sheet,
    p(block.text, {
      face: look.face,
      size: style.size * look.factor,
      align: block.center === true ? "center" : "left",
      first: block.center === true ? 0 : style.first,
      after: 4,
      keep: true,
    }),
    style,
    measure,
  ).map((piece) => ({ ...piece, keep: true }));
  return [
    { height: look.before, space: true },
    { height: 0, keep: true, paint: (on) => on.bookmark(title, block.level) },
    ...pieces,
  ];
}

export function piecesOf(sheet: Sheet, block: Block, style: Style, measure: Measure): Piece[] {
  switch (block.kind) {
    case "paragraph":
      return paragraphPieces(sheet, block, style, measure);
    case "heading":
      return headingPieces(sheet, block, style, measure);
    case "table":
      return tablePieces(sheet, block, style.tableSize, measure);
    case "chart":
      return chartPieces(sheet, block, measure);
    case "drawing":
      return [
        {
          height: block.height,
          keep: block.keep === true,
          paint: (on, y) => block.paint(on, measure.left, y, measure.width),
        },
      ];
    case "group":
      return [
        { height: 0, keep: true, paint: () => block.printed?.() },
        ...block.blocks.flatMap((inner) => piecesOf(sheet, inner, style, measure)),
      ];
    case "space":
      return [{ height: block.height, space: true }];
  }
}
