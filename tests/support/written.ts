/** Writes a sheet into a paper as the product does, in a process of its own. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import type { OutgoingSheet } from "../../domain/exports";
import type { Exporter, ExportFailure } from "../../server/exports/exporter";
import { nothing } from "./outgoing";
import { qpdfCheck } from "./qpdf";

type Written = { ok: true; bytes: Buffer } | { ok: false; reason: ExportFailure };

/** What comes out; its file is gone again afterwards. */
export async function written(
  exporter: Exporter,
  bytes: Uint8Array,
  sheet: Partial<OutgoingSheet>,
): Promise<Written> {
  const folder = await mkdtemp(path.join(tmpdir(), "paper-"));
  try {
    const file = path.join(folder, "paper.pdf");
    await writeFile(file, bytes);
    const outcome = await exporter.write({
      as: "sheet",
      from: file,
      sheet: { ...nothing, ...sheet },
    });
    if (!outcome.ok) return outcome;
    const out = await readFile(outcome.file);
    await outcome.discard();
    expect(existsSync(outcome.file)).toBe(false);
    return { ok: true, bytes: out };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What comes out must, and must be valid. */
export async function writtenValid(...order: Parameters<typeof written>): Promise<Buffer> {
  const outcome = await written(...order);
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(await qpdfCheck(outcome.bytes)).toBe(0);
  return outcome.bytes;
}
