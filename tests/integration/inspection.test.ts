import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VersionOutline, VersionText } from "../../domain/documents";
import { type Finding, outlineFile, textFile } from "../../server/documents/inspection";
import {
  defaultLimits,
  type Inspector,
  InspectorStopped,
  openInspector,
} from "../../server/documents/inspector";
import {
  pdf,
  pdfWithHiddenLaunch,
  pdfWithJavaScript,
  tiringPdf,
  truncatedPdf,
} from "../support/pdf";

let folder: string;
let inspector: Inspector;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "inspector-"));
  inspector = openInspector({ ...defaultLimits, processes: 1 });
});
afterAll(async () => {
  await inspector.stop();
  await rm(folder, { recursive: true, force: true });
});

async function finding(bytes: Buffer, by = inspector): Promise<Finding> {
  const file = path.join(folder, "paper.pdf");
  await writeFile(file, bytes);
  return by.inspect(file, folder);
}

/** What was made of the file that was looked into last, as readers get it. */
const written = async (name: string): Promise<unknown> =>
  JSON.parse(gunzipSync(await readFile(path.join(folder, name))).toString());
const writtenText = async () => VersionText.parse(await written(textFile));

test("finds pages, their sizes and their text", async () => {
  const paper = pdf({ pages: ["First page", "Second\npage"], size: { width: 400, height: 600 } });
  expect(await finding(paper)).toMatchObject({
    ok: true,
    pages: 2,
    pageRuns: [{ pages: 2, width: 400, height: 600 }],
    flags: [],
    reliability: "reliable",
    texts: [{ content: "First page" }, { content: "Second\npage" }],
  });
});

test("says where each word stands, from the top left corner of the page as shown", async () => {
  await finding(pdf({ pages: ["First\nand last"], size: { width: 400, height: 600 } }));
  const { reliability, pages } = await writtenText();
  expect(reliability).toBe("reliable");
  const [page] = pages;
  const said = page?.runs.map(({ start, end }) => page.text.slice(start, end));
  expect(said?.join(" ")).toBe("First and last");
  // The line is drawn in 14 points, its foot 90 points below the top, 72 from the left; the next 18 below.
  const [first, second] = page?.runs ?? [];
  expect(first?.box.x).toBeCloseTo(72, 0);
  expect(first?.box.y).toBeGreaterThan(70);
  expect(first?.box.y).toBeLessThan(80);
  expect((first?.box.y ?? 0) + (first?.box.height ?? 0)).toBeGreaterThan(90);
  expect((second?.box.y ?? 0) - (first?.box.y ?? 0)).toBeCloseTo(18, 0);
});

test("gives text in NFC, however the file composes its letters", async () => {
  const found = await finding(pdf({ pages: ["ViAt Nam"], letterA: "e\u0323\u0302" }));
  expect(found).toMatchObject({ ok: true, texts: [{ content: "Vi\u1EC7t Nam" }] });
  const [page] = (await writtenText()).pages;
  expect(page?.text).toBe("Vi\u1EC7t Nam");
  expect(page?.runs.at(-1)?.end).toBe("Vi\u1EC7t Nam".length);
});

describe("refuses", () => {
  test.each([
    ["an empty file", Buffer.alloc(0), "document.empty_file"],
    ["what is not a PDF", Buffer.from("PK\u0003\u0004 a document"), "document.not_a_pdf"],
    ["a PDF without its end", truncatedPdf(), "document.truncated"],
    ["a PDF without pages", pdf({ pages: [] }), "document.no_pages"],
    [
      "a PDF of nonsense",
      Buffer.from(`%PDF-1.7\n${"nonsense ".repeat(50)}\n%%EOF`),
      "document.damaged",
    ],
    [
      "a PDF that asks for a password",
      pdf({ pages: ["locked"], passwords: { user: "u", owner: "o" } }),
      "document.password_protected",
    ],
  ])("%s", async (_name, bytes, reason) => {
    expect(await finding(bytes)).toEqual({ ok: false, reason });
  });
});

test("reads a PDF of which only printing is guarded", async () => {
  const paper = pdf({ pages: ["Open to read"], passwords: { user: "", owner: "o" } });
  expect(await finding(paper)).toMatchObject({ ok: true, texts: [{ content: "Open to read" }] });
});

test.each([
  ["JavaScript that runs on opening", pdfWithJavaScript(), ["javascript", "open_action"]],
  ["a program start hidden in an object stream", pdfWithHiddenLaunch(), ["launch"]],
  [
    "an attached file",
    pdf({ pages: ["."], catalogue: "/Names<</EmbeddedFiles 3 0 R>>", objects: ["<</Names[]>>"] }),
    ["embedded_file"],
  ],
  ["a form of XFA", pdf({ pages: ["."], catalogue: "/AcroForm<</XFA 3 0 R>>" }), ["xfa"]],
  [
    "rich media",
    pdf({ pages: ["."], objects: ["<</Type/Annot/Subtype/RichMedia>>"] }),
    ["rich_media"],
  ],
  [
    "a page to begin with (harmless)",
    pdf({ pages: ["."], catalogue: "/OpenAction[5 0 R/Fit]" }),
    [],
  ],
])("flags %s", async (_name, bytes, flags) => {
  expect(await finding(bytes)).toMatchObject({ ok: true, flags });
});

