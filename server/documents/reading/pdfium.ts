/**
 * PDFium in WebAssembly, as far as we ask it: the letters of a page with their places. It runs in the process that
 * looks into files and nowhere else: its memory never shrinks, and it is handed hostile bytes.
 */
import { PDFiumModule } from "@hyzyla/pdfium";

/** What the package exports beyond its own types; addresses and handles are numbers in its memory. */
type Text = {
  _malloc(sizeBytes: number): number;
  _free(address: number): void;
  HEAPF32: Float32Array;
  HEAPF64: Float64Array;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  _FPDFText_HasUnicodeMapError(text: number, index: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rect: number): number;
  _FPDFText_GetCharBox(
    text: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number;
  _FPDFText_GetTextObject(text: number, index: number): number;
  _FPDFText_GetFontInfo(
    text: number,
    index: number,
    buffer: number,
    sizeBytes: number,
    flags: number,
  ): number;
  _FPDF_PageToDevice(
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    pageX: number,
    pageY: number,
    deviceX: number,
    deviceY: number,
  ): number;
};
export type Pdfium = Awaited<ReturnType<typeof PDFiumModule>> & Text;

let loading: Promise<Pdfium> | null = null;

/** One engine per process. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= PDFiumModule({}).then((module) => {
    module._FPDF_InitLibraryWithConfig({});
    // The functions above are in every build of it; the package's types list only those that it uses itself.
    return module as Pdfium;
  });
  return loading;
}

export type OpenedDocument = { handle: number; pages: number; close(): void };

/** The caller closes it; null: PDFium does not understand the bytes. */
export async function openDocument(bytes: Uint8Array): Promise<OpenedDocument | null> {
  const pdfium = await loadPdfium();
  const address = pdfium._malloc(bytes.byteLength);
  if (address === 0) return null;
  pdfium.HEAPU8.set(bytes, address);
  const handle = pdfium._FPDF_LoadMemDocument(address, bytes.byteLength, 0);
  if (handle === 0) {
    pdfium._free(address);
    return null;
  }
  return {
    handle,
    pages: pdfium._FPDF_GetPageCount(handle),
    close() {
      pdfium._FPDF_CloseDocument(handle);
      // It reads from these bytes as long as it is open.
      pdfium._free(address);
    },
  };
}

/** Lends one page, from 1; null: it cannot be loaded. */
export function withPage<T>(
  pdfium: Pdfium,
  document: number,
  page: number,
  use: (page: number) => T,
): T | null {
  const handle = pdfium._FPDF_LoadPage(document, page - 1);
  if (handle === 0) return null;
  try {
    return use(handle);
  } finally {
    pdfium._FPDF_ClosePage(handle);
  }
}
