/** The fixed forms of an official paper: head, title, signatures. Sample: the national layout rules. */
import type { Block, Drawing } from "./blocks";
import { p } from "./blocks";
import { breakLines, printLine } from "./lines";
import type { Face, Sheet } from "./sheet";

export type PaperHead = {
  /** lines above the agency's name: the superior body */
  above?: string;
  agency: string;
  state: string;
  motto: string;
  number: string;
  placeAndDate: string;
};

function block(
  sheet: Sheet,
  text: string,
  face: Face,
  size: number,
  x: number,
  y: number,
  width: number,
): number {
  let at = y;
  for (const line of breakLines(sheet, text, face, size, width)) {
    printLine(sheet, line, size, x, at + size, width, "center");
    at += size * 1.3;
  }
  return at;
}

/** Agency left, state and motto right, number and date under them. */
export function headBlock(head: PaperHead, size = 12): Drawing {
  return {
    kind: "drawing",
    height: size * 7.2,
    paint: (sheet, x, y, width) => {
      const leftWidth = width * 0.42;
      const rightX = x + width * 0.43;
      const rightWidth = width * 0.57;
      let left = y;
      if (head.above !== undefined)
        left = block(sheet, head.above, "roman", size, x, left, leftWidth);
      left = block(sheet, head.agency, "bold", size, x, left, leftWidth);
      sheet.rule(x + leftWidth * 0.34, left + 4, x + leftWidth * 0.66, left + 4, 0.8);
      let right = block(sheet, head.state, "bold", size, rightX, y, rightWidth);
      right = block(sheet, head.motto, "bold", size + 0.5, rightX, right, rightWidth);
      sheet.rule(rightX + rightWidth * 0.22, right + 4, rightX + rightWidth * 0.78, right + 4, 0.8);
      const second = Math.max(left, right) + 12;
      if (head.number !== "") block(sheet, head.number, "roman", size, x, second, leftWidth);
      block(sheet, head.placeAndDate, "italic", size, rightX, second, rightWidth);
    },
  };
}

/** Kind of paper in capitals, its subject under it, a short rule. */
export function titleBlocks(kind: string, subject: string, size: number): Block[] {
  return [
    p(kind, { face: "bold", size: size + 2, align: "center", after: 2, before: 10, keep: true }),
    p(subject, { face: "bold", size: size + 0.5, align: "center", left: 0, after: 2, keep: true }),
    {
      kind: "drawing",
      height: 18,
      paint: (sheet, x, y, width) =>
        sheet.rule(x + width * 0.4, y + 4, x + width * 0.6, y + 4, 0.8),
    },
  ];
}

export type Signature = {
  /** e.g. "TM. CHÍNH PHỦ", "KT. BỘ TRƯỞNG" */
  authority: readonly string[];
  name: string;
  /** left column: where copies go */
  copiesLabel?: string;
  copies?: readonly string[];
  /** shown where a signature would be */
  mark: string;
};

export function signatureBlock(signature: Signature, size: number): Drawing {
  const copies = signature.copies ?? [];
  const height = Math.max(
    size * (1.35 * signature.authority.length + 7),
    size * (2.4 + copies.length * 1.05),
  );
  return {
    kind: "drawing",
    height: height + 8,
    paint: (sheet, x, y, width) => {
      if (copies.length > 0) {
        sheet.label(signature.copiesLabel ?? "", "bold", size - 2, x, y + size, "left");
        for (const [index, copy] of copies.entries()) {
          sheet.label(copy, "roman", size - 3, x, y + size * (2.1 + index * 1.05));
        }
      }
      const centre = x + width * 0.72;
      let at = y + size;
      for (const line of signature.authority) {
        sheet.label(line, "bold", size, centre, at, "center");
        at += size * 1.35;
      }
      sheet.label(signature.mark, "italic", size - 2, centre, at + size * 1.6, "center", "grey");
      sheet.label(signature.name, "bold", size + 0.5, centre, at + size * 4.4, "center");
    },
  };
}
