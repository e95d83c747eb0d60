/** Takes one archive of everything: the tables as of one instant, and the bytes of every paper. */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Sql } from "postgres";
import { connect } from "../../db/connect";
import type { FileStore } from "../../server/documents";
import { Manifest, quoted, schemaOf, type TableForm, tablesOf } from "./manifest";
import { type ArchivedFile, tarOf } from "./tar";

/**
 * Writes `target`, which appears whole or not at all. The product may go on running: all tables are read
 * in one snapshot, and papers never change once they are named in it.
 */
export async function backUp(url: string, store: FileStore, target: string): Promise<Manifest> {
  const drafts = await mkdtemp(path.join(path.dirname(path.resolve(target)), ".backup-"));
  const sql = connect(url, { max: 1 });
  try {
    const manifest = await sql.begin("isolation level repeatable read read only", (tx) =>
      // the driver's transaction answers queries like its client
      takeTables(tx as unknown as Sql, store, drafts),
    );
    const draft = path.join(drafts, "archive");
    await pipeline(
      Readable.from(tarOf(filesOf(manifest, store, drafts))),
      createGzip({ level: 1 }),
      createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true }),
    );
    await rename(draft, target);
    return manifest;
  } finally {
    await sql.end({ timeout: 5 });
    await rm(drafts, { recursive: true, force: true });
  }
}

/** How large a table's text is, is known only when it is written: each goes to a draft first. */
async function takeTables(tx: Sql, store: FileStore, drafts: string): Promise<Manifest> {
  const [now] = await tx<{ at: Date }[]>`select now() as at`;
  const tables: Manifest["tables"] = [];
  for (const form of await tablesOf(tx)) tables.push(await takeTable(tx, form, drafts));
  const papers = await tx<{ sha256: string; size_bytes: string }[]>`
    select distinct sha256, size_bytes from document_version where state = 'ready' order by sha256`;
  const files = papers.map(({ sha256, size_bytes }) => ({
    name: `files/${sha256}`,
    sizeBytes: Number(size_bytes),
    sha256,
  }));
  for (const { sha256 } of files)
    if (!(await store.has(sha256))) throw new Error(`the bytes of paper ${sha256} are missing`);
  const takenAt = (now?.at ?? new Date()).toISOString();
  const schema = await schemaOf(tx);
  return Manifest.parse({ format: "e-cabinet-backup-1", takenAt, schema, tables, files });
}

async function takeTable(tx: Sql, { table, columns }: TableForm, drafts: string) {
  const file = path.join(drafts, table);
  const hash = createHash("sha256");
  const list = columns.map(quoted).join(", ");
  const rows = await tx.unsafe(`copy ${quoted(table)} (${list}) to stdout`).readable();
  let lines = 0;
  await pipeline(
    rows,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        hash.update(chunk);
        // in COPY's text form a row is a line; a line break within a value is written as \n
        for (const byte of chunk) if (byte === 10) lines += 1;
        yield chunk;
      }
    },
    createWriteStream(file, { flags: "wx", mode: 0o600 }),
  );
  // The driver pauses its socket when the stream is full and goes on at the next read. After the last row there may
  // be none, and the connection would be silent for ever: ask once more.
  rows._read(0);
  const { size } = await stat(file);
  const name = `tables/${table}`;
  return { name, sizeBytes: size, sha256: hash.digest("hex"), table, columns, rows: lines };
}

async function* filesOf(
  manifest: Manifest,
  store: FileStore,
  drafts: string,
): AsyncGenerator<ArchivedFile> {
  const text = Buffer.from(JSON.stringify(manifest, null, 1));
  yield { name: "manifest.json", sizeBytes: text.byteLength, bytes: Readable.from([text]) };
  for (const { name, sizeBytes, table } of manifest.tables)
    yield { name, sizeBytes, bytes: createReadStream(path.join(drafts, table)) };
  for (const { name, sizeBytes, sha256 } of manifest.files) {
    const bytes = await store.open(sha256);
    if (bytes === null) throw new Error(`the bytes of paper ${sha256} are missing`);
    yield { name, sizeBytes, bytes };
  }
}
