/** A paper's bytes and what is to be added, to the bytes that leave the house. Touches nothing else. */
import { PDFName } from "@cantoo/pdf-lib";
import type { OutgoingSheet } from "../../../domain/exports";
import { annotate } from "./annotations";
import { addListedSheets } from "./listed-sheet";
import { loadPaper } from "./load";
import { stampPage } from "./stamps";
import { embedTypefaces } from "./typefaces";

/**
 * Marks stand on the pages as annotations that can be edited elsewhere; stamps become part of the pages.
 * @throws for bytes that cannot be written into
 */
export async function writeSheet(bytes: Uint8Array, sheet: OutgoingSheet): Promise<Uint8Array> {
  const document = await loadPaper(bytes);
  const pages = document.getPages();
  annotate(pages, sheet.marks);
  const { watermark, grade, pageNumbers, listed } = sheet;
  if (watermark !== null || grade !== null || pageNumbers !== null || listed.length > 0) {
    const faces = await embedTypefaces(document);
    const added = addListedSheets(document, listed, faces);
    for (const [index, page] of [...pages, ...added].entries()) {
      stampPage(page, { watermark, grade, pageNumber: pageNumbers?.[index] ?? null }, faces);
    }
  }
  if (sheet.opensPrinting) {
    // The one named action that viewers know beside turning pages; it runs nothing.
    const action = document.context.obj({ Type: "Action", S: "Named", N: "Print" });
    document.catalog.set(PDFName.of("OpenAction"), action);
  }
  return await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}
