/** What is printed over a page: the name of who took it out, the paper's grade, the pack's running number. */
import {
  PDFArray,
  PDFDict,
  type PDFFont,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFStream,
} from "@cantoo/pdf-lib";
import type { OutgoingSheet } from "../../../domain/exports";
import { pageSpace } from "./page-space";
import type { Typefaces } from "./typefaces";

export type Stamp = Pick<OutgoingSheet, "watermark" | "grade"> & { pageNumber: string | null };

/** Points from the edge of the page, within what printers reach. */
const fromEdge = 16;
const gradeSize = 11;
const numberSize = 9;
/** The watermark is no larger, and no smaller where its text is long. */
const watermarkSizes = { most: 30, least: 9 };

export function stampPage(page: PDFPage, stamp: Stamp, faces: Typefaces): void {
  const { context } = page.doc;
  const { width, height, drawing } = pageSpace(page);
  const size = { width, height };
  const content = [
    stamp.watermark === null ? "" : watermark(stamp.watermark, size, faces.regular),
    stamp.grade === null ? "" : gradeMarks(stamp.grade, size, faces.strong),
    stamp.pageNumber === null ? "" : pageNumber(stamp.pageNumber, size, faces.strong),
  ].join("\n");
  const form = context.flateStream(content, {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, width, height],
    Matrix: [...drawing],
    Resources: {
      Font: { Regular: faces.regular.ref, Strong: faces.strong.ref },
      ExtGState: { Faint: { Type: "ExtGState", ca: 0.16 } },
    },
  });
  drawOver(page, context.register(form));
}

/** Three times across the page, from lower left to upper right, each whole: on every part that somebody could cut out. */
function watermark(text: string, { width, height }: Size, font: PDFFont): string {
  const slope = Math.atan2(height, width);
  const [cos, sin] = [Math.cos(slope), Math.sin(slope)];
  const room = Math.hypot(width, height) * 0.49;
  const fitting = room / font.widthOfTextAtSize(text, 1);
  const size = Math.max(watermarkSizes.least, Math.min(watermarkSizes.most, fitting));
  const half = font.widthOfTextAtSize(text, size) / 2;
  const lines = [-0.24, 0, 0.24].map((away) => {
    const [x, y] = [width * (0.5 - away), height * (0.5 + away)];
    const matrix = [cos, sin, -sin, cos, x - half * cos, y - half * sin];
    return `${numbers(matrix)} Tm ${font.encodeText(text)} Tj`;
  });
  return `q /Faint gs 0.25 g BT /Regular ${number(size)} Tf ${lines.join(" ")} ET Q`;
}

/** Framed, in the middle of the upper and of the lower edge. */
function gradeMarks(name: string, { width, height }: Size, font: PDFFont): string {
  const text = name.toLocaleUpperCase("vi");
  const wide = font.widthOfTextAtSize(text, gradeSize);
  const x = (width - wide) / 2;
  return [fromEdge, height - fromEdge - gradeSize]
    .map(
      (y) =>
        `q 1 g 0.75 0.1 0.1 RG 1.2 w ${numbers([x - 8, y - 5, wide + 16, gradeSize + 7])} re B ` +
        `0.75 0.1 0.1 rg BT /Strong ${gradeSize} Tf ${numbers([x, y])} Td ${font.encodeText(text)} Tj ET Q`,
    )
    .join("\n");
}

/** In the lower right corner, on white, so that it is read whatever lies beneath. */
function pageNumber(text: string, { width }: Size, font: PDFFont): string {
  const wide = font.widthOfTextAtSize(text, numberSize);
  const x = width - fromEdge - wide;
  return (
    `q 1 g ${numbers([x - 4, fromEdge - 4, wide + 8, numberSize + 5])} re f ` +
    `0.2 g BT /Strong ${numberSize} Tf ${numbers([x, fromEdge])} Td ${font.encodeText(text)} Tj ET Q`
  );
}

type Size = { width: number; height: number };

/**
 * The page's own drawing is put in brackets, so that what it left turned or coloured does not reach the stamp. All that
 * is changed becomes the page's own first: files let pages share their lists.
 */
function drawOver(page: PDFPage, form: PDFObject): void {
  const { context } = page.doc;
  const { node } = page;
  const contents = node.get(PDFName.of("Contents"));
  const present = context.lookup(contents);
  const parts =
    present instanceof PDFArray
      ? present.asArray()
      : present instanceof PDFStream
        ? [contents]
        : [];
  const inherited = context.lookup(node.getInheritableAttribute(PDFName.of("Resources")));
  const resources = inherited instanceof PDFDict ? inherited.clone(context) : context.obj({});
  const drawn = context.lookup(resources.get(PDFName.of("XObject")));
  const objects = drawn instanceof PDFDict ? drawn.clone(context) : context.obj({});
  const name = objects.uniqueKey("Stamp");
  objects.set(name, form);
  resources.set(PDFName.of("XObject"), objects);
  node.set(PDFName.of("Resources"), resources);
  const [before, after] = ["q\n", `\nQ q ${name} Do Q\n`].map((operators) =>
    context.register(context.flateStream(operators)),
  );
  node.set(PDFName.of("Contents"), context.obj([before, ...parts, after]));
}

const number = (value: number): string => String(Number(value.toFixed(3)));
const numbers = (values: readonly number[]): string => values.map(number).join(" ");
