/**
 * How a mark looks, drawn into the file: a viewer that knows nothing of marks shows it all the same, and all
 * viewers show it alike.
 */
import type { PDFContext, PDFRef } from "@cantoo/pdf-lib";
import type { PageBox } from "../../../domain/documents";
import type { OutgoingMark } from "../../../domain/exports";
import { type Colour, coloursOf } from "./colours";
import { around, type PageSpace, type Point } from "./page-space";

export type Rectangle = [number, number, number, number];

/** A drawing in the page's own coordinates, and the rectangle it fills. */
export type Appearance = { normal: PDFRef; rectangle: Rectangle };

/** The corners of a box in the order that viewers expect: upper left, upper right, lower left, lower right. */
export function corners(space: PageSpace, { x, y, width, height }: PageBox): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ].map(space.toFile);
}

/** A marker's colour multiplies with the page, so that the words stay black. */
export function highlightAppearance(
  context: PDFContext,
  space: PageSpace,
  boxes: readonly PageBox[],
  colour: Colour,
): Appearance {
  const areas = boxes.map((box) => {
    const [upperLeft, upperRight, lowerLeft, lowerRight] = corners(space, box);
    return `${path([upperLeft, upperRight, lowerRight, lowerLeft])} h f`;
  });
  const rectangle = around(boxes.flatMap((box) => corners(space, box)));
  const content = `/Marker gs ${numbers(colour)} rg\n${areas.join("\n")}`;
  return { normal: form(context, rectangle, content, { multiply: true }), rectangle };
}

/** A line under the words or through them: how far down the box it runs, from 0 to 1. */
export function lineAppearance(
  context: PDFContext,
  space: PageSpace,
  boxes: readonly PageBox[],
  colour: Colour,
  down: number,
): Appearance {
  const lines = boxes.map(({ x, y, width, height }) => {
    const level = y + height * down;
    const ends = [
      { x, y: level },
      { x: x + width, y: level },
    ].map(space.toFile);
    return `${number(Math.max(0.8, height * 0.07) * space.unit)} w ${path(ends)} S`;
  });
  const rectangle = around(
    boxes.flatMap((box) => corners(space, box)),
    space.unit,
  );
  return {
    normal: form(context, rectangle, `${numbers(colour)} RG\n${lines.join("\n")}`),
    rectangle,
  };
}

/** Strokes of one width each, whatever the pressure was; curves run through the middles between their points. */
export function inkAppearance(
  context: PDFContext,
  space: PageSpace,
  strokes: OutgoingMark["strokes"],
  colour: Colour,
): Appearance {
  const lines = strokes.map(
    ({ width, points }) =>
      `${number(width * space.unit)} w ${curve(pairs(points).map(space.toFile))} S`,
  );
  const widest = strokes.reduce((most, { width }) => Math.max(most, width), 0);
  const rectangle = around(
    strokes.flatMap(({ points }) => pairs(points).map(space.toFile)),
    widest * space.unit,
  );
  const content = `1 J 1 j ${numbers(colour)} RG\n${lines.join("\n")}`;
  return { normal: form(context, rectangle, content), rectangle };
}

/** Side of a note's sign, in points as shown. */
export const noteSize = 20;

/**
 * A speech bubble with three lines, its upper left corner at a point of the shown page. Signs of notes neither turn nor
 * grow with the page (flags below): viewers turn them upright about the corner that the file's coordinates call upper
 * left, so the drawing itself knows nothing of the page's rotation.
 */
export function noteAppearance(
  context: PDFContext,
  space: PageSpace,
  at: Point,
  colour: OutgoingMark["colour"],
): Appearance {
  const { fill, edge } = coloursOf(colour);
  const { x, y } = space.toFile(at);
  const size = noteSize * space.unit;
  const content = [
    `${numbers([space.unit, 0, 0, space.unit, x, y - size])} cm`,
    `${numbers(fill)} rg ${numbers(edge)} RG 1.2 w 1 j 1 J`,
    "4 17.5 m 16 17.5 l 17.7 17.5 18.5 16.7 18.5 15 c 18.5 7 l 18.5 5.3 17.7 4.5 16 4.5 c",
    "10.5 4.5 l 6 1 l 6 4.5 l 4 4.5 l 2.3 4.5 1.5 5.3 1.5 7 c 1.5 15 l 1.5 16.7 2.3 17.5 4 17.5 c b",
    "5 13.5 m 15 13.5 l S 5 10.5 m 15 10.5 l S 5 7.5 m 11 7.5 l S",
  ].join("\n");
  const rectangle: Rectangle = [x, y - size, x + size, y];
  return { normal: form(context, rectangle, content), rectangle };
}

export function emptyAppearance(context: PDFContext, rectangle: Rectangle): PDFRef {
  return form(context, rectangle, "");
}

function form(
  context: PDFContext,
  rectangle: Rectangle,
  content: string,
  { multiply = false } = {},
): PDFRef {
  const dictionary = {
    Type: "XObject",
    Subtype: "Form",
    BBox: rectangle,
    Resources: multiply
      ? { ExtGState: { Marker: { Type: "ExtGState", BM: "Multiply", AIS: false } } }
      : {},
  };
  return context.register(context.flateStream(content, dictionary));
}

function path(points: readonly (Point | undefined)[]): string {
  return points
    .flatMap((point) => (point === undefined ? [] : [`${number(point.x)} ${number(point.y)}`]))
    .map((pair, index) => `${pair} ${index === 0 ? "m" : "l"}`)
    .join(" ");
}

function curve(points: readonly Point[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return "";
  // a round cap makes a dot of a line without length
  if (points.length < 3) return path([first, last]);
  let drawn = path([first]);
  let from = first;
  for (let index = 1; index < points.length - 1; index += 1) {
    const bend = points[index];
    const next = points[index + 1];
    if (bend === undefined || next === undefined) continue;
    const to = index === points.length - 2 ? last : middle(bend, next);
    // a quadratic curve, as PDF has only cubic ones
    const [one, two] = [toward(from, bend), toward(to, bend)];
    drawn += ` ${numbers([one.x, one.y, two.x, two.y, to.x, to.y])} c`;
    from = to;
  }
  return drawn;
}

export function pairs(flat: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    points.push({ x: flat[index] ?? 0, y: flat[index + 1] ?? 0 });
  }
  return points;
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const toward = (from: Point, to: Point): Point => ({
  x: from.x + ((to.x - from.x) * 2) / 3,
  y: from.y + ((to.y - from.y) * 2) / 3,
});

/** PDF knows no exponents. */
const number = (value: number): string => String(Number(value.toFixed(3)));
const numbers = (values: readonly number[]): string => values.map(number).join(" ");
