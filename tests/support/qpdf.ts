/** qpdf as an independent judge of PDF files, from npm, so that tests find it everywhere. */
import { createRequire } from "node:module";
import createQpdf from "@neslinesli93/qpdf-wasm";

const binary = createRequire(import.meta.url).resolve("@neslinesli93/qpdf-wasm/dist/qpdf.wasm");

/** How `qpdf --check` ends: 0 is valid, 2 is damaged, 3 is readable with warnings. What it says goes to the console. */
export async function qpdfCheck(bytes: Uint8Array): Promise<number> {
  const { FS, callMain } = await createQpdf({ locateFile: () => binary });
  if (!("writeFile" in FS) || typeof FS.writeFile !== "function")
    throw new Error("This qpdf cannot be given a file.");
  FS.writeFile("/paper.pdf", bytes);
  return callMain(["--check", "/paper.pdf"]);
}
