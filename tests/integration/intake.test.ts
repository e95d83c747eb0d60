/** From bytes to a version, on a real PostgreSQL and a real directory. */
import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "../../db";
import { MeetingId, PersonId, VersionId } from "../../domain/ids";
import {
  type Documents,
  findReadyVersions,
  openDocuments,
  type Upload,
} from "../../server/documents";
import { openOfficeConverter } from "../../server/documents/office/office-converter";
import { soffice } from "../../server/documents/office/soffice";
import { copyDatabase, type DatabaseCopy } from "../support/database";
import { pdf, truncatedPdf } from "../support/pdf";
import { png, tiff } from "../support/pictures";
import { expectOnConsole } from "../support/quiet-console";
import { zip } from "../support/zip";

const meetingId = MeetingId.parse(randomUUID());
const uploader = PersonId.parse(randomUUID());
const limitBytes = 100_000;

let dataDir: string;
let copy: DatabaseCopy;
let database: Database;
let documents: Documents;

const bounds = { limitMs: 30_000, residentMb: 512 };

const open = (program: string | null = null) =>
  openDocuments({
    drizzle: database.drizzle,
    dataDir,
    maxDocumentBytes: limitBytes,
    office: program === null ? null : { engine: soffice(program), bounds },
  });

/** The first is still there, and may be drawing into the folder that a start clears. */
function openBesideTheOld(): Promise<Documents> {
  expectOnConsole(/"pictures of a paper could not be made"/);
  return open();
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "intake-"));
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

function upload(part: Partial<Upload> = {}): Upload {
  return {
    versionId: VersionId.parse(randomUUID()),
    meetingId,
    uploadedBy: uploader,
    fileName: "Tờ trình.pdf",
    grade: null,
    ...part,
  };
}

async function* sent(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length || at === 0; at += 1_000) {
    yield await Promise.resolve(bytes.subarray(at, at + 1_000));
  }
}

function stored(): Promise<string[]> {
  return readdir(path.join(dataDir, "documents"), { recursive: true, withFileTypes: true }).then(
    (entries) => entries.filter((entry) => entry.isFile()).map((entry) => entry.name),
  );
}

test("a sound PDF becomes a ready version, its words kept page by page", async () => {
  const it = upload({ fileName: "Tơ\u0300 tri\u0300nh.pdf" });
  const settled = await documents.intake.receive(it, sent(pdf({ pages: ["One", "Two"] })));
  expect(settled).toMatchObject({
    ok: true,
    version: { versionId: it.versionId, pages: 2, fileName: "Tờ trình.pdf".normalize("NFC") },
  });
  if (!settled.ok) return;
  const texts = await database.sql`
    select page, content from page_text where sha256 = ${settled.version.sha256} order by page`;
  expect([...texts]).toEqual([
    { page: 1, content: "One" },
    { page: 2, content: "Two" },
  ]);
  expect(await documents.store.has(settled.version.sha256)).toBe(true);
});

test("its text is read back as readers get it", async () => {
  const settled = await documents.intake.receive(upload(), sent(pdf({ pages: ["Read me", ""] })));
  if (!settled.ok) throw new Error("It should be ready.");
  const text = await documents.readings.readText(settled.version.sha256);
  expect(text).toMatchObject({
    reliability: "reliable",
    pages: [{ text: "Read me" }, { text: "", runs: [] }],
  });
  const [run] = text?.pages[0]?.runs ?? [];
  expect(run).toMatchObject({ start: 0, end: expect.any(Number), box: { x: expect.any(Number) } });
});

test("what an older product read is read anew at the start", async () => {
  const settled = await documents.intake.receive(upload(), sent(pdf({ pages: ["older"] })));
  if (!settled.ok) throw new Error("It should be ready.");
  const { sha256 } = settled.version;
  await database.sql`delete from reading where sha256 = ${sha256}`;
  await database.sql`update page_text set runs = null, content = 'as it was' where sha256 = ${sha256}`;
  const restarted = await openBesideTheOld();
  await vi.waitFor(
    async () => {
      const [row] = await database.sql`
        select content, runs is not null as placed from reading
        join page_text using (sha256) where sha256 = ${sha256}`;
      expect(row).toEqual({ content: "older", placed: true });
    },
    { timeout: 10_000 },
  );
  await restarted.stop();
});

