/** Office files become papers by the LibreOffice that comes with the product, whatever is in them. */
import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db";
import type { IntakeProgress } from "../../domain/documents";
import { MeetingId, VersionId } from "../../domain/ids";
import { type Documents, findOffice, openDocuments, type Upload } from "../../server/documents";
import { InspectorStopped } from "../../server/documents/inspector";
import type { Bounds } from "../../server/documents/office/bounded-run";
import { defaultBounds } from "../../server/documents/office/office-converter";
import { copyDatabase, type DatabaseCopy } from "../support/database";
import { docx, odt, pptx, xlsx } from "../support/office-files";
import { zip } from "../support/zip";

const sentence = "Điều 1. Nghị định này quy định việc phân cấp quản lý đất đai; hủy bỏ thủ tục cũ.";
/** Other characters of the same sense, as some keyboards write them. */
const apart = sentence.normalize("NFD");

let dataDir: string;
let copy: DatabaseCopy;
let database: Database;
let documents: Documents;

const engine = findOffice(null);

function open(bounds: Partial<Bounds> = {}): Promise<Documents> {
  if (engine === null) throw new Error("The converter is not installed: npm ci");
  return openDocuments({
    drizzle: database.drizzle,
    dataDir,
    maxDocumentBytes: 64 * 1_024 * 1_024,
    office: { engine, bounds: { ...defaultBounds, ...bounds } },
  });
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "office-"));
  copy = await copyDatabase();
  database = await copy.open();
  documents = await open();
});
afterAll(async () => {
  await documents.stop();
  await database.close();
  await copy.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const upload = (fileName: string): Upload => ({
  versionId: VersionId.parse(randomUUID()),
  meetingId: MeetingId.parse(randomUUID()),
  uploadedBy: null,
  fileName,
  grade: null,
});

async function* sent(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

const take = (fileName: string, bytes: Buffer, by = documents) =>
  by.intake.receive(upload(fileName), sent(bytes));

async function wordsOf(fileName: string, bytes: Buffer): Promise<string> {
  const settled = await take(fileName, bytes);
  if (!settled.ok) throw new Error(`${fileName} was refused: ${settled.refusal.code}`);
  const text = await documents.readings.readText(settled.version.sha256);
  return (text?.pages ?? []).map((page) => page.text.replace(/\s+/g, " ")).join("\n");
}

async function stored(): Promise<string[]> {
  const folder = path.join(dataDir, "documents");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

/** Processes that were given a file of ours. */
async function leftBehind(): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir("/proc")) {
    const words = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
    if (words.includes(`${dataDir}/documents`)) found.push(words);
  }
  return found;
}

/** Until a version is at the step; told by nobody, so it is asked for. */
async function until(by: Documents, versionId: VersionId, is: (at: IntakeProgress) => boolean) {
  await expect
    .poll(
      () => {
        const at = by.intake.progress(versionId);
        return at !== null && is(at);
      },
      { timeout: 60_000, interval: 20 },
    )
    .toBe(true);
}

describe("what ministries send", { timeout: 120_000 }, () => {
  test("a text keeps its words, with its letters inside; nothing that it links to is asked for", async () => {
    const callers: unknown[] = [];
    const listener = createServer((socket) => {
      callers.push(socket.remoteAddress);
      socket.destroy();
    });
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const address = listener.address();
    const port = typeof address === "object" ? address?.port : null;
    const original = docx([apart], { picture: `http://127.0.0.1:${port}/seal.png` });
    const settled = await take("Tờ trình.docx", original);
    if (!settled.ok) throw new Error(settled.refusal.code);
    expect(callers).toEqual([]);
    listener.close();

    const text = await documents.readings.readText(settled.version.sha256);
    expect(text?.reliability).toBe("reliable");
    expect(text?.pages[0]?.text.replace(/\s+/g, " ").trim()).toBe(sentence.normalize("NFC"));
    const paper = await documents.store.withPath(settled.version.sha256, (file) => readFile(file));
    expect(await lettersOf(paper)).toEqual([
      expect.stringMatching(/^\w+\+LiberationSerif embedded$/),
    ]);
    const [row] = await database.sql`
      select source_sha256, source_bytes::int from document_version
      where version_id = ${settled.version.versionId}`;
    expect(row?.source_bytes).toBe(original.length);
    const kept = await documents.store.withPath(row?.source_sha256, (file) => readFile(file));
    expect(kept).toEqual(original);
  });

  test("a text whose programs start when it is opened is shown as it stands", async () => {
    const whenOpened = 'ThisComponent.Text.String = "written by a program"';
    expect(await wordsOf("Đề án.odt", odt(sentence, { whenOpened }))).toContain(sentence);
  });

  test("a table and slides, one after the other, also when the server stops in between", async () => {
    const first = await open();
    const [table, slides] = [upload("Bảng.xlsx"), upload("Trình chiếu.pptx")];
    const rows = [
      ["Bộ", "Ý kiến"],
      ["Tài chính", "Thống nhất"],
    ];
    const ends = [
      first.intake.receive(table, sent(xlsx(rows))),
      until(first, table.versionId, ({ step }) => step === "opening").then(() =>
        first.intake.receive(slides, sent(pptx(sentence))),
      ),
    ].map((end) => end.catch((error: unknown) => error));
    await until(first, slides.versionId, (at) => at.step === "waiting" && at.ahead === 1);
    await first.stop();
    expect(await Promise.all(ends)).toEqual([
      expect.any(InspectorStopped),
      expect.any(InspectorStopped),
    ]);
    expect(await leftBehind()).toEqual([]);

    const second = await open();
    for (const [{ versionId }, words] of [
      [table, "Thống nhất"],
      [slides, "phân cấp quản lý đất đai"],
    ] as const) {
      const settled = await second.intake.settled(versionId);
      if (settled === null || settled === "under_way" || !settled.ok) {
        throw new Error(`It should be ready: ${JSON.stringify(settled)}`);
      }
      const text = await second.readings.readText(settled.version.sha256);
      expect(text?.pages[0]?.text.replace(/\s+/g, " ")).toContain(words);
      expect(second.intake.progress(versionId)).toBeNull();
    }
    await second.stop();
  });
});

describe("what is refused", { timeout: 60_000 }, () => {
  const sound = docx([sentence]);
  const saysBytes = 600 * 1_024 * 1_024;
  test.each([
    ["plain words with its name", "a.docx", Buffer.from("plain words"), "not_as_named"],
    ["any other archive", "a.docx", zip({ "a.txt": "words" }), "not_as_named"],
    ["a file that was cut off", "a.docx", sound.subarray(0, sound.length - 200), "damaged"],
    [
      "an archive that says it unpacks to far more",
      "a.docx",
      zip({ "[Content_Types].xml": "<" }, { saysBytes }),
      "conversion_too_heavy",
    ],
  ])("%s", async (_name, fileName, bytes, reason) => {
    const before = await stored();
    const settled = await take(fileName, bytes);
    expect(settled).toEqual({ ok: false, refusal: { code: `document.${reason}` } });
    expect(await stored()).toEqual(before);
  });

  test("a name that says macros, before a byte is sent", () => {
    expect(documents.conversion.refusesName("Dự thảo.docm")).toBe("document.kind_not_taken");
    expect(documents.conversion.refusesName("Dự thảo.docx")).toBeNull();
  });

  test("a table that takes longer than it may, and none of its processes stays", async () => {
    const hasty = await open({ limitMs: 3_000 });
    const rows = Array.from({ length: 40_000 }, (_, row) => [`ô ${row}`, `${row}`, "thống nhất"]);
    expect(await take("Biểu lớn.xlsx", xlsx(rows), hasty)).toEqual({
      ok: false,
      refusal: { code: "document.conversion_timed_out" },
    });
    expect(await leftBehind()).toEqual([]);
    await hasty.stop();
  });

  test("what takes more memory than it may", async () => {
    const narrow = await open({ residentMb: 200 });
    expect(await take("Tờ trình.docx", docx(["nhỏ"]), narrow)).toEqual({
      ok: false,
      refusal: { code: "document.conversion_too_heavy" },
    });
    expect(await leftBehind()).toEqual([]);
    await narrow.stop();
  });

  test("an archive that lies about its size is bounded by what it may take", async () => {
    const words = zip(
      {
        "[Content_Types].xml": "<",
        "word/document.xml": Buffer.alloc(64 * 1_024 * 1_024, "<w:p>"),
      },
      { saysBytes: 1_000 },
    );
    const settled = await take("Tờ trình.docx", words);
    expect(settled).toEqual({
      ok: false,
      refusal: { code: "document.conversion_failed" },
    });
    expect(await leftBehind()).toEqual([]);
  });
});

/** Every font of a PDF, and whether its letters are in the file. */
async function lettersOf(bytes: Buffer): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes);
  const found: string[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    if (object.get(PDFName.of("Type")) !== PDFName.of("FontDescriptor")) continue;
    const name = object.lookup(PDFName.of("FontName"), PDFName).decodeText();
    const isEmbedded = ["FontFile", "FontFile2", "FontFile3"].some((key) =>
      object.has(PDFName.of(key)),
    );
    found.push(`${name} ${isEmbedded ? "embedded" : "missing"}`);
  }
  return found;
}
