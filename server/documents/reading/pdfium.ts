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

/** Lends an opened document; null: PDFium does not understand the bytes. */
export function withDocument<T>(
  pdfium: Pdfium,
  bytes: Uint8Array,
  use: (document: number) => T,
): T | null {
  const address = pdfium._malloc(bytes.byteLength);
  if (address === 0) return null;
  try {
    pdfium.HEAPU8.set(bytes, address);
    const document = pdfium._FPDF_LoadMemDocument(address, bytes.byteLength, 0);
    if (document === 0) return null;
    try {
      return use(document);
    } finally {
      pdfium._FPDF_CloseDocument(document);
    }
  } finally {
    pdfium._free(address);
  }
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
