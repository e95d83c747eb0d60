/** A paper as an office prints it: real faces, Vietnamese letters, page numbers. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

const require = createRequire(import.meta.url);
const serif = "@expo-google-fonts/source-serif-4";
const faces = {
  roman: readFileSync(require.resolve(`${serif}/400Regular/SourceSerif4_400Regular.ttf`)),
  bold: readFileSync(require.resolve(`${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`)),
};

/** Headings of articles are bold; as many pages as it takes. */
export async function printedPaper(paragraphs: readonly string[], size = 13): Promise<Buffer> {
  const document = new PDFDocument({ size: "A4", margin: 80, bufferPages: true });
  document.registerFont("roman", faces.roman);
  document.registerFont("bold", faces.bold);
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on("end", resolve));
  for (const text of paragraphs) {
    document.font(/^(Điều|Article) /.test(text) ? "bold" : "roman").fontSize(size);
    document.text(text, { paragraphGap: 6, lineGap: 3 });
  }
  const { count } = document.bufferedPageRange();
  for (let page = 1; page < count; page += 1) {
    document.switchToPage(page);
    document.page.margins.top = 0;
    document.font("roman").text(String(page + 1), 0, 40, { align: "center", width: 595 });
  }
  document.end();
  await ended;
  return Buffer.concat(parts);
}
