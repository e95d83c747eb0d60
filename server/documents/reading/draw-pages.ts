/** Pictures of pages as WebP: drawn by PDFium, without any script or form of the paper running. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import encode, { init } from "@jsquash/webp/encode.js";
import type { PictureKind } from "../inspection";
import { loadPdfium, type Pdfium, withPage } from "./pdfium";

/** Pixels; a page that is much taller than wide gets less width, so that no picture is larger than `maxPixels`. */
const widths: Readonly<Record<PictureKind, number>> = { poster: 1_000, thumbnail: 164 };
const maxHeightPerWidth = 4;

const quality: Readonly<Record<PictureKind, { quality: number; method: number }>> = {
  poster: { quality: 60, method: 2 },
  thumbnail: { quality: 70, method: 4 },
};

/** PDFium's names: four bytes a pixel with alpha; red first; annotations drawn. */
const rgba = 4;
const redFirst = 0x10;
const withAnnotations = 0x01;
const white = 0xff_ff_ff_ff;

let encoder: Promise<unknown> | null = null;

/** The package would fetch its WebAssembly by an address, which a process has none of. */
function loadEncoder(): Promise<unknown> {
  encoder ??= (async () => {
    const library = path.dirname(
      createRequire(import.meta.url).resolve("@jsquash/webp/package.json"),
    );
    await init({ wasmBinary: await readFile(path.join(library, "codec/enc/webp_enc_simd.wasm")) });
  })();
  return encoder;
}

/** One page (from 1) of an opened document; null: it cannot be drawn. */
export async function drawPage(
  document: number,
  page: number,
  kind: PictureKind,
): Promise<Uint8Array | null> {
  const [pdfium] = await Promise.all([loadPdfium(), loadEncoder()]);
  const drawn = withPage(pdfium, document, page, (handle) =>
    pixelsOf(pdfium, handle, widths[kind]),
  );
  if (drawn === null) return null;
  return new Uint8Array(await encode(drawn, quality[kind]));
}

function pixelsOf(pdfium: Pdfium, page: number, wanted: number): ImageData | null {
  const pageWidth = pdfium._FPDF_GetPageWidth(page);
  const pageHeight = pdfium._FPDF_GetPageHeight(page);
  if (!(pageWidth > 0 && pageHeight > 0)) return null;
  const ratio = pageHeight / pageWidth;
  const width = Math.max(
    1,
    Math.round(ratio > maxHeightPerWidth ? (wanted * maxHeightPerWidth) / ratio : wanted),
  );
  const height = Math.max(1, Math.round(width * ratio));
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, rgba, 0, width * 4);
  if (bitmap === 0) return null;
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, redFirst | withAnnotations);
    const at = pdfium._FPDFBitmap_GetBuffer(bitmap);
    const data = new Uint8ClampedArray(pdfium.HEAPU8.slice(at, at + width * height * 4).buffer);
    return { data, width, height, colorSpace: "srgb" };
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
  }
}
