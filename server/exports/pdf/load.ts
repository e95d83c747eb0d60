/** Opens a paper for writing into it. What our writer cannot read, qpdf first puts in order, as it did at intake. */
import { PDFDocument } from "@cantoo/pdf-lib";
import { openQpdf } from "../../qpdf";

/** @throws when neither can make sense of the bytes */
export async function loadPaper(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await open(bytes);
  } catch {
    return await open(await putInOrder(bytes));
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  const document = await PDFDocument.load(bytes, {
    // the paper keeps its own dates and names
    updateMetadata: false,
    throwOnInvalidObject: false,
    warnOnInvalidObjects: false,
  });
  if (document.getPageCount() === 0) throw new Error("The paper has no pages.");
  return document;
}

/** Rewritten without encryption (of which only printing or copying was guarded) and with a whole table of objects. */
async function putInOrder(bytes: Uint8Array): Promise<Uint8Array> {
  const { run, files } = await openQpdf();
  files.writeFile("/in.pdf", bytes);
  if (!run("--decrypt", "--object-streams=generate", "/in.pdf", "/out.pdf"))
    throw new Error("No way was found to put the paper in order.");
  return files.readFile("/out.pdf");
}
