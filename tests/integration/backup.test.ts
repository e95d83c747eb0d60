/** A backup put back elsewhere is the same cabinet; one that was touched is refused. */
import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDirectoryStore } from "../../server/documents/directory-store";
import { verifyJournal } from "../../server/journal/verify";
import { backUp } from "../../tools/archive/backup";
import { restore } from "../../tools/archive/restore";
import { openBallot, openNode, type TestNode, vote } from "../support/cabinet";
import { ids } from "../support/cabinet-in-memory";
import { copyDatabase, type DatabaseCopy } from "../support/database";

let folder: string;
let copy: DatabaseCopy;
let elsewhere: DatabaseCopy;
let node: TestNode;
const paper = Buffer.from("%PDF-1.7 Tờ trình\n");
const sha256 = createHash("sha256").update(paper).digest("hex");

const storeIn = (name: string) => openDirectoryStore(path.join(folder, name));
const archive = () => path.join(folder, "backup.tar.gz");

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "e-cabinet-backup-"));
  copy = await copyDatabase();
  elsewhere = await copyDatabase();
  node = await openNode(copy);
  await openBallot(node, 3);
  await node.must(vote("yes"), ids.person(2));
  await storeIn("here").put(Readable.from([paper]), 1_000);
  await node.database.sql`
    insert into document_version (version_id, meeting_id, file_name, state, sha256, size_bytes,
      pages, page_runs, flags, settled_at)
    values (${randomUUID()}, ${ids.meeting}, ${"tờ trình\n\\.pdf"}, 'ready', ${sha256},
      ${paper.byteLength}, 1, '[]', '{}', now())`;
});

afterEach(async () => {
  await node.close();
  await copy.drop();
  await elsewhere.drop();
  await rm(folder, { recursive: true, force: true });
});

test("everything is there again, and goes on from there", async () => {
  const taken = await backUp(copy.url, storeIn("here"), archive());
  await restore(elsewhere.url, storeIn("there"), archive());
  const restored = await openNode(elsewhere);
  for (const { table, rows } of taken.tables) {
    const [count] = await restored.database.sql.unsafe(
      `select count(*)::int as rows from ${table}`,
    );
    expect({ table, rows: count?.rows }).toEqual({ table, rows });
  }
  expect(await storeIn("there").has(sha256)).toBe(true);
  expect((await verifyJournal(restored.database.sql)).broken).toEqual([]);
  expect(await restored.door.meeting(ids.meeting)).toEqual(await node.door.meeting(ids.meeting));
  await restored.must(vote("no"), ids.person(3));
  await restored.close();
});

test("marks are there again, and new ones go on from there", async () => {
  const channel = (document: number) => (sql: TestNode["database"]["sql"]) =>
    sql<{ channel: string }[]>`
    insert into mark_channel (meeting_id, document_id, layer, of)
    values (${ids.meeting}, ${ids.document(document)}, 'private', ${ids.person(1)})
    returning channel`;
  const { sql } = node.database;
  const [made] = await channel(1)(sql);
  const of = { channel: made?.channel ?? "", owner: ids.person(1) };
  const update = Buffer.from([0, 255, 9, 10, 92]);
  await sql`insert into mark_update (channel, seq, owner, author, bytes)
    values (${of.channel}, 1, ${of.owner}, ${of.owner}, ${update})`;
  await sql`insert into mark_snapshot (channel, owner, seq, marks, bytes, places)
    values (${of.channel}, ${of.owner}, 1, 1, ${update}, ${"id 1 1\nid\t2"})`;
  await sql`insert into mark_client (channel, owner, client_id, author, clock)
    values (${of.channel}, ${of.owner}, 4294967295, ${of.owner}, 1)`;
  await backUp(copy.url, storeIn("here"), archive());
  await restore(elsewhere.url, storeIn("there"), archive());
  const restored = await openNode(elsewhere);
  for (const table of ["mark_update", "mark_snapshot", "mark_client"]) {
    const rows = (at: TestNode) => at.database.sql`select * from ${at.database.sql(table)}`;
    expect([...(await rows(restored))]).toEqual([...(await rows(node))]);
    expect(await rows(restored)).toHaveLength(1);
  }
  const [next] = await channel(2)(restored.database.sql);
  expect(Number(next?.channel)).toBeGreaterThan(Number(of.channel));
  await restored.close();
});

test("taken while people vote, it is the cabinet of one instant", async () => {
  const storm = Promise.all([1, 2, 3].map((n) => node.must(vote("no"), ids.person(n))));
  await backUp(copy.url, storeIn("here"), archive());
  await storm;
  await restore(elsewhere.url, storeIn("there"), archive());
  const restored = await openNode(elsewhere);
  expect((await verifyJournal(restored.database.sql)).broken).toEqual([]);
  await restored.close();
});

test("tables larger than what a stream holds at once are taken to their last row", async () => {
  await node.database.sql`
    insert into page_text (sha256, page, content)
    select repeat('ab', 32), page, repeat('chữ ', 2000) from generate_series(1, 300) as page`;
  const { tables } = await backUp(copy.url, storeIn("here"), archive());
  expect(tables.find(({ table }) => table === "page_text")?.rows).toBeGreaterThanOrEqual(300);
});

test("an installation that holds something is never restored over", async () => {
  await backUp(copy.url, storeIn("here"), archive());
  await expect(restore(copy.url, storeIn("here"), archive())).rejects.toThrow("not empty");
});

test.each([
  [
    "a changed byte",
    (bytes: Buffer) =>
      Buffer.from(
        bytes
          .toString("latin1")
          .replace("Th\xc3\xa0nh vi\xc3\xaan 2", "Th\xc3\xa0nh vi\xc3\xaan 9"),
        "latin1",
      ),
    /damaged/,
  ],
  [
    "a cut tail",
    (bytes: Buffer) => bytes.subarray(0, bytes.length - 2_048),
    /cut off|damaged|incomplete/,
  ],
])("%s is found, and nothing of it stays in the tables", async (_name, touch, complaint) => {
  await backUp(copy.url, storeIn("here"), archive());
  const touched = touch(gunzipSync(await readFile(archive())));
  await writeFile(archive(), gzipSync(touched));
  await expect(restore(elsewhere.url, storeIn("there"), archive())).rejects.toThrow(complaint);
  const restored = await openNode(elsewhere);
  const [row] = await restored.database.sql`select count(*)::int as rows from journal`;
  expect(row?.rows).toBe(0);
  await restored.close();
});
