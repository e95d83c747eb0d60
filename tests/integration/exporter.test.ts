/** The processes that write exports: their limits, and what hostile papers do to them. */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { OutgoingSheet } from "../../domain/exports";
import { defaultLimits, openExporter } from "../../server/exports/exporter";
import { productRoot } from "../support/database";
import { annotations, mark, nothing, words } from "../support/outgoing";
import { pdf, tiringPdf } from "../support/pdf";
import { written, writtenValid } from "../support/written";

const exporter = openExporter({ ...defaultLimits, processes: 1 });
afterAll(() => exporter.stop());
const paper = pdf({ pages: ["First page", "Second page"] });

describe("EX4 hostile bytes cost only their own export", () => {
  const everything: Partial<OutgoingSheet> = {
    marks: [mark({ kind: "highlight" }), mark({ kind: "note" })],
    watermark: "Nguyễn Văn A",
    grade: "Mật",
    pageNumbers: ["1"],
  };

  test("a paper of which only printing is guarded goes out, without its guard", async () => {
    const guarded = pdf({ pages: ["Open to read"], passwords: { user: "", owner: "o" } });
    const out = await writtenValid(exporter, guarded, everything);
    expect(await words(out, 1)).toContain("Open to read");
    expect(await annotations(out)).toHaveLength(2);
  });

  test("bytes that are no paper are refused", async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from("%PDF-1.7\nnonsense"),
      paper.subarray(0, 300),
    ]) {
      expect(await written(exporter, bytes, everything)).toEqual({
        ok: false,
        reason: "unwritable",
      });
    }
  });

  test("a tiring paper is written within the limits, for its drawing is not read", async () => {
    expect((await written(exporter, tiringPdf(), everything)).ok).toBe(true);
  });

  test("what passes its time is ended, and the next is served", async () => {
    const short = openExporter({ ...defaultLimits, processes: 1, exportMs: 1 });
    expect(await written(short, paper, everything)).toEqual({ ok: false, reason: "exhausted" });
    await short.stop();
    expect((await written(exporter, paper, everything)).ok).toBe(true);
  });

  test("what grows too large is ended", async () => {
    const small = openExporter({ ...defaultLimits, processes: 1, residentMb: 1 });
    expect(await written(small, paper, everything)).toEqual({ ok: false, reason: "exhausted" });
    await small.stop();
  });

  test("more than may wait are told to come later, and who leaves gives the place free", async () => {
    const narrow = openExporter({ ...defaultLimits, processes: 1, waiting: 1 });
    const folder = await mkdtemp(path.join(tmpdir(), "paper-"));
    const file = path.join(folder, "waiting.pdf");
    await writeFile(file, paper);
    const order = { as: "sheet", from: file, sheet: nothing } as const;
    const leaving = new AbortController();
    const first = narrow.write(order, leaving.signal);
    const second = narrow.write(order);
    expect(await narrow.write(order)).toEqual({ ok: false, reason: "busy" });
    leaving.abort();
    expect(await first).toMatchObject({ ok: false });
    const outcome = await second;
    expect(outcome.ok).toBe(true);
    if (outcome.ok) await outcome.discard();
    await narrow.stop();
    expect(await narrow.write(order)).toEqual({ ok: false, reason: "busy" });
    await rm(folder, { recursive: true });
  });
});

/** The owner's dossiers lie beside the project, where there are any. */
const dossiers = path.resolve(productRoot, "../shared/dossiers");
const files = async (of: string) =>
  existsSync(of) ? (await readdir(of)).filter((name) => name.endsWith(".pdf")) : [];

describe.runIf(existsSync(dossiers))("with the owner's dossiers", () => {
  const marks = (["highlight", "underline", "strike", "note"] as const).map((kind) =>
    mark({ kind }),
  );

  test("every one goes out valid, with its marks", { timeout: 180_000 }, async () => {
    for (const name of await files(dossiers)) {
      const bytes = await readFile(path.join(dossiers, name));
      const before = (await annotations(bytes)).length;
      const out = await writtenValid(exporter, bytes, {
        marks,
        watermark: "Nguyễn Văn A",
        grade: "Mật",
      });
      expect((await annotations(out)).length, name).toBe(before + 4);
    }
  });

  test("a hostile one goes out or is refused, and nothing hangs", {
    timeout: 180_000,
  }, async () => {
    for (const name of await files(path.join(dossiers, "hostile"))) {
      const bytes = await readFile(path.join(dossiers, "hostile", name));
      const outcome = await written(exporter, bytes, { marks, watermark: "Nguyễn Văn A" });
      if (!outcome.ok) expect(outcome.reason, name).toBe("unwritable");
    }
  });
});
