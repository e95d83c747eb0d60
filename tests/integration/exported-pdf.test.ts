/** A paper with its marks as a PDF: judged by qpdf and read back by another reader (pdf.js) than wrote it. */
import { degrees, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, describe, expect, test } from "vitest";
import type { OutgoingSheet } from "../../domain/exports";
import { defaultLimits, openExporter } from "../../server/exports/exporter";
import { annotations, at, mark, opened, place, quads, words } from "../support/outgoing";
import { pdf } from "../support/pdf";
import { writtenValid } from "../support/written";

const exporter = openExporter({ ...defaultLimits, processes: 1 });
afterAll(() => exporter.stop());
const exported = (bytes: Uint8Array, sheet: Partial<OutgoingSheet>) =>
  writtenValid(exporter, bytes, sheet);

const paper = pdf({ pages: ["First page", "Second page"] });

describe("EX1 marks leave as the annotations that PDF defines", () => {
  test("with author, time, words, colour and a drawing of their own", async () => {
    const kinds = ["highlight", "underline", "strike", "note"] as const;
    const out = await exported(paper, { marks: kinds.map((kind) => mark({ kind })) });
    const read = await annotations(out);
    expect(read.map(({ subtype }) => subtype)).toEqual([
      "Highlight",
      "Underline",
      "StrikeOut",
      "Text",
    ]);
    for (const annotation of read) {
      expect(annotation).toMatchObject({
        titleObj: { str: "Nguyễn Thị Hồng Hạnh" },
        contentsObj: { str: "Đề nghị làm rõ căn cứ pháp lý." },
        creationDate: "D:20261120010203Z",
        modificationDate: "D:20261120010203Z",
        hasAppearance: true,
      });
    }
    expect(Array.from(read[0]?.color)).toEqual([255, 201, 218]);
  });

  test("over the very words: several lines, and each page for itself", async () => {
    const places = [place(1, 72, 80, 120, 16), place(1, 72, 98, 60, 16), place(2, 72, 80, 50, 16)];
    const out = await exported(paper, { marks: [mark({ kind: "highlight", places })] });
    const [first] = await annotations(out, 1);
    // upper left, upper right, lower left, lower right; from below in a page 842 high
    expect(await quads(out, 1)).toEqual([
      ...[72, 762, 192, 762, 72, 746, 192, 746],
      ...[72, 744, 132, 744, 72, 728, 132, 728],
    ]);
    expect(first?.rect).toEqual([72, 728, 192, 762]);
    expect(await quads(out, 2)).toEqual([72, 762, 122, 762, 72, 746, 122, 746]);
  });

  test("ink as its strokes, of one width whatever the pressure was", async () => {
    const strokes = [
      { width: 2.4, points: [100, 100, 120, 130, 140, 100] },
      { width: 2.4, points: [200, 200] },
    ];
    const out = await exported(paper, { marks: [mark({ kind: "ink", colour: null, strokes })] });
    const [ink] = await annotations(out);
    expect(ink?.subtype).toBe("Ink");
    expect(ink?.inkLists.map((list: Iterable<number>) => [...list])).toEqual([
      [100, 742, 120, 712, 140, 742],
      [200, 642],
    ]);
    expect(ink?.borderStyle.width).toBe(2.4);
    expect(Array.from(ink?.color)).toEqual([27, 63, 168]);
  });

  test("threads as replies to the mark, and the last word on it as its state", async () => {
    const replies = [
      { author: "Trần Văn Bình", at: at("21"), text: "Đã bổ sung ở trang 3." },
      { author: "Lê Minh", at: at("22"), text: "Đồng ý." },
    ];
    const state = { author: "Lê Minh", at: at("23"), text: "Đã giải quyết", resolved: true };
    const out = await exported(paper, { marks: [mark({ kind: "note", replies, state })] });
    const [note, ...answers] = await annotations(out);
    expect(answers.map((answer) => [answer.titleObj.str, answer.contentsObj.str])).toEqual([
      ["Trần Văn Bình", "Đã bổ sung ở trang 3."],
      ["Lê Minh", "Đồng ý."],
      ["Lê Minh", "Đã giải quyết"],
    ]);
    for (const answer of answers)
      expect(answer).toMatchObject({ inReplyTo: note?.id, replyType: "R" });
    expect(answers[2]).toMatchObject({ stateModel: "Review", state: "Completed" });
    // what hangs in a thread draws nothing on the page
    const shown = await PDFDocument.load(out);
    expect(shown.getPage(0).node.Annots()?.size()).toBe(5);
  });

  test("nothing is locked and nothing flattened, and what the paper had stays", async () => {
    const once = await exported(paper, { marks: [mark({ kind: "highlight", author: "Một" })] });
    const twice = await exported(once, { marks: [mark({ kind: "note", author: "Hai" })] });
    const read = await annotations(twice);
    expect(read.map(({ titleObj }) => titleObj.str)).toEqual(["Một", "Hai"]);
    const locks = 64 | 128 | 512;
    expect(read.map(({ annotationFlags }) => annotationFlags & locks)).toEqual([0, 0]);
    expect(await words(twice, 1)).toBe("First page");
  });

  test("a box beyond the page ends at its edge, and a page that is not there takes nothing", async () => {
    const marks = [
      mark({ kind: "highlight", places: [place(1, 500, 800, 4_000, 4_000)] }),
      mark({ kind: "note", places: [place(1, 9_000, -50, 0, 0)] }),
      mark({ kind: "underline", places: [place(77, 10, 10, 10, 10)] }),
    ];
    const read = await annotations(await exported(paper, { marks }));
    expect(read.map(({ rect }) => rect)).toEqual([
      [500, 0, 595, 42],
      [575, 822, 595, 842],
    ]);
  });
});

