/** The one text of a version with the places of its parts, and how far it can be relied on. */
import type { PageRun, PageText, TextReliability, VersionText } from "../../../domain/documents";
import { maxTextPerFile, maxTextPerPage } from "../inspection";
import { looksLegacy, speaksUnicode } from "./legacy-vietnamese";
import { type Letter, lettersOf } from "./letters";
import { pageTextOf } from "./page-runs";
import { loadPdfium, openDocument, type Pdfium } from "./pdfium";

type Counts = { letters: number; converted: number; unmapped: number; legacyLike: number };

/**
 * Never throws for what is in the bytes. `pageRuns` are the sizes as the reader shows the pages, so that places and
 * pages agree.
 */
export async function readText(
  bytes: Uint8Array,
  pageRuns: readonly PageRun[],
): Promise<VersionText> {
  const pdfium = await loadPdfium();
  const sizes = pageRuns.flatMap(({ pages, ...size }) => Array.from({ length: pages }, () => size));
  const counts: Counts = { letters: 0, converted: 0, unmapped: 0, legacyLike: 0 };
  const document = await openDocument(bytes);
  // One engine shows the pages and another does not understand the file: nothing can be said of its words.
  if (document === null) {
    return { reliability: "unreliable", pages: sizes.map(() => ({ text: "", runs: [] })) };
  }
  let kept = 0;
  const pages = sizes.map((size, index) => {
    const limit = Math.min(maxTextPerPage, maxTextPerFile - kept);
    const page = readPage(pdfium, document.handle, index + 1, size, limit, counts);
    kept += page.text.length;
    return page;
  });
  document.close();
  return { reliability: reliabilityOf(counts), pages };
}

function readPage(
  pdfium: Pdfium,
  document: number,
  page: number,
  size: { width: number; height: number },
  limit: number,
  counts: Counts,
): PageText {
  const found = lettersOf(pdfium, document, page, size, limit);
  // A font with an old name may speak Unicode nevertheless; its letters tell.
  const inLegacy = found.filter(({ legacy }) => legacy !== null);
  const isUnicode = speaksUnicode(inLegacy.map(({ text }) => text).join(""));
  const letters: Letter[] = isUnicode
    ? found.map((letter) => ({ ...letter, legacy: null }))
    : found;
  const read = pageTextOf(letters);
  if (read.text === "") return read;
  counts.letters += letters.length;
  counts.converted += isUnicode ? 0 : inLegacy.length;
  for (const { text, unmapped } of letters) if (unmapped || isPrivate(text)) counts.unmapped += 1;
  if (looksLegacy(read.text)) counts.legacyLike += letters.length;
  return read;
}

/** A sign whose meaning only the font knows. */
const isPrivate = (text: string) => text === "\uFFFD" || (text >= "\uE000" && text <= "\uF8FF");

function reliabilityOf({ letters, converted, unmapped, legacyLike }: Counts): TextReliability {
  if (letters === 0) return "none";
  if (unmapped > letters * 0.1 || legacyLike > letters * 0.1) return "unreliable";
  return converted > 0 ? "converted" : "reliable";
}
