/** The bytes that are served for reading: the same pages, inert, and open with few requests. */
import { createCipheriv } from "node:crypto";
import {
  getDocument,
  PDFDataRangeTransport,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { findActiveContent } from "../../server/documents/active-content";
import { derive } from "../../server/documents/reading/derive";
import { openDocument } from "../../server/documents/reading/pdfium";
import { pdf, pdfWithHiddenLaunch, pdfWithJavaScript } from "../support/pdf";

const action = (entries: string) =>
  `/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A${entries}>>]`;

describe("nothing acts in them", () => {
  test.each([
    ["a script on opening", pdfWithJavaScript()],
    ["a program start that nothing points to", pdfWithHiddenLaunch()],
    [
      "an attached file",
      pdf({
        pages: ["."],
        catalogue: "/Names<</EmbeddedFiles<</Names[(a)3 0 R]>>>>",
        objects: [
          "<</Type/Filespec/F(a)/EF<</F 4 0 R>>>>",
          "<</Type/EmbeddedFile/Length 1>>\nstream\n.\nendstream",
        ],
      }),
    ],
    [
      "a form of XFA",
      pdf({ pages: ["."], catalogue: "/AcroForm<</Fields[]/XFA[(a)3 0 R]>>", objects: ["<<>>"] }),
    ],
    [
      "rich media",
      pdf({
        pages: ["."],
        pageEntries: "/Annots[<</Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<<>>>>]",
      }),
    ],
    [
      "a link that starts a program",
      pdf({ pages: ["."], pageEntries: action("<</S/Launch/F(calc.exe)>>") }),
    ],
    [
      "a link that runs a script",
      pdf({ pages: ["."], pageEntries: action("<</S/URI/URI(javascript:1)>>") }),
    ],
    ["scripts of a page", pdf({ pages: ["."], pageEntries: "/AA<</O<</S/JavaScript/JS(1)>>>>" })],
  ])("%s", async (_name, bytes) => {
    const made = await derive(bytes, 1);
    if (made === null) throw new Error("It should be made.");
    expect(findActiveContent(Buffer.from(made))).toEqual([]);
    const plain = Buffer.from(made).toString("latin1");
    expect(plain).not.toMatch(/calc\.exe|javascript:|app\.alert/i);
  });
});

test("what reading needs stays: links within the paper and to the web", async () => {
  const made = await derive(
    pdf({ pages: ["."], pageEntries: action("<</S/URI/URI(https://chinhphu.vn/)>>") }),
    1,
  );
  if (made === null) throw new Error("It should be made.");
  const loading = getDocument({ data: made, verbosity: VerbosityLevel.ERRORS });
  const page = await (await loading.promise).getPage(1);
  expect(await page.getAnnotations()).toMatchObject([{ url: "https://chinhphu.vn/" }]);
  await loading.destroy();
});

test("pages keep their order and what they inherited", async () => {
  const pages = Array.from({ length: 300 }, (_, index) => `Page ${index + 1}`);
  const inheriting = pdf({ pages, size: { width: 300, height: 400 }, sizeAtRoot: true });
  const made = await derive(inheriting, 300);
  if (made === null) throw new Error("It should be made.");
  const loading = getDocument({ data: made, verbosity: VerbosityLevel.ERRORS });
  const document = await loading.promise;
  for (const number of [1, 16, 17, 256, 257, 300]) {
    const page = await document.getPage(number);
    expect(page.view).toEqual([0, 0, 300, 400]);
    const { items } = await page.getTextContent();
    expect(items.map((item) => ("str" in item ? item.str : "")).join("")).toBe(`Page ${number}`);
  }
  await loading.destroy();
});

test("other pages than were found give none", async () => {
  expect(await derive(pdf({ pages: ["one"] }), 2)).toBeNull();
});

test("the engine that draws pictures opens them", async () => {
  const made = await derive(pdf({ pages: ["a", "b"] }), 2);
  if (made === null) throw new Error("It should be made.");
  const opened = await openDocument(made);
  expect(opened?.pages).toBe(2);
  opened?.close();
});

test("a large scan shows its first page after few requests", async () => {
  const scan = scanOf(40, 300_000);
  const made = await derive(scan, 40);
  if (made === null) throw new Error("It should be made.");
  const [before, after] = [await requestsToFirstPage(scan), await requestsToFirstPage(made)];
  // Before, every page on the way to the last one was asked for.
  expect(before).toBeGreaterThan(30);
  expect(after).toBeLessThanOrEqual(8);
});

/** Pages that are nothing but a picture which no compression makes smaller, in a flat list. */
function scanOf(pages: number, bytesPerPage: number): Buffer {
  const noise = createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16));
  const side = Math.floor(Math.sqrt(bytesPerPage));
  const objects: Buffer[] = [];
  const add = (text: string, stream?: Buffer) => {
    const body = stream
      ? Buffer.concat([Buffer.from(`${text}\nstream\n`), stream, Buffer.from("\nendstream")])
      : Buffer.from(text);
    objects.push(
      Buffer.concat([
        Buffer.from(`${objects.length + 1} 0 obj\n`),
        body,
        Buffer.from("\nendobj\n"),
      ]),
    );
  };
  const kids = Array.from({ length: pages }, (_, index) => `${3 + index * 3} 0 R`).join(" ");
  add("<</Type/Catalog/Pages 2 0 R>>");
  add(`<</Type/Pages/Count ${pages}/Kids[${kids}]>>`);
  for (let index = 0; index < pages; index += 1) {
    const own = 3 + index * 3;
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${own + 1} 0 R/Resources<</XObject<</I ${own + 2} 0 R>>>>>>`,
    );
    add("<</Length 28>>", Buffer.from("q 595 0 0 842 0 0 cm /I Do Q"));
    const pixels = noise.update(Buffer.alloc(side * side));
    add(
      `<</Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 8/Length ${pixels.length}>>`,
      pixels,
    );
  }
  const head = Buffer.from("%PDF-1.4\n");
  let at = head.length;
  const table = objects.map((object) => {
    const line = `${String(at).padStart(10, "0")} 00000 n \n`;
    at += object.length;
    return line;
  });
  const tail = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table.join("")}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([head, ...objects, Buffer.from(tail)]);
}

/** As a browser with the reader's engine asks for it: in parts of 64 KB, nothing ahead. */
async function requestsToFirstPage(bytes: Uint8Array): Promise<number> {
  const chunk = 65_536;
  let requests = 0;
  const range = new PDFDataRangeTransport(bytes.byteLength, new Uint8Array(bytes.slice(0, chunk)));
  range.requestDataRange = (begin: number, end: number) => {
    requests += 1;
    queueMicrotask(() => range.onDataRange(begin, new Uint8Array(bytes.slice(begin, end))));
  };
  const loading = getDocument({
    range,
    rangeChunkSize: chunk,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  const page = await (await loading.promise).getPage(1);
  await page.getOperatorList();
  await loading.destroy();
  return requests;
}
