/** The letters of a page as PDFium finds them, in the order of its text, each with its place on the page as shown. */
import { type LegacyEncoding, legacyEncodingOf } from "./legacy-vietnamese";
import { type Pdfium, withPage } from "./pdfium";

export type Letter = {
  /** one code point; a line's end is "\n" */
  text: string;
  /** points from the top left corner of the page as shown; all 0 for what is not drawn (a space between words) */
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** what its font's name says of its encoding */
  legacy: LegacyEncoding | null;
  /** its font does not tell which letter it is */
  unmapped: boolean;
};

const softHyphen = "\u00AD";
/** PDFium's sign for a hyphen that only the line's end made. */
const brokenWord = 2;

/** At most `limit` letters of one page (from 1), whose size as shown is `width` × `height` points. */
export function lettersOf(
  pdfium: Pdfium,
  document: number,
  page: number,
  size: { width: number; height: number },
  limit: number,
): Letter[] {
  return (
    withPage(pdfium, document, page, (handle) => {
      const text = pdfium._FPDFText_LoadPage(handle);
      if (text === 0) return [];
      const scratch = pdfium._malloc(scratchBytes);
      try {
        return readLetters(pdfium, handle, text, scratch, size, limit);
      } finally {
        pdfium._free(scratch);
        pdfium._FPDFText_ClosePage(text);
      }
    }) ?? []
  );
}

const scratchBytes = 512;
const fontNameBytes = 256;

function readLetters(
  pdfium: Pdfium,
  page: number,
  text: number,
  scratch: number,
  size: { width: number; height: number },
  limit: number,
): Letter[] {
  const count = Math.min(pdfium._FPDFText_CountChars(text), limit);
  const place = placing(pdfium, page, scratch, size);
  const letters: Letter[] = [];
  let object = 0;
  let legacy: LegacyEncoding | null = null;
  for (let index = 0; index < count; index += 1) {
    const code = pdfium._FPDFText_GetUnicode(text, index);
    if (code === 0 || code === 0x0d) continue;
    if (code === 0x0a) {
      letters.push(unplaced("\n"));
      continue;
    }
    const drawnBy = pdfium._FPDFText_GetTextObject(text, index);
    if (drawnBy !== object) {
      object = drawnBy;
      legacy = legacyEncodingOf(fontName(pdfium, text, index, scratch));
    }
    const boxed = pdfium._FPDFText_GetLooseCharBox(text, index, scratch) !== 0;
    const box = boxed ? place(pdfium.HEAPF32, scratch >> 2) : nowhere;
    const unmapped = pdfium._FPDFText_HasUnicodeMapError(text, index) === 1;
    // In TCVN3 the soft hyphen's place is the letter ư; what is as tall as a letter is one.
    const isBroken =
      code === brokenWord && !(legacy === "tcvn3" && isTall(pdfium, text, index, scratch));
    const sign = code === brokenWord ? softHyphen : letterOf(code);
    if (sign === "") continue;
    letters.push({ text: sign, ...box, legacy: isBroken ? null : legacy, unmapped });
    if (isBroken) letters.push(unplaced("\n"));
  }
  return letters;
}

const nowhere = { left: 0, top: 0, right: 0, bottom: 0 };
const unplaced = (text: string): Letter => ({
  text,
  ...nowhere,
  legacy: null,
  unmapped: false,
});

/** Signs that cannot be stored or shown are no letters; lone halves of pairs neither. */
function letterOf(code: number): string {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "";
  if (code === 0x09 || code === 0x00a0) return " ";
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code >= 0xfffe) {
    return code < 0x10000 ? "" : String.fromCodePoint(code);
  }
  return String.fromCodePoint(code);
}

function fontName(pdfium: Pdfium, text: number, index: number, scratch: number): string {
  const flags = scratch + fontNameBytes;
  const length = pdfium._FPDFText_GetFontInfo(text, index, scratch, fontNameBytes, flags);
  if (length <= 1 || length > fontNameBytes) return "";
  return Buffer.from(pdfium.HEAPU8.subarray(scratch, scratch + length - 1)).toString("latin1");
}

/** A hyphen is flat; a letter's drawn height is close to its width or more. */
function isTall(pdfium: Pdfium, text: number, index: number, scratch: number): boolean {
  const found = pdfium._FPDFText_GetCharBox(
    text,
    index,
    scratch,
    scratch + 8,
    scratch + 16,
    scratch + 24,
  );
  if (found === 0) return false;
  const [left = 0, right = 0, bottom = 0, top = 0] = pdfium.HEAPF64.subarray(
    scratch >> 3,
    (scratch >> 3) + 4,
  );
  return top - bottom > 0.6 * (right - left);
}

/** Whole numbers are all that the engine gives; so fine a device makes them exact enough. */
const fineness = 100_000;

/** From the page's own coordinates to points from the top left corner as shown, rotation and cropping applied. */
function placing(
  pdfium: Pdfium,
  page: number,
  scratch: number,
  { width, height }: { width: number; height: number },
) {
  const at = (x: number, y: number) => {
    pdfium._FPDF_PageToDevice(page, 0, 0, fineness, fineness, 0, x, y, scratch, scratch + 4);
    const [deviceX = 0, deviceY = 0] = pdfium.HEAP32.subarray(scratch >> 2, (scratch >> 2) + 2);
    return { x: (deviceX * width) / fineness, y: (deviceY * height) / fineness };
  };
  const span = 1_000;
  const origin = at(0, 0);
  const right = at(span, 0);
  const up = at(0, span);
  const shown = (x: number, y: number) => ({
    x: origin.x + ((right.x - origin.x) * x + (up.x - origin.x) * y) / span,
    y: origin.y + ((right.y - origin.y) * x + (up.y - origin.y) * y) / span,
  });
  /** A box of the engine: left, top, right, bottom in the page's own coordinates. */
  return (boxes: Float32Array, at: number) => {
    const a = shown(boxes[at] ?? 0, boxes[at + 1] ?? 0);
    const b = shown(boxes[at + 2] ?? 0, boxes[at + 3] ?? 0);
    return {
      left: Math.min(a.x, b.x),
      top: Math.min(a.y, b.y),
      right: Math.max(a.x, b.x),
      bottom: Math.max(a.y, b.y),
    };
  };
}
