/** The sheets at the end that list what has no place on the paper: nothing that somebody wrote is lost on the way out. */
import { type PDFDocument, type PDFFont, type PDFPage, rgb } from "@cantoo/pdf-lib";
import type { ListedLine } from "../../../domain/exports";
import type { Typefaces } from "./typefaces";

const paper = { width: 595.28, height: 841.89 };
const margin = 56;

type Style = { face: keyof Typefaces; size: number; above: number; indent: number; shade: number };
const styles: Record<ListedLine["style"], Style> = {
  heading: { face: "strong", size: 15, above: 0, indent: 0, shade: 0.1 },
  entry: { face: "strong", size: 10.5, above: 14, indent: 0, shade: 0.1 },
  detail: { face: "regular", size: 9, above: 3, indent: 0, shade: 0.4 },
  quote: { face: "regular", size: 10, above: 5, indent: 14, shade: 0.3 },
  text: { face: "regular", size: 10, above: 5, indent: 0, shade: 0.1 },
};

/** Adds as many pages as it needs; gives them. */
export function addListedSheets(
  document: PDFDocument,
  listed: readonly ListedLine[],
  faces: Typefaces,
): PDFPage[] {
  const pages: PDFPage[] = [];
  let page: PDFPage | null = null;
  let y = 0;
  for (const { style, text } of listed) {
    const { face, size, above, indent, shade } = styles[style];
    const room = paper.width - 2 * margin - indent;
    y -= above;
    for (const line of brokenLines(text, faces[face], size, room)) {
      if (page === null || y - size * 1.35 < margin) {
        page = document.addPage([paper.width, paper.height]);
        pages.push(page);
        y = paper.height - margin;
      }
      y -= size * 1.35;
      page.drawText(line, {
        x: margin + indent,
        y,
        size,
        font: faces[face],
        color: rgb(shade, shade, shade),
      });
    }
  }
  return pages;
}

/** Broken between words, and within one that is longer than a line. */
function brokenLines(text: string, font: PDFFont, size: number, room: number): string[] {
  const fits = (line: string) => font.widthOfTextAtSize(line, size) <= room;
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) {
    let line = "";
    // A control sign has no shape and would stop the drawing.
    for (const word of paragraph.replace(/\p{Cc}/gu, " ").split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== "") lines.push(line);
      line = word;
      while (!fits(line) && line.length > 1) {
        let cut = line.length - 1;
        while (cut > 1 && !fits(line.slice(0, cut))) cut -= 1;
        lines.push(line.slice(0, cut));
        line = line.slice(cut);
      }
    }
    lines.push(line);
  }
  return lines;
}
