/** Ink: from the points of a pen to a smooth outline, and back to which stroke lies under an eraser. */
import { getStroke } from "perfect-freehand";
import type { PageBox } from "../../domain/documents";
import type { Mark } from "../../domain/marks";
import { around, type Point } from "./text-geometry";

export type Ink = Extract<Mark, { kind: "ink" }>;
export type Stroke = Ink["strokes"][number];
/** x, y in points, pressure from 0 to 1. */
export type PenPoint = readonly [x: number, y: number, pressure: number];

/** Of devices that measure no pressure. */
export const noPressure = 0.5;
/** Points: about what a ball-pen leaves on paper. */
export const penWidth = 2.3;
/** More strokes or points than this begin another mark: one mark must fit into one message. */
const mostStrokes = 60;
const mostPoints = 2_000;
/** Nearer than this to the line through its neighbours, a point says nothing; in points. */
const tolerance = 0.12;

/** The stroke as stored: thinned where it is straight, hundredths of a point. */
export function strokeOf(points: readonly PenPoint[], width = penWidth): Stroke {
  let kept = thinned(points, tolerance);
  for (let coarser = tolerance * 2; kept.length > mostPoints; coarser *= 2) {
    kept = thinned(points, coarser);
  }
  const hundredth = (value: number) => Math.round(value * 100) / 100;
  return { width, points: kept.flatMap((point) => point.map(hundredth)) };
}

export function penPointsOf({ points }: Stroke): PenPoint[] {
  const pen: PenPoint[] = [];
  for (let index = 0; index + 2 < points.length; index += 3) {
    pen.push([points[index] ?? 0, points[index + 1] ?? 0, points[index + 2] ?? noPressure]);
  }
  return pen;
}

/** The outline of a stroke as an SVG path in points of the page. */
export function outlineOf(points: readonly PenPoint[], width: number, isWhole = true): string {
  const measured = points.some(([, , pressure]) => pressure !== noPressure);
  const outline = getStroke(
    points.map((point) => [...point]),
    {
      // A pen of middle pressure leaves a line of the width asked for.
      size: width * 1.25,
      thinning: measured ? 0.6 : 0.25,
      smoothing: 0.5,
      streamline: 0.35,
      simulatePressure: !measured,
      last: isWhole,
    },
  );
  const [first, ...rest] = outline;
  if (first === undefined) return "";
  let path = `M${at(first[0])} ${at(first[1])}Q`;
  let from = first;
  for (const to of [...rest, first]) {
    path += `${at(from[0])} ${at(from[1])} ${at((from[0] + to[0]) / 2)} ${at((from[1] + to[1]) / 2)} `;
    from = to;
  }
  return `${path}Z`;
}

const at = (value: number) => String(Math.round(value * 100) / 100);

/** The box around strokes, their width included. */
export function boundsOf(strokes: readonly Stroke[]): PageBox {
  let bounds: PageBox | null = null;
  for (const stroke of strokes) {
    for (const [x, y] of penPointsOf(stroke)) {
      const { width } = stroke;
      const dot = { x: x - width / 2, y: y - width / 2, width, height: width };
      bounds = bounds === null ? dot : around(bounds, dot);
    }
  }
  return bounds ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** Whether another stroke may still join these in one mark. */
export function hasRoom(strokes: readonly Stroke[], next: Stroke): boolean {
  const points = [...strokes, next].reduce((sum, stroke) => sum + stroke.points.length / 3, 0);
  return strokes.length < mostStrokes && points <= mostPoints;
}

/** Whether a stroke passes within `reach` points of the line from `a` to `b`. */
export function isCrossed(stroke: Stroke, a: Point, b: Point, reach: number): boolean {
  const pen = penPointsOf(stroke);
  const near = reach + stroke.width / 2;
  return pen.some(([x, y], index) => {
    const [nextX, nextY] = pen[index + 1] ?? [x, y];
    const c = { x, y };
    const d = { x: nextX, y: nextY };
    return (
      cross(a, b, c, d) ||
      Math.min(fromLine(c, a, b), fromLine(d, a, b), fromLine(a, c, d), fromLine(b, c, d)) <= near
    );
  });
}

/** How far a point lies from the line between two others. */
export function fromLine(point: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const along =
    length === 0
      ? 0
      : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length));
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** After Ramer, Douglas and Peucker, without recursion: a stroke may have thousands of points. */
function thinned(points: readonly PenPoint[], within: number): PenPoint[] {
  if (points.length <= 2) return [...points];
  const keep = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span;
    const a = pointOf(points[first]);
    const b = pointOf(points[last]);
    let farthest = -1;
    let distance = within;
    for (let index = first + 1; index < last; index += 1) {
      const off = fromLine(pointOf(points[index]), a, b);
      if (off > distance) {
        distance = off;
        farthest = index;
      }
    }
    if (farthest === -1) continue;
    keep.add(farthest);
    open.push([first, farthest], [farthest, last]);
  }
  return points.filter((_point, index) => keep.has(index));
}

function pointOf(point: PenPoint | undefined): Point {
  return { x: point?.[0] ?? 0, y: point?.[1] ?? 0 };
}
