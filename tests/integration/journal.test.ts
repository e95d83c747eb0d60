/** The journal: nobody changes it through the database, and whoever does it behind its back is found. */
import { createHash } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect } from "../../db/connect";
import { verifyJournal } from "../../server/journal/verify";
import { closeBallot, openBallot, openNode, type TestNode, vote } from "../support/cabinet";
import { ids, people } from "../support/cabinet-in-memory";
import { copyDatabase, type DatabaseCopy } from "../support/database";

const stream = `meeting:${ids.meeting}`;

async function aMeetingWithVotes(): Promise<{ copy: DatabaseCopy; node: TestNode; owner: Sql }> {
  const copy = await copyDatabase();
  const node = await openNode(copy);
  await openBallot(node, 4);
  for (const n of [1, 2, 3]) await node.must(vote("yes"), ids.person(n));
  await node.must(closeBallot, people.chair);
  return { copy, node, owner: connect(copy.url, { max: 1 }) };
}

describe("append-only", () => {
  let it: Awaited<ReturnType<typeof aMeetingWithVotes>>;
  beforeAll(async () => {
    it = await aMeetingWithVotes();
  });
  afterAll(async () => {
    await it.owner.end();
    await it.node.close();
    await it.copy.drop();
  });

  const changes = ["journal", "journal_sealed", "command_answer"].flatMap((table) => [
    `update ${table} set ${table === "command_answer" ? "answer = '{}'" : "seq = seq"}`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ]);

  test.each(changes)("%s is refused to the product, by its rights", async (change) => {
    await expect(it.node.database.sql.unsafe(change)).rejects.toThrow("permission denied");
  });

  test.each(changes)("%s is refused to the owner too, by a trigger", async (change) => {
    await expect(it.owner.unsafe(change)).rejects.toThrow("append-only");
  });

  test("a row that does not continue its chain is refused", async () => {
    const zero = Buffer.alloc(32);
    const add = (seq: number) => it.node.database.sql`
      insert into journal (stream, seq, at, actor, type, body, prev_hash, hash)
      values (${stream}, ${seq}, now(), 'system:clock', 'x', '{}', ${zero}, ${zero})`;
    await expect(add(1_000)).rejects.toThrow("does not continue its chain");
    const [head] = await it.owner<{ seq: string }[]>`
      select seq from stream_head where stream = ${stream}`;
    await expect(add(Number(head?.seq) + 1)).rejects.toThrow("does not continue its chain");
  });

  test("a vote's direction is nowhere in the journal's text", async () => {
    const rows = await it.owner<{ body: string }[]>`
      select body from journal where type = 'ballot.vote_cast'`;
    expect(rows).toHaveLength(3);
    for (const { body } of rows) {
      expect(body).not.toContain("yes");
      expect(body).toContain("commitment");
    }
  });

  test("an untouched journal holds", async () => {
    expect(await verifyJournal(it.node.database.sql)).toMatchObject({ streams: 2, broken: [] });
  });
});

describe("a broken link is named", () => {
  let it: Awaited<ReturnType<typeof aMeetingWithVotes>>;
  beforeEach(async () => {
    it = await aMeetingWithVotes();
    // somebody with all rights over the machine, which is whom the chain is for
    await it.owner.unsafe("alter table journal disable trigger all");
    await it.owner.unsafe("alter table journal_sealed disable trigger all");
    await it.owner.unsafe("alter table stream_head disable trigger all");
  });
  afterEach(async () => {
    await it.owner.end();
    await it.node.close();
    await it.copy.drop();
  });

  const found = async () => (await verifyJournal(it.node.database.sql)).broken;

  test("a changed text", async () => {
    await it.owner`
      update journal set body = replace(body, 'meeting.created', 'meeting.creatde')
      where stream = ${stream} and seq = 1`;
    expect(await found()).toEqual([{ stream, seq: 1, fault: "text_changed" }]);
  });

  test("a changed text with its hash worked out anew", async () => {
    const [row] = await it.owner<{ body: string; prev_hash: Buffer }[]>`
      select body, prev_hash from journal where stream = ${stream} and seq = 3`;
    if (row === undefined) throw new Error("the row is there");
    const body = row.body.replace(people.secretary, people.chair);
    const hash = createHash("sha256").update(row.prev_hash).update(body).digest();
    await it.owner`
      update journal set body = ${body}, hash = ${hash}, actor = ${people.chair}
      where stream = ${stream} and seq = 3`;
    expect(await found()).toEqual([{ stream, seq: 4, fault: "not_linked" }]);
  });

  test("a changed column", async () => {
    await it.owner`
      update journal set at = at - interval '1 hour' where stream = ${stream} and seq = 2`;
    expect(await found()).toEqual([{ stream, seq: 2, fault: "columns_disagree" }]);
  });

  test("a row taken out", async () => {
    await it.owner`delete from journal where stream = ${stream} and seq = 5`;
    expect(await found()).toEqual([{ stream, seq: 5, fault: "row_missing" }]);
  });

  test("the tail cut off", async () => {
    const [head] = await it.owner<{ seq: string }[]>`
      select seq from stream_head where stream = ${stream}`;
    const last = Number(head?.seq);
    await it.owner`delete from journal where stream = ${stream} and seq = ${last}`;
    expect(await found()).toEqual([{ stream, seq: last, fault: "head_elsewhere" }]);
  });

  test("a vote turned round in its sealed part", async () => {
    const [cast] = await it.owner<{ seq: string }[]>`
      select min(seq) as seq from journal where type = 'ballot.vote_cast'`;
    const seq = Number(cast?.seq);
    await it.owner`
      update journal_sealed set payload = replace(payload, 'yes', 'no')
      where stream = ${stream} and seq = ${seq}`;
    expect(await found()).toEqual([{ stream, seq, fault: "sealed_part_changed" }]);
    await it.owner`delete from journal_sealed where stream = ${stream} and seq = ${seq}`;
    expect(await found()).toEqual([{ stream, seq, fault: "sealed_part_missing" }]);
  });
});
