/** Which marks stand on which page of the version being read, and which of them lies under a finger. */
import { type Anchor, type Mark, threadKey } from "../../domain/marks";
import { boxesOn, compareAnchors, pagesOf } from "./anchors";
import type { StoredMark } from "./marks-store";
import { fromLine, isCrossed, penPointsOf } from "./strokes";
import { isWithin, type Point } from "./text-geometry";

/** A mark that stands somewhere itself; answers, states and placements speak about one that does. */
export type StandingMark = Extract<Mark, { anchor: Anchor; body: string }>;

export type DrawnMark = {
  /** as its thread's: addresses it among all layers of the paper */
  key: string;
  stored: StoredMark;
  mark: StandingMark;
  /** where it stands in the version being read */
  anchor: Anchor;
};

const drawnBefore = new WeakMap<StoredMark, DrawnMark>();

/** The same object as before while neither the mark nor its place changed: so that it is not drawn again. */
export function drawn(stored: StoredMark, anchor: Anchor): DrawnMark | null {
  const { mark } = stored;
  if (!("body" in mark) || !("anchor" in mark)) return null;
  const before = drawnBefore.get(stored);
  if (before !== undefined && before.anchor === anchor) return before;
  const key = threadKey(stored.layer, stored.owner, stored.id);
  const now = { key, stored, mark, anchor };
  drawnBefore.set(stored, now);
  return now;
}

export type MarksByPage = ReadonlyMap<number, readonly DrawnMark[]>;

/** By page, in the order of the page; pages on which nothing changed keep their list. */
export function byPage(marks: readonly DrawnMark[], before: MarksByPage): MarksByPage {
  const pages = new Map<number, DrawnMark[]>();
  for (const mark of [...marks].sort((a, b) => compareAnchors(a.anchor, b.anchor))) {
    for (const page of pagesOf(mark.anchor)) {
      const list = pages.get(page);
      if (list === undefined) pages.set(page, [mark]);
      else list.push(mark);
    }
  }
  const kept = new Map<number, readonly DrawnMark[]>();
  for (const [page, list] of pages) {
    const old = before.get(page);
    kept.set(page, old !== undefined && isSameList(old, list) ? old : list);
  }
  return kept;
}

/** How far a mark's ink has moved with its place since it was drawn, in points. */
export function shiftOf({ mark, anchor }: DrawnMark): Point {
  if (mark.anchor === anchor || mark.anchor.type !== "place" || anchor.type !== "place") {
    return { x: 0, y: 0 };
  }
  return { x: anchor.box.x - mark.anchor.box.x, y: anchor.box.y - mark.anchor.box.y };
}

/** The marks that a line from `a` to `b` touches on a page, `reach` points around it; the topmost first. */
export function touched(
  marks: readonly DrawnMark[],
  page: number,
  a: Point,
  b: Point,
  reach: number,
): DrawnMark[] {
  return marks.filter((mark) => isTouched(mark, page, a, b, reach)).reverse();
}

function isTouched(drawnMark: DrawnMark, page: number, a: Point, b: Point, reach: number): boolean {
  const { mark, anchor } = drawnMark;
  if (mark.kind === "ink") return touchedStrokes(drawnMark, a, b, reach).length > 0;
  return boxesOn(anchor, page).some((box) => {
    if (isWithin(box, a, reach) || isWithin(box, b, reach)) return true;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    return fromLine(middle, a, b) <= Math.min(box.width, box.height) / 2 + reach;
  });
}

/** Which of an ink mark's strokes a line touches, by number. */
export function touchedStrokes(drawnMark: DrawnMark, a: Point, b: Point, reach: number): number[] {
  const { mark } = drawnMark;
  if (mark.kind !== "ink") return [];
  const shift = shiftOf(drawnMark);
  const back = (point: Point) => ({ x: point.x - shift.x, y: point.y - shift.y });
  return mark.strokes.flatMap((stroke, index) =>
    penPointsOf(stroke).length > 0 && isCrossed(stroke, back(a), back(b), reach) ? [index] : [],
  );
}

function isSameList(a: readonly DrawnMark[], b: readonly DrawnMark[]): boolean {
  return a.length === b.length && a.every((mark, index) => mark === b[index]);
}
