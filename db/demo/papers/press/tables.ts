/** Tables that run over pages: repeated heads, closed feet, long rows cut between lines only. */
import type { Band, Piece } from "./flow";
import { breakLines, type Line, printLine } from "./lines";
import type { Sheet } from "./sheet";

export type Column = {
  label: string;
  share: number;
  align?: "left" | "right" | "center" | "justify";
};
export type Row = readonly string[] | { cells: readonly string[]; bold: true } | { across: string };
export type Table = {
  kind: "table";
  caption?: string;
  unit?: string;
  columns: readonly Column[];
  rows: readonly Row[];
  note?: string;
  /** no lines and no head: texts side by side */
  bare?: boolean;
  size?: number;
  /** goes on from the table before it: no head unless a page begins, no space after */
  joins?: boolean;
};

type Measure = { left: number; width: number };
type Cell = {
  lines: Line[];
  x: number;
  width: number;
  align: "left" | "right" | "center" | "justify";
};
const padding = 4;

export function tablePieces(
  sheet: Sheet,
  table: Table,
  styleSize: number,
  measure: Measure,
): Piece[] {
  const size = table.size ?? styleSize;
  const total = table.columns.reduce((sum, column) => sum + column.share, 0);
  const edges = [measure.left];
  for (const column of table.columns)
    edges.push((edges.at(-1) ?? 0) + (column.share / total) * measure.width);
  const lined = table.bare !== true;
  const right = measure.left + measure.width;
  const pieces: Piece[] = [];
  const band: Band = {
    head: lined
      ? rowPieces(
          sheet,
          { cells: table.columns.map((column) => column.label), bold: true },
          { table, edges, size, head: true },
        )
      : [],
    close: (on, y) => {
      if (lined) on.rule(measure.left, y, right, y);
    },
  };
  const outside = (
    text: string,
    face: "bold" | "italic",
    align: "center" | "right" | "left",
    keep: boolean,
  ): Piece[] =>
    breakLines(sheet, text, face, size, measure.width).map((line) => ({
      height: size * 1.4,
      keep,
      paint: (on, y) => printLine(on, line, size, measure.left, y + size, measure.width, align),
    }));
  if (table.caption !== undefined)
    pieces.push({ height: 6, space: true }, ...outside(table.caption, "bold", "center", true));
  if (table.unit !== undefined) pieces.push(...outside(table.unit, "italic", "right", true));
  if (table.joins !== true)
    pieces.push(...band.head.map((piece) => ({ ...piece, keep: true, band })));
  for (const row of table.rows) {
    pieces.push(
      ...rowPieces(sheet, row, { table, edges, size, head: false }).map((piece) => ({
        ...piece,
        band,
      })),
    );
  }
  pieces.push({ height: 0, band, paint: (on, y) => band.close(on, y) });
  const short = table.joins !== true && pieces.reduce((sum, piece) => sum + piece.height, 0) < 320;
  if (short) for (const piece of pieces.slice(0, -1)) piece.keep = true;
  if (table.note !== undefined)
    pieces.push({ height: 2, space: true }, ...outside(table.note, "italic", "left", false));
  if (table.joins !== true) pieces.push({ height: 8, space: true });
  return pieces;
}

type RowSetting = { table: Table; edges: readonly number[]; size: number; head: boolean };

function cellsOf(sheet: Sheet, row: Row, { table, edges, size, head }: RowSetting): Cell[] {
  const first = edges[0] ?? 0;
  const last = edges.at(-1) ?? 0;
  if ("across" in row) {
    const width = last - first - 2 * padding;
    return [
      {
        lines: breakLines(sheet, row.across, "bold", size, width),
        x: first + padding,
        width,
        align: "left",
      },
    ];
  }
  const texts = "cells" in row ? row.cells : row;
  return table.columns.map((column, index) => {
    const x = (edges[index] ?? 0) + padding;
    const width = (edges[index + 1] ?? 0) - x - padding;
    const face = "cells" in row ? "bold" : "roman";
    return {
      lines: breakLines(sheet, texts[index] ?? "", face, size, width),
      x,
      width,
      align: head ? "center" : (column.align ?? "left"),
    };
  });
}

function rowPieces(sheet: Sheet, row: Row, setting: RowSetting): Piece[] {
  const { table, edges, size, head } = setting;
  const lined = table.bare !== true;
  const cells = cellsOf(sheet, row, setting);
  const count = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const leading = size * 1.3;
  const left = edges[0] ?? 0;
  const right = edges.at(-1) ?? 0;
  const verticals = "across" in row ? [left, right] : edges;
  return Array.from({ length: count }, (_, index) => {
    const top = index === 0 ? (lined ? 3 : 1) : 0;
    const foot = index === count - 1 ? (lined ? 3.5 : 6) : 0;
    const height = top + leading + foot;
    const whole = count <= 8;
    return {
      height,
      keep: index < count - 1 && (whole || index < 2 || index >= count - 3),
      paint: (on, y) => {
        if (lined && (head || "across" in row)) on.box(left, y, right - left, height, "pale");
        if (lined && index === 0) on.rule(left, y, right, y);
        if (lined) for (const x of verticals) on.rule(x, y, x, y + height);
        for (const cell of cells) {
          const offset = head ? Math.floor((count - cell.lines.length) / 2) : 0;
          const line = cell.lines[index - offset];
          if (line !== undefined)
            printLine(on, line, size, cell.x, y + top + size, cell.width, cell.align);
        }
      },
    } satisfies Piece;
  });
}
