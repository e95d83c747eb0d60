/**
 * The bytes that readers get: the paper's own pages in a file that opens with few requests (objects packed in streams,
 * a balanced tree of pages, not linearised: that scatters what every opening needs) and in which nothing acts.
 */

import { openQpdf } from "../../qpdf";
import { findActiveContent } from "../active-content";
import { makeInert } from "./inert";
import { balancePages } from "./page-tree";
import { PdfObjects } from "./pdf-objects";
import { openDocument } from "./pdfium";

/** Null: it cannot be made of these bytes, or what came out is not the same pages or not inert. */
export async function derive(bytes: Uint8Array, pages: number): Promise<Uint8Array | null> {
  const made = await rewrite(bytes).catch(() => null);
  if (made === null) return null;
  if (findActiveContent(Buffer.from(made.buffer, made.byteOffset, made.byteLength)).length > 0) {
    return null;
  }
  const opened = await openDocument(made);
  opened?.close();
  return opened?.pages === pages ? made : null;
}

async function rewrite(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { run, files } = await openQpdf();
  files.writeFile("/original", bytes);
  // Object by object first: changes to objects that lie packed in a stream would be lost when qpdf unpacks it.
  const plainly = ["--decrypt", "--remove-restrictions", "--object-streams=disable"];
  if (!run("/original", ...plainly, "/plain")) return null;
  files.unlink("/original");
  const asked = ["--json=2", "--json-key=qpdf", "--json-stream-data=none"];
  if (!run(...asked, "/plain", "/objects")) return null;
  const objects = new PdfObjects(JSON.parse(Buffer.from(files.readFile("/objects")).toString()));
  files.unlink("/objects");
  makeInert(objects);
  balancePages(objects);
  files.writeFile("/changes", objects.update());
  const packed = ["--object-streams=generate", "--deterministic-id"];
  if (!run("/plain", "--update-from-json=/changes", ...packed, "/reading")) return null;
  return files.readFile("/reading");
}
