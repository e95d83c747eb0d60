/** Where each page of a paper lies on the desk, known before a byte of it has come: so nothing ever jumps. */
import type { PageRun } from "../../domain/documents";

/** `fit`: as wide as the desk allows; `page`: whole pages; a number: times the printed size (1 = 100 %). */
export type Zoom = "fit" | "page" | number;
/** By how many quarters to the right pages lie turned. */
export type Turn = 0 | 1 | 2 | 3;
export type View = { zoom: Zoom; columns: 1 | 2; turn: Turn };

export const plainView: View = { zoom: "fit", columns: 1, turn: 0 };
export const zoomLimits = { least: 0.5, most: 4 } as const;

/** CSS pixels per point at 100 %. */
const pixelsPerPoint = 96 / 72;
export const deskGap = 16;

/** `width` and `height` as the page lies, turned or not. */
export type Box = { top: number; left: number; width: number; height: number; scale: number };

export type Layout = {
  pages: number;
  width: number;
  height: number;
  /** CSS pixels per point, for most pages */
  scale: number;
  view: View;
  /** of page 1…pages */
  boxOf(page: number): Box;
  /** the first page at a height of the desk; above the first is the first, below the last is the last */
  pageAt(y: number): number;
  /** the last page at that height: another one where two lie side by side */
  lastPageAt(y: number): number;
};

type Size = { width: number; height: number };

export function layOut(runs: readonly PageRun[], view: View, desk: Size): Layout {
  const { columns } = view;
  const room = Math.max(120, (desk.width - deskGap) / columns - deskGap);
  const common = turned(commonSize(runs), view);
  const uniform = scaleFor(view.zoom, common, room, desk.height - 2 * deskGap);
  const sizes = runs.flatMap((run) => {
    const size = turned(run, view);
    // Only a page that is wider than most is made smaller to fit; a narrow one keeps its printed proportion.
    const scale = typeof view.zoom === "number" ? uniform : Math.min(uniform, room / size.width);
    const laid = {
      width: Math.round(size.width * scale),
      height: Math.round(size.height * scale),
      scale,
    };
    return Array.from({ length: run.pages }, () => laid);
  });
  if (sizes.length === 0) throw new RangeError("A paper without pages was laid out.");
  const rows = rowsOf(sizes, columns);
  const widest = Math.max(...rows.map(({ width }) => width));
  const width = Math.max(desk.width, widest + 2 * deskGap);
  const last = rows.at(-1);
  const rowAt = (y: number) => rows[Math.max(0, lastAtOrAbove(rows, y))] ?? { first: 1, pages: 1 };

  return {
    pages: sizes.length,
    width,
    height: last === undefined ? deskGap : last.top + last.height + deskGap,
    scale: uniform,
    view,
    boxOf(wanted) {
      // A page of the version shown before may still be asked for: the nearest one answers.
      const page = Math.min(sizes.length, Math.max(1, wanted));
      const row = rows[Math.floor((page - 1) / columns)];
      const size = sizes[page - 1];
      if (row === undefined || size === undefined)
        throw new RangeError(`There is no page ${page}.`);
      const before = page > row.first ? (sizes[page - 2]?.width ?? 0) + deskGap : 0;
      return {
        top: row.top + Math.round((row.height - size.height) / 2),
        left: Math.round((width - row.width) / 2) + before,
        ...size,
      };
    },
    pageAt: (y) => rowAt(y).first,
    lastPageAt(y) {
      const row = rowAt(y);
      return row.first + row.pages - 1;
    },
  };
}

/** A page as wide as the desk allows, in parts of the width that the desk has for pages: known without a desk. */
export function shareOf(runs: readonly PageRun[], page: number): Size & { points: number } {
  const common = commonSize(runs);
  const { width, height } = sizeOf(runs, page) ?? common;
  const scale = 1 / Math.max(common.width, width);
  return { width: width * scale, height: height * scale, points: width };
}

function sizeOf(runs: readonly PageRun[], page: number): Size | null {
  let before = 0;
  for (const run of runs) {
    before += run.pages;
    if (page <= before) return run;
  }
  return null;
}

type Row = { first: number; pages: number; top: number; width: number; height: number };

function rowsOf(sizes: readonly Size[], columns: number): Row[] {
  const rows: Row[] = [];
  let top = deskGap;
  for (let first = 1; first <= sizes.length; first += columns) {
    const own = sizes.slice(first - 1, first - 1 + columns);
    const height = Math.max(...own.map((size) => size.height));
    const width = own.reduce((sum, size) => sum + size.width, 0) + (own.length - 1) * deskGap;
    rows.push({ first, pages: own.length, top, width, height });
    top += height + deskGap;
  }
  return rows;
}

/** Place of the last row that begins at or above a height; -1: none. */
function lastAtOrAbove(rows: readonly Row[], y: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.top ?? 0) <= y) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function scaleFor(zoom: Zoom, common: Size, room: number, height: number): number {
  if (typeof zoom === "number") return zoom * pixelsPerPoint;
  const wide = room / common.width;
  return zoom === "fit" ? wide : Math.min(wide, Math.max(120, height) / common.height);
}

export function turned({ width, height }: Size, { turn }: Pick<View, "turn">): Size {
  return turn % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** The size that most pages have: one fold-out map must not make a whole report small. */
function commonSize(runs: readonly PageRun[]): Size {
  const counts = new Map<number, { pages: number; size: Size }>();
  for (const run of runs) {
    const before = counts.get(run.width)?.pages ?? 0;
    counts.set(run.width, { pages: before + run.pages, size: run });
  }
  const [most] = [...counts.values()].sort((a, b) => b.pages - a.pages);
  return most?.size ?? { width: 595, height: 842 };
}

/** A point of the paper, independent of zoom and of the size of the desk. */
export type Place = { page: number /** part of the page above the point, 0…1 */; part: number };

export function placeAt(layout: Layout, y: number): Place {
  const page = layout.pageAt(y);
  const { top, height } = layout.boxOf(page);
  return { page, part: Math.min(1, Math.max(0, (y - top) / height)) };
}

export function heightOf(layout: Layout, { page, part }: Place): number {
  const { top, height } = layout.boxOf(Math.min(layout.pages, Math.max(1, page)));
  return top + part * height;
}

/** The next step of the zoom buttons, rounded so that the label is a plain number. */
export function zoomStep(percent: number, direction: 1 | -1): number {
  const steps = [50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 350, 400];
  const next =
    direction === 1
      ? steps.find((step) => step > percent + 0.5)
      : steps.findLast((step) => step < percent - 0.5);
  return (next ?? (direction === 1 ? 400 : 50)) / 100;
}

export function clampZoom(zoom: number): number {
  return Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom));
}

export function percentOf(scale: number): number {
  return Math.round((scale / pixelsPerPoint) * 100);
}
