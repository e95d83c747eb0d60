/** What each tool does between a pointer's going down and its lifting: shown at once, written once, at the end. */
import type { VersionText } from "../../domain/documents";
import type { Anchor } from "../../domain/marks";
import { inWhole, placeAnchor, textAnchor, wholeOf } from "./anchors";
import { type DrawnMark, touched, touchedStrokes } from "./drawn-marks";
import type { Preview, Previewed } from "./preview";
import type { OnPage, Sheets } from "./sheets";
import { noPressure, type PenPoint } from "./strokes";
import { isOnText, offsetAt, type Point, wholeWords } from "./text-geometry";

export interface Gesture {
  /** all the places since the last call, also those between two pictures */
  move(pen: readonly Pen[]): void;
  end(): void;
  cancel(): void;
}

export type Pen = { clientX: number; clientY: number; pressure: number };

/** Points that a pointer may stray and still count as not moved. */
const still = 3;

/** Grows over the text from where it began, also over page breaks; over a page without text it is a box. */
export function stretchGesture(given: {
  begun: OnPage;
  text: VersionText | null;
  sheets: Sheets;
  preview: Preview;
  look: Omit<Previewed, "anchor">;
  /** null: the pointer has not moved */
  onEnd: (anchor: Anchor | null) => void;
  onTooLong: () => void;
}): Gesture {
  const { begun, text, sheets, preview, look } = given;
  const from = text === null ? null : wholeOffsetAt(text, begun);
  let anchor: Anchor | null = null;
  let isTooLong = false;
  return {
    move(pen) {
      const last = pen.at(-1);
      const now = last && sheets.at(last.clientX, last.clientY);
      if (now == null || (anchor === null && isStill(begun, now))) return;
      const to = text === null || from === null ? null : wholeOffsetAt(text, now);
      if (text !== null && from !== null && to !== null) {
        const words = wholeWords(wholeOf(text).text, { start: from, end: to });
        const grown = words && textAnchor(text, words);
        isTooLong = words !== null && grown === null;
        anchor = grown ?? anchor;
      } else {
        const end = sheets.on(begun.page, last?.clientX ?? 0, last?.clientY ?? 0) ?? begun.point;
        anchor = placeAnchor(text, begun.page, boxBetween(begun.point, end));
      }
      preview.show(anchor && { ...look, anchor });
    },
    end() {
      preview.show(null);
      if (isTooLong) given.onTooLong();
      else given.onEnd(anchor);
    },
    cancel: () => preview.show(null),
  };
}

/** Where a note that is set down with one touch belongs: the word under it, or the place. */
export function noteAnchor(text: VersionText | null, { page, point }: OnPage): Anchor {
  const on = text?.pages[page - 1];
  if (text !== null && on !== undefined && isOnText(on, point)) {
    const offset = offsetAt(on, point) ?? 0;
    const word =
      wholeWords(on.text, { start: offset, end: offset + 1 }) ??
      wholeWords(on.text, { start: Math.max(0, offset - 1), end: offset });
    const anchor = word && textAnchor(text, inWhole(text, page, word));
    if (anchor) return anchor;
  }
  return placeAnchor(text, page, { ...point, width: 0, height: 0 });
}

/** A stroke on the sheet on which it began. `draw` is asked for at most one picture per frame. */
export function inkGesture(given: {
  page: number;
  sheets: Sheets;
  draw: (points: readonly PenPoint[]) => void;
  onEnd: (points: readonly PenPoint[]) => void;
  hasPressure: boolean;
}): Gesture {
  const { page, sheets, draw, hasPressure } = given;
  const points: PenPoint[] = [];
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
  };
  return {
    move(pen) {
      for (const { clientX, clientY, pressure } of pen) {
        const point = sheets.on(page, clientX, clientY);
        if (point === null) continue;
        points.push([point.x, point.y, hasPressure ? pressure : noPressure]);
      }
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        draw(points);
      });
    },
    end() {
      stop();
      if (points.length > 0) given.onEnd(points);
      draw([]);
    },
    cancel() {
      stop();
      draw([]);
    },
  };
}

/** What an eraser has passed over: whole marks, or strokes of ink by number. */
export type Erased = ReadonlyMap<DrawnMark, ReadonlySet<number> | "whole">;

export function eraserGesture(given: {
  page: number;
  sheets: Sheets;
  marks: readonly DrawnMark[];
  strokesOnly: boolean;
  /** points around the pointer */
  reach: number;
  onTouch: (mark: DrawnMark, stroke: number | null) => void;
  onEnd: (erased: Erased) => void;
  onCancel: () => void;
}): Gesture {
  const { page, sheets, marks, strokesOnly, reach, onTouch } = given;
  const erased = new Map<DrawnMark, Set<number> | "whole">();
  let from: Point | null = null;
  const pass = (a: Point, b: Point) => {
    for (const mark of touched(marks, page, a, b, reach)) {
      if (mark.mark.kind !== "ink" || !strokesOnly) {
        erased.set(mark, "whole");
        onTouch(mark, null);
        continue;
      }
      const strokes = erased.get(mark);
      const known = strokes instanceof Set ? strokes : new Set<number>();
      for (const stroke of touchedStrokes(mark, a, b, reach)) {
        known.add(stroke);
        onTouch(mark, stroke);
      }
      erased.set(mark, known);
    }
  };
  return {
    move(pen) {
      for (const { clientX, clientY } of pen) {
        const to = sheets.on(page, clientX, clientY);
        if (to === null) continue;
        pass(from ?? to, to);
        from = to;
      }
    },
    end: () => given.onEnd(erased),
    cancel: given.onCancel,
  };
}

function wholeOffsetAt(text: VersionText, { page, point }: OnPage): number | null {
  const on = text.pages[page - 1];
  const offset = on === undefined ? null : offsetAt(on, point);
  return offset === null ? null : inWhole(text, page, { start: offset, end: offset }).start;
}

function isStill(a: OnPage, b: OnPage): boolean {
  return a.page === b.page && Math.hypot(a.point.x - b.point.x, a.point.y - b.point.y) < still;
}

function boxBetween(a: Point, b: Point) {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
