/** Sheets to write into papers, and what another reader (pdf.js) than wrote them finds in them. */
import path from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { OutgoingMark, OutgoingSheet } from "../../domain/exports";
import { MarkId } from "../../domain/marks";
import { Instant } from "../../domain/text";
import { productRoot } from "./database";

export const nothing: OutgoingSheet = {
  marks: [],
  watermark: null,
  grade: null,
  pageNumbers: null,
  opensPrinting: false,
  listed: [],
};

let made = 0;
export const at = (day: string) => Instant.parse(`2026-11-${day}T01:02:03.000Z`);
export const place = (page: number, x: number, y: number, width: number, height: number) => ({
  page,
  box: { x, y, width, height },
});
export function mark(own: Partial<OutgoingMark> & Pick<OutgoingMark, "kind">): OutgoingMark {
  made += 1;
  const markId = MarkId.parse(`00000000-0000-4000-8000-${String(made).padStart(12, "0")}`);
  return {
    name: markId,
    author: "Nguyễn Thị Hồng Hạnh",
    madeAt: at("20"),
    subject: "Tô sáng · Đề nghị sửa",
    body: "Đề nghị làm rõ căn cứ pháp lý.",
    colour: "amend",
    places: [place(1, 72, 80, 120, 16)],
    pinned: "spot",
    strokes: [],
    replies: [],
    state: null,
    ...own,
  };
}

export async function opened(bytes: Uint8Array) {
  return await getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    standardFontDataUrl: path.join(productRoot, "node_modules/pdfjs-dist/standard_fonts/"),
    cMapUrl: path.join(productRoot, "node_modules/pdfjs-dist/cmaps/"),
    useWasm: false,
    isEvalSupported: false,
  }).promise;
}

/** Annotations as the other reader sees them, without popups. */
export async function annotations(bytes: Uint8Array, page = 1) {
  const document = await opened(bytes);
  const all = await (await document.getPage(page)).getAnnotations({ intent: "any" });
  await document.destroy();
  return all.filter(({ subtype }) => subtype !== "Popup");
}

/** As they are written; pdf.js puts them in an order of its own. */
export async function quads(bytes: Uint8Array, page = 1): Promise<number[]> {
  const document = await PDFDocument.load(bytes);
  const first = document
    .getPage(page - 1)
    .node.Annots()
    ?.lookup(0, PDFDict);
  const written = first?.lookup(PDFName.of("QuadPoints"), PDFArray).asArray() ?? [];
  return written.map((entry) => (entry instanceof PDFNumber ? entry.asNumber() : Number.NaN));
}

export async function words(bytes: Uint8Array, page: number): Promise<string> {
  const document = await opened(bytes);
  const { items } = await (await document.getPage(page)).getTextContent();
  await document.destroy();
  return items.map((item) => ("str" in item ? item.str : "")).join("");
}