describe("legacy Vietnamese", () => {
  const national = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, c¬ quan ®¹i diÖn cho nh©n d©n thùc hiÖn";
  test("is converted where the font's name tells", async () => {
    const byTcvn3 = pdf({ pages: [national], fontName: ".VnTime" });
    expect(await finding(byTcvn3)).toMatchObject({
      ok: true,
      reliability: "converted",
      texts: [
        { content: "Cộng hoà xã hội chủ nghĩa Việt Nam, cơ quan đại diện cho nhân dân thực hiện" },
      ],
    });
    const byVni = pdf({
      pages: ["Ñoäc laäp - Töï do - Haïnh phuùc"],
      fontName: "ABCDEF+VNI-Times",
    });
    expect(await finding(byVni)).toMatchObject({
      reliability: "converted",
      texts: [{ content: "Độc lập - Tự do - Hạnh phúc" }],
    });
    const [page] = (await writtenText()).pages;
    const said = page?.runs.map(({ start, end }) => page.text.slice(start, end)).join(" ");
    expect(said).toBe("Độc lập - Tự do - Hạnh phúc");
  });

  test("is called unreliable where only its letters tell", async () => {
    const paper = pdf({ pages: [`${national}\n${national}`], fontName: "Arial" });
    expect(await finding(paper)).toMatchObject({ ok: true, reliability: "unreliable" });
  });
});

test("finds the outline, the links and what the pages call themselves", async () => {
  const paper = pdf({
    pages: ["One", "Two"],
    catalogue: "/Outlines 3 0 R/PageLabels<</Nums[0<</S/r>>]>>",
    objects: [
      "<</First 4 0 R/Last 4 0 R/Count 1>>",
      "<</Title(Chapter)/Parent 3 0 R/Dest[10 0 R/XYZ 0 742 null]/First 5 0 R/Last 5 0 R/Count 1>>",
      "<</Title(Part)/Parent 4 0 R/Dest/nowhere>>",
    ],
    pageEntries: `/Annots[
      <</Type/Annot/Subtype/Link/Rect[72 700 172 720]/Dest[8 0 R/Fit]>>
      <</Type/Annot/Subtype/Link/Rect[72 600 172 620]/A<</S/URI/URI(https://chinhphu.vn/)>>>>
      <</Type/Annot/Subtype/Link/Rect[72 500 172 520]/A<</S/URI/URI(javascript:alert\\(1\\))>>>>]`,
  });
  expect(await finding(paper)).toMatchObject({ ok: true });
  const { outline, links, labels } = VersionOutline.parse(await written(outlineFile));
  expect(outline).toEqual([
    {
      title: "Chapter",
      to: { page: 2, y: 100 },
      children: [{ title: "Part", to: null, children: [] }],
    },
  ]);
  expect(labels).toEqual(["i", "ii"]);
  // The third, which would run a script, is no link of ours.
  const ofPage = (page: number) => [
    { page, box: { x: 72, y: 122, width: 100, height: 20 }, to: { place: { page: 1, y: null } } },
    {
      page,
      box: { x: 72, y: 222, width: 100, height: 20 },
      to: { address: "https://chinhphu.vn/" },
    },
  ];
  expect(links).toEqual([...ofPage(1), ...ofPage(2)]);
});

test("a page without words says so", async () => {
  expect(await finding(pdf({ pages: [""] }))).toMatchObject({ ok: true, reliability: "none" });
});

test("a file that takes too long is refused, and the next one is read", async () => {
  const hurried = openInspector({ ...defaultLimits, processes: 1, fileMs: 3_000 });
  expect(await finding(tiringPdf(), hurried)).toEqual({
    ok: false,
    reason: "document.check_timed_out",
  });
  expect(await finding(pdf({ pages: ["next"] }), hurried)).toMatchObject({ ok: true });
  await hurried.stop();
});

test("a file that takes too much memory is refused", async () => {
  const poor = openInspector({ ...defaultLimits, processes: 1, residentMb: 10 });
  expect(await finding(tiringPdf(), poor)).toEqual({ ok: false, reason: "document.check_failed" });
  await poor.stop();
});

test("many files at once are all answered", async () => {
  const file = path.join(folder, "many.pdf");
  await writeFile(file, pdf({ pages: ["same"] }));
  const found = await Promise.all(
    Array.from({ length: 80 }, () => inspector.inspect(file, folder)),
  );
  expect(found.every(({ ok }) => ok)).toBe(true);
});

test("stopping rejects what waits and leaves no process", async () => {
  const file = path.join(folder, "tiring.pdf");
  await writeFile(file, tiringPdf());
  const stopping = openInspector({ ...defaultLimits, processes: 1 });
  const pending = [stopping.inspect(file, folder), stopping.inspect(file, folder)];
  const outcomes = Promise.allSettled(pending);
  await stopping.stop();
  for (const outcome of await outcomes) {
    expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(InspectorStopped) });
  }
  await expect(stopping.inspect(file, folder)).rejects.toThrow(InspectorStopped);
});

/** The owner's dossiers, where they lie beside the project. */
const corpus = path.resolve(import.meta.dirname, "../../../shared/dossiers");
const dossiers = [corpus, path.join(corpus, "hostile")];

test("every file of the test corpus is read or refused with its reason", async (context) => {
  const files: string[] = [];
  for (const name of dossiers) {
    const entries = await readdir(name).catch(() => []);
    files.push(
      ...entries.filter((entry) => entry.endsWith(".pdf")).map((entry) => path.join(name, entry)),
    );
  }
  if (files.length === 0) return context.skip("the corpus is not on this machine");
  const wide = openInspector();
  const found = await Promise.all(
    files.map(async (file) => {
      const own = await mkdtemp(path.join(folder, "made-"));
      return { file: path.basename(file), found: await wide.inspect(file, own) };
    }),
  );
  await wide.stop();
  for (const { file, found: answer } of found) {
    const sound = answer.ok
      ? answer.texts.length === answer.pages
      : answer.reason !== "document.check_timed_out" && answer.reason !== "document.check_failed";
    expect(sound, `${file}: ${JSON.stringify(answer).slice(0, 200)}`).toBe(true);
  }
}, 180_000);
