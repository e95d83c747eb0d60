/** The typeface of what is printed over pages: carries all Vietnamese letters, and only the used ones go into the file. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { PDFDocument, PDFFont } from "@cantoo/pdf-lib";
import * as fontkit from "fontkit";

export type Typefaces = { regular: PDFFont; strong: PDFFont };

const require = createRequire(import.meta.url);
const files = {
  regular: "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  strong: "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
};

export async function embedTypefaces(document: PDFDocument): Promise<Typefaces> {
  document.registerFontkit(fontkit);
  const embed = async (file: string) =>
    document.embedFont(await readFile(require.resolve(file)), { subset: true });
  return { regular: await embed(files.regular), strong: await embed(files.strong) };
}
