/** Looks into one PDF: whether it opens in the reader's engine, its pages, and what in it could act by itself. */
import { createRequire } from "node:module";
import path from "node:path";
import {
  getDocument,
  type PDFDocumentProxy,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import type { ActiveContentFlag, PageRun, VersionOutline } from "../../domain/documents";
import { findActiveContent } from "./active-content";
import { type Examination, maxPages } from "./inspection";
import { OutlineReader } from "./reading/read-outline";

const library = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

export type Examined = Extract<Examination, { ok: true }> & { outline: VersionOutline };
type Refused = Extract<Examination, { ok: false }>;

const refused = (reason: Refused["reason"]): Refused => ({
  ok: false,
  reason,
});

/** Never throws for what is in the bytes; a file is either understood whole or refused with its reason. */
export async function inspectPdf(bytes: Buffer): Promise<Examined | Refused> {
  if (bytes.length === 0) return refused("document.empty_file");
  // The header may stand behind other bytes (mail gateways put some there), but not far.
  if (!bytes.subarray(0, 1_024).includes("%PDF-")) return refused("document.not_a_pdf");
  // A paper that lost its end may still open, with pages missing that nobody would notice.
  if (!endsAsWritten(bytes)) return refused("document.truncated");
  const flags = findActiveContent(bytes);
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    cMapUrl: path.join(library, "cmaps/"),
    standardFontDataUrl: path.join(library, "standard_fonts/"),
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await read(await loading.promise, flags);
  } catch (error) {
    // The parser does not export this one error's class.
    if (error instanceof Error && error.name === "PasswordException")
      return refused("document.password_protected");
    // Whatever else the parser says about these bytes comes down to this.
    return refused("document.damaged");
  } finally {
    await loading.destroy();
  }
}

/** The last lines of a PDF name the place of its table of objects. Some writers pad after them. */
function endsAsWritten(bytes: Buffer): boolean {
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - 4_096));
  return /startxref|%%EOF|\btrailer\b/.test(tail);
}

async function read(
  document: PDFDocumentProxy,
  found: readonly ActiveContentFlag[],
): Promise<Examined | Refused> {
  const pages = document.numPages;
  if (pages < 1) return refused("document.no_pages");
  if (pages > maxPages) return refused("document.too_many_pages");
  const flags = new Set(found);
  if ((await document.hasJSActions()) === true) flags.add("javascript");
  if (Object.keys((await document.getAttachments()) ?? {}).length > 0) flags.add("embedded_file");
  const pageRuns: PageRun[] = [];
  const outline = new OutlineReader(document);
  for (let number = 1; number <= pages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    if (!(width > 0 && height > 0)) return refused("document.damaged");
    lengthen(pageRuns, hundredths(width), hundredths(height));
    await outline.addPage(page);
    page.cleanup();
  }
  return { ok: true, pages, pageRuns, flags: [...flags].sort(), outline: await outline.finish() };
}

function lengthen(runs: PageRun[], width: number, height: number): void {
  const last = runs.at(-1);
  if (last !== undefined && last.width === width && last.height === height) last.pages += 1;
  else runs.push({ pages: 1, width, height });
}

const hundredths = (points: number): number => Math.round(points * 100) / 100;