test("a version is found only for the meeting it was uploaded for", async () => {
  const it = upload();
  await documents.intake.receive(it, sent(pdf({ pages: ["for one meeting"] })));
  const other = MeetingId.parse(randomUUID());
  await database.sql.begin(async (tx) => {
    expect([...(await findReadyVersions(tx, meetingId, [it.versionId])).keys()]).toEqual([
      it.versionId,
    ]);
    expect((await findReadyVersions(tx, other, [it.versionId])).size).toBe(0);
  });
});

test("equal bytes are kept once and not looked into again", async () => {
  const bytes = pdf({ pages: ["twice"] });
  const [first, second] = [
    await documents.intake.receive(upload(), sent(bytes)),
    await documents.intake.receive(upload({ fileName: "copy.pdf" }), sent(bytes)),
  ];
  if (!first.ok || !second.ok) throw new Error("Both should be ready.");
  expect(second.version).toMatchObject({
    sha256: first.version.sha256,
    pages: 1,
    fileName: "copy.pdf",
  });
  expect((await stored()).filter((name) => name === first.version.sha256)).toHaveLength(1);
});

test.each([
  ["an empty file", Buffer.alloc(0), "document.empty_file"],
  ["what is not a PDF", Buffer.from("not a PDF"), "document.not_a_pdf"],
  ["a truncated PDF", truncatedPdf(), "document.truncated"],
  ["a file over the limit", Buffer.alloc(limitBytes + 1, 1), "document.too_large"],
])("%s is refused with its reason and leaves no bytes", async (_name, bytes, code) => {
  const before = await stored();
  const it = upload();
  const settled = await documents.intake.receive(it, sent(bytes));
  expect(settled).toMatchObject({ ok: false, refusal: { code } });
  expect(await documents.intake.settled(it.versionId)).toEqual(settled);
  expect(await stored()).toEqual(before);
});

describe("pictures become papers", () => {
  const a4 = { long: 841.89, short: 595.28 };
  test.each([
    ["png", png(400, 200), { width: a4.long, height: a4.long / 2 }],
    ["tiff", tiff(100, 200), { width: a4.long / 2, height: a4.long }],
  ])("%s", async (kind, picture, size) => {
    const settled = await documents.intake.receive(
      upload({ fileName: `Bản đồ.${kind}` }),
      sent(picture),
    );
    if (!settled.ok) throw new Error(`It should be ready: ${settled.refusal.code}`);
    const [row] = await database.sql`
      select page_runs, source_sha256, source_bytes::int, source_type from document_version
      where version_id = ${settled.version.versionId}`;
    expect(row?.page_runs).toEqual([
      {
        pages: 1,
        width: expect.closeTo(size.width, 1),
        height: expect.closeTo(size.height, 1),
      },
    ]);
    expect(row).toMatchObject({ source_bytes: picture.length, source_type: `image/${kind}` });
    expect(await documents.store.has(row?.source_sha256)).toBe(true);
    expect(settled.version.sha256).not.toBe(row?.source_sha256);

    const again = await documents.intake.receive(upload(), sent(picture));
    expect(again).toMatchObject({ ok: true, version: { sha256: settled.version.sha256 } });
  });

  test("what only begins like one is refused and leaves no bytes", async () => {
    const before = await stored();
    const settled = await documents.intake.receive(upload(), sent(png(9, 9).subarray(0, 30)));
    expect(settled).toMatchObject({ refusal: { code: "document.conversion_failed" } });
    expect(await stored()).toEqual(before);
  });
});

