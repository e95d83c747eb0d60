/**
 * From a page as it is shown to the page as its file describes it: cut to its crop box, turned by its own
 * rotation, in its own unit. The rules for broken boxes are the reading engine's (pdf.js), since marks were
 * placed by what it shows.
 */
import { PDFArray, PDFName, PDFNumber, type PDFPage } from "@cantoo/pdf-lib";
import type { PageBox } from "../../../domain/documents";

export type Point = { x: number; y: number };
/** a b c d e f, as `cm` takes it */
export type Matrix = readonly [number, number, number, number, number, number];

export type PageSpace = {
  /** of the page as shown, in points */
  width: number;
  height: number;
  /** how far the page is turned clockwise when shown */
  rotation: 0 | 90 | 180 | 270;
  /** from points right and down of the shown page's top left corner to the file's coordinates */
  toFile(point: Point): Point;
  /** the same for drawing: from points right and up of the shown page's bottom left corner */
  drawing: Matrix;
  /** how many of the file's units one shown point is */
  unit: number;
};

type Rectangle = readonly [left: number, bottom: number, right: number, top: number];
const letter: Rectangle = [0, 0, 612, 792];

export function pageSpace(page: PDFPage): PageSpace {
  const media = boxOf(page, "MediaBox") ?? letter;
  const [left, bottom, right, top] = intersection(boxOf(page, "CropBox") ?? media, media) ?? media;
  const unit = 1 / userUnit(page);
  const rotation = rotationOf(page);
  const turned = rotation === 90 || rotation === 270;
  const width = (turned ? top - bottom : right - left) / unit;
  const height = (turned ? right - left : top - bottom) / unit;
  const toFile = ({ x, y }: Point): Point => {
    const [across, down] = [x * unit, y * unit];
    switch (rotation) {
      case 0:
        return { x: left + across, y: top - down };
      case 90:
        return { x: left + down, y: bottom + across };
      case 180:
        return { x: right - across, y: bottom + down };
      case 270:
        return { x: right - down, y: top - across };
    }
  };
  const origin = toFile({ x: 0, y: height });
  const east = toFile({ x: 1, y: height });
  const north = toFile({ x: 0, y: height - 1 });
  const drawing: Matrix = [
    east.x - origin.x,
    east.y - origin.y,
    north.x - origin.x,
    north.y - origin.y,
    origin.x,
    origin.y,
  ];
  return { width, height, rotation, toFile, drawing, unit };
}

/** The part of a box that lies on the page; a box beside the page becomes a small one at its edge. */
export function onPage({ width, height }: PageSpace, box: PageBox): PageBox {
  const x = within(box.x, 0, Math.max(0, width - 1));
  const y = within(box.y, 0, Math.max(0, height - 1));
  return {
    x,
    y,
    width: within(box.x + box.width, x + 1, width) - x,
    height: within(box.y + box.height, y + 1, height) - y,
  };
}

/** Left, bottom, right, top around points, as `Rect` has them. */
export function around(points: readonly Point[], margin = 0): [number, number, number, number] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  // no spreading: a mark of ink has thousands of points
  const least = (numbers: number[]) => numbers.reduce((a, b) => Math.min(a, b), Number.MAX_VALUE);
  const most = (numbers: number[]) => numbers.reduce((a, b) => Math.max(a, b), -Number.MAX_VALUE);
  return [least(xs) - margin, least(ys) - margin, most(xs) + margin, most(ys) + margin];
}

const within = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

function boxOf(page: PDFPage, name: "MediaBox" | "CropBox"): Rectangle | null {
  const value = inherited(page, name);
  if (!(value instanceof PDFArray) || value.size() !== 4) return null;
  const numbers = value.asArray().map((entry) => page.doc.context.lookup(entry));
  const [a, b, c, d] = numbers.map((entry) =>
    entry instanceof PDFNumber ? entry.asNumber() : NaN,
  );
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const box: Rectangle = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box.every(Number.isFinite) && box[2] - box[0] > 0 && box[3] - box[1] > 0 ? box : null;
}

function intersection(one: Rectangle, other: Rectangle): Rectangle | null {
  const left = Math.max(one[0], other[0]);
  const bottom = Math.max(one[1], other[1]);
  const right = Math.min(one[2], other[2]);
  const top = Math.min(one[3], other[3]);
  return right > left && top > bottom ? [left, bottom, right, top] : null;
}

function rotationOf(page: PDFPage): PageSpace["rotation"] {
  const value = inherited(page, "Rotate");
  const degrees = value instanceof PDFNumber ? ((value.asNumber() % 360) + 360) % 360 : 0;
  return degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0;
}

function userUnit(page: PDFPage): number {
  const value = page.doc.context.lookup(page.node.get(PDFName.of("UserUnit")));
  const unit = value instanceof PDFNumber ? value.asNumber() : 1;
  return Number.isFinite(unit) && unit > 0 ? unit : 1;
}

/** Pages take boxes and rotation from the nodes above them. */
function inherited(page: PDFPage, name: string) {
  const value = page.node.getInheritableAttribute(PDFName.of(name));
  return page.doc.context.lookup(value);
}
