/** Puts an archive back into an empty installation, and believes nothing that its checksums do not bear out. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Sql } from "postgres";
import { connect } from "../../db/connect";
import type { FileStore } from "../../server/documents";
import { Manifest, quoted, schemaOf, tablesOf } from "./manifest";
import { type ArchivedFile, filesIn } from "./tar";

/** A sentence for the person who restores. */
export class RestoreRefused extends Error {}

/**
 * Restores into a migrated database that holds nothing yet. All rows come in one transaction, after all
 * papers: an interrupted restore leaves an empty database, and can be repeated.
 * @throws RestoreRefused when the target is not empty, or the archive is damaged or of another version
 */
export async function restore(url: string, store: FileStore, archive: string): Promise<Manifest> {
  const sql = connect(url, { max: 1 });
  try {
    await assertEmpty(sql);
    const unzipped = createReadStream(archive).pipe(createGunzip());
    const files = filesIn(unzipped);
    const manifest = await manifestOf(files);
    if (manifest.schema !== (await schemaOf(sql)))
      throw new RestoreRefused(
        "The backup was taken by another version of the product. Restore it with that version, then update.",
      );
    await sql.begin(async (tx) => {
      // the driver's transaction answers queries like its client
      const rows = tx as unknown as Sql;
      for (const entry of manifest.tables) await putTable(rows, await next(files, entry), entry);
      await goOnNumbering(rows);
      for (const entry of manifest.files) await putFile(store, await next(files, entry), entry);
    });
    return manifest;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function assertEmpty(sql: Sql): Promise<void> {
  for (const { table } of await tablesOf(sql)) {
    const [row] = await sql.unsafe(`select 1 from ${quoted(table)} limit 1`);
    if (row !== undefined)
      throw new RestoreRefused(
        `The target is not empty (${table} has rows): restore into a new installation, never over one.`,
      );
  }
}

async function manifestOf(files: AsyncGenerator<ArchivedFile>): Promise<Manifest> {
  const first = await files.next();
  if (first.done === true || first.value.name !== "manifest.json")
    throw new RestoreRefused("This is not a backup of E-Cabinet.");
  const parts: Uint8Array[] = [];
  for await (const part of first.value.bytes) parts.push(part);
  return Manifest.parse(JSON.parse(Buffer.concat(parts).toString("utf8")));
}

type Entry = Manifest["files"][number];

async function next(files: AsyncGenerator<ArchivedFile>, entry: Entry): Promise<ArchivedFile> {
  const file = await files.next();
  if (file.done === true || file.value.name !== entry.name)
    throw new RestoreRefused(`The backup is incomplete: ${entry.name} is not where it should be.`);
  return file.value;
}

async function putTable(tx: Sql, file: ArchivedFile, entry: Manifest["tables"][number]) {
  const hash = createHash("sha256");
  const columns = entry.columns.map(quoted).join(", ");
  const into = await tx.unsafe(`copy ${quoted(entry.table)} (${columns}) from stdin`).writable();
  await pipeline(hashed(file.bytes, hash), into);
  assertSame(entry, hash.digest("hex"));
}

/** Rows come with the numbers they had; what is written next must not get one of them again. */
async function goOnNumbering(tx: Sql): Promise<void> {
  const counted = await tx<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`;
  for (const { table, column } of counted) {
    await tx.unsafe(`
      select setval(pg_get_serial_sequence('${quoted(table)}', '${column}'), max(${quoted(column)}))
      from ${quoted(table)}`);
  }
}

async function putFile(store: FileStore, file: ArchivedFile, entry: Entry): Promise<void> {
  const put = await store.put(file.bytes, entry.sizeBytes);
  if (!put.ok) throw new RestoreRefused(`The backup is damaged: ${entry.name}.`);
  assertSame(entry, put.file.sha256);
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

function assertSame({ name, sha256 }: Entry, found: string): void {
  if (found !== sha256)
    throw new RestoreRefused(`The backup is damaged: ${name} is not what was put in.`);
}