describe("office files become papers", () => {
  const archive = zip({ "[Content_Types].xml": "an archive with words" });
  const docx = () => upload({ fileName: "Tờ trình.docx" });

  /** Stands where LibreOffice would: it is given the same words and must leave the same file. */
  async function program(script: string): Promise<string> {
    const file = path.join(dataDir, `soffice-${randomUUID()}`);
    await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
    return file;
  }

  test("not where no converter is", async () => {
    const settled = await documents.intake.receive(docx(), sent(archive));
    expect(settled).toMatchObject({ refusal: { code: "document.no_converter" } });
  });

  test("where one is; the file as it came is kept beside the paper", async () => {
    const made = path.join(dataDir, "made.pdf");
    await writeFile(made, pdf({ pages: ["made of words"] }));
    const by = await open(
      await program(`
        while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done
        grep -q '\\[Content_Types\\].xml' "$1" && [ -z "$DATABASE_URL" ] &&
        cp ${made} "$out/paper.pdf"`),
    );
    const settled = await by.intake.receive(docx(), sent(archive));
    if (!settled.ok) throw new Error(`It should be ready: ${settled.refusal.code}`);
    expect(settled.version).toMatchObject({ pages: 1, fileName: "Tờ trình.docx" });
    expect((await by.readings.readText(settled.version.sha256))?.pages[0]?.text).toBe(
      "made of words",
    );
    await by.stop();
  });

  test("a converter that writes nothing costs only that file", async () => {
    const by = await open(await program("exit 0"));
    const other = zip({ "[Content_Types].xml": "other words" });
    const settled = await by.intake.receive(docx(), sent(other));
    expect(settled).toMatchObject({ refusal: { code: "document.conversion_failed" } });
    await by.stop();
  });

  test("a converter that hangs is ended with all that it started", async () => {
    const engine = soffice(await program(`sleep 60 & wait`));
    const converter = openOfficeConverter(engine, { ...bounds, limitMs: 500 });
    const folder = await mkdtemp(path.join(dataDir, "hanging-"));
    const file = path.join(folder, "in");
    await writeFile(file, archive);
    const of = { file, extension: "docx", folder, into: path.join(folder, "out.pdf") };
    expect(await converter.convert(of, () => undefined)).toBe("late");
  });
});

test("the same id twice is refused, and the first keeps its end", async () => {
  const it = upload();
  const first = await documents.intake.receive(it, sent(pdf({ pages: ["first"] })));
  const again = await documents.intake.receive(it, sent(pdf({ pages: ["other"] })));
  expect(again).toEqual({ ok: false, refusal: { code: "document.version_exists" } });
  expect(await documents.intake.settled(it.versionId)).toEqual(first);
});

test("what is settled does not change any more, whoever asks the database", async () => {
  const it = upload();
  await documents.intake.receive(it, sent(pdf({ pages: ["for good"] })));
  await expect(
    database.sql`update document_version set file_name = 'other.pdf' where version_id = ${it.versionId}`,
  ).rejects.toThrow("does not change");
});

test("an upload that breaks off is rejected as interrupted", async () => {
  async function* broken() {
    yield await Promise.resolve(Buffer.from("%PDF-1.7"));
    throw new Error("the line is cut");
  }
  const it = upload();
  await expect(documents.intake.receive(it, broken())).rejects.toThrow("broke off");
  expect(await documents.intake.settled(it.versionId)).toEqual({
    ok: false,
    refusal: { code: "document.upload_interrupted" },
  });
});

test("a new start ends what the old process left: arriving is rejected, arrived is looked into", async () => {
  const bytes = pdf({ pages: ["arrived before the fall"] });
  const put = await documents.store.put(sent(bytes), limitBytes);
  if (!put.ok) throw new Error("It should fit.");
  const [arriving, arrived] = [upload(), upload()];
  await database.sql`
    insert into document_version (version_id, meeting_id, file_name, state)
    values (${arriving.versionId}, ${meetingId}, 'a.pdf', 'uploading')`;
  await database.sql`
    insert into document_version (version_id, meeting_id, file_name, state, sha256, size_bytes)
    values (${arrived.versionId}, ${meetingId}, 'b.pdf', 'checking', ${put.file.sha256}, ${put.file.sizeBytes})`;
  const restarted = await openBesideTheOld();
  expect(await restarted.intake.settled(arriving.versionId)).toMatchObject({
    refusal: { code: "document.upload_interrupted" },
  });
  expect(await restarted.intake.settled(arrived.versionId)).toMatchObject({
    ok: true,
    version: { pages: 1 },
  });
  await restarted.stop();
});

test("many papers at once, as the seed brings them", async () => {
  const papers = Array.from({ length: 30 }, (_, paper) =>
    pdf({ pages: Array.from({ length: 10 }, (__, page) => `Paper ${paper} page ${page}`) }),
  );
  const versions = await Promise.all(
    papers.map((bytes) => documents.intake.intakeBuffer(upload({ uploadedBy: null }), bytes)),
  );
  expect(versions.map(({ pages }) => pages)).toEqual(papers.map(() => 10));
});