test.each([
  // the shown point (10, 20) of a page cut to 40…440 × 60…560, in the file's coordinates
  [0, [50, 540]],
  [90, [60, 70]],
  [180, [430, 80]],
  [270, [420, 550]],
] as const)(
  "EX2 on a page turned by %i° and cut, marks stand where they were seen",
  async (turned, [x, y]) => {
    const document = await PDFDocument.create();
    const page = document.addPage([500, 700]);
    page.setCropBox(40, 60, 400, 500);
    page.setRotation(degrees(turned));
    const places = [place(1, 10, 20, 100, 12)];
    const out = await exported(await document.save(), {
      marks: [mark({ kind: "highlight", places })],
    });
    expect((await quads(out)).slice(0, 2)).toEqual([x, y]);
    const [read] = await annotations(out);
    // and the other way: what the reader shows of it is what was marked
    const shown = await opened(out);
    const viewport = (await shown.getPage(1)).getViewport({ scale: 1 });
    const [left = 0, bottom = 0, right = 0, top = 0] = read?.rect ?? [];
    const [a, b, c, d] = [
      ...viewport.convertToViewportPoint(left, bottom),
      ...viewport.convertToViewportPoint(right, top),
    ];
    expect([Math.min(a, c), Math.min(b, d), Math.abs(a - c), Math.abs(b - d)]).toEqual([
      10, 20, 100, 12,
    ]);
    await shown.destroy();
  },
);

test("EX2 a page with a unit of its own is marked in points as shown", async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 300]);
  page.node.set(PDFName.of("UserUnit"), document.context.obj(2));
  const places = [place(1, 100, 100, 40, 20)];
  const out = await exported(await document.save(), {
    marks: [mark({ kind: "highlight", places })],
  });
  expect((await annotations(out))[0]?.rect).toEqual([50, 240, 70, 250]);
});

test("EX3 name, grade and the pack's number are on every page, in words that can be searched", async () => {
  const out = await exported(paper, {
    watermark: "Nguyễn Thị Hồng Hạnh · 24/11/2026 09:00 · Phiên họp thường kỳ",
    grade: "Mật",
    pageNumbers: ["176", "177a"],
    listed: [
      { style: "heading", text: "Ghi chú không có vị trí" },
      { style: "text", text: `Đoạn văn\u0007 đã sửa ${"dài ".repeat(2_000)}${"x".repeat(300)}` },
    ],
  });
  const document = await opened(out);
  expect(document.numPages).toBeGreaterThan(3);
  await document.destroy();
  for (const [page, number] of [
    [1, "176"],
    [2, "177a"],
  ] as const) {
    const text = await words(out, page);
    expect(
      text.match(/Nguyễn Thị Hồng Hạnh · 24\/11\/2026 09:00 · Phiên họp thường kỳ/g),
    ).toHaveLength(3);
    expect(text.match(/MẬT/g)).toHaveLength(2);
    expect(text.endsWith(number)).toBe(true);
  }
  expect(await words(out, 3)).toContain("Ghi chú không có vị trí");
  expect(await words(out, 3)).toMatch(/Nguyễn Thị Hồng Hạnh.*MẬT/);
});

test("EX3 pages that share their drawing and their lists get each its own number", async () => {
  const document = await PDFDocument.load(pdf({ pages: ["Shared"] }));
  const [first] = document.getPages();
  const second = document.addPage([595, 842]);
  const shared = document.context.register(
    document.context.obj([first?.node.get(PDFName.of("Contents"))]),
  );
  for (const page of [first, second]) {
    page?.node.set(PDFName.of("Contents"), shared);
    page?.node.set(PDFName.of("Resources"), first?.node.get(PDFName.of("Resources")) ?? shared);
  }
  const out = await exported(await document.save(), { pageNumbers: ["176", "177"] });
  expect([await words(out, 1), await words(out, 2)]).toEqual(["Shared176", "Shared177"]);
});
