/** Where each page of a paper lies on the desk, known before a byte of it has come: so nothing ever jumps. */
import type { PageRun } from "../../domain/documents";

/** `fit`: as wide as the desk allows; a number: times the printed size (1 = 100 %). */
export type Zoom = "fit" | number;

export const zoomLimits = { least: 0.5, most: 4 } as const;

/** CSS pixels per point at 100 %. */
const pixelsPerPoint = 96 / 72;
export const deskGap = 16;

export type Box = { top: number; left: number; width: number; height: number; scale: number };

export type Layout = {
  pages: number;
  width: number;
  height: number;
  /** CSS pixels per point, for most pages */
  scale: number;
  /** of page 1…pages */
  boxOf(page: number): Box;
  /** the page at a height of the desk; above the first is the first, below the last is the last */
  pageAt(y: number): number;
};

type LaidRun = {
  first: number;
  pages: number;
  top: number;
  width: number;
  height: number;
  scale: number;
};

export function layOut(runs: readonly PageRun[], zoom: Zoom, deskWidth: number): Layout {
  const room = Math.max(120, deskWidth - 2 * deskGap);
  const common = commonWidth(runs);
  const uniform = zoom === "fit" ? room / common : zoom * pixelsPerPoint;
  const laid: LaidRun[] = [];
  let top = deskGap;
  let first = 1;
  for (const run of runs) {
    // Only a page that is wider than most is made smaller to fit; a narrow one keeps its printed proportion.
    const scale = zoom === "fit" ? Math.min(uniform, room / run.width) : uniform;
    const width = Math.round(run.width * scale);
    const height = Math.round(run.height * scale);
    laid.push({ first, pages: run.pages, top, width, height, scale });
    top += run.pages * (height + deskGap);
    first += run.pages;
  }
  const pages = first - 1;
  const widest = Math.max(...laid.map(({ width }) => width));
  const width = Math.max(deskWidth, widest + 2 * deskGap);

  const runOf = (page: number): LaidRun => {
    const run = laid.findLast((candidate) => candidate.first <= page) ?? laid[0];
    if (run === undefined) throw new RangeError("A paper without pages was laid out.");
    return run;
  };

  return {
    pages,
    width,
    height: top,
    scale: uniform,
    boxOf(page) {
      const run = runOf(page);
      return {
        top: run.top + (page - run.first) * (run.height + deskGap),
        left: Math.round((width - run.width) / 2),
        width: run.width,
        height: run.height,
        scale: run.scale,
      };
    },
    pageAt(y) {
      const run = laid.findLast((candidate) => candidate.top <= y) ?? laid[0];
      if (run === undefined) throw new RangeError("A paper without pages was laid out.");
      const within = Math.floor((y - run.top) / (run.height + deskGap));
      return Math.min(run.first + run.pages - 1, Math.max(run.first, run.first + within));
    },
  };
}

/** The width that most pages have: one fold-out map must not make a whole report small. */
function commonWidth(runs: readonly PageRun[]): number {
  const counts = new Map<number, number>();
  for (const { width, pages } of runs) counts.set(width, (counts.get(width) ?? 0) + pages);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 595;
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
