/** Opens a paper for writing into it. What our writer cannot read, qpdf first puts in order, as it did at intake. */
import { createRequire } from "node:module";
import { PDFDocument } from "@cantoo/pdf-lib";

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
  const { default: createQpdf } = await import("@neslinesli93/qpdf-wasm");
  const binary = createRequire(import.meta.url).resolve("@neslinesli93/qpdf-wasm/dist/qpdf.wasm");
  const { FS, callMain } = await createQpdf({ locateFile: () => binary });
  // The published types leave it out.
  if (!("writeFile" in FS) || typeof FS.writeFile !== "function")
    throw new Error("This qpdf cannot be given a file.");
  FS.writeFile("/in.pdf", bytes);
  // It also answers with warnings (3); what counts is whether a file came out.
  callMain(["--decrypt", "--object-streams=generate", "/in.pdf", "/out.pdf"]);
  return FS.readFile("/out.pdf");
}
