/** What the product takes from its database, and what it does when the database is killed under it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../db";
import { connect, urlOfDatabase } from "../../db/connect";
import { actorOf, command, openBallot, openNode, vote } from "../support/cabinet";
import { ids } from "../support/cabinet-in-memory";
import { copyDatabase, productRoot } from "../support/database";
import { expectOnConsole } from "../support/quiet-console";

describe("durability", () => {
  test.each([["synchronous_commit"]])("a database with %s off is not started on", async (name) => {
    const copy = await copyDatabase();
    const owner = connect(copy.url, { max: 1 });
    const [row] = await owner<{ name: string }[]>`select current_database() as name`;
    await owner.unsafe(`alter database ${row?.name} set ${name} = off`);
    await owner.end();
    await expect(copy.open()).rejects.toThrow(new RegExp(`setting ${name} is off`));
    await copy.drop();
  });

  test("two starts at once migrate once", async () => {
    const copy = await copyDatabase({ empty: true });
    const nodes = await Promise.all([copy.open(), copy.open()]);
    await Promise.all(nodes.map((node) => node.migrate()));
    const [row] = await (nodes[0] as Database).sql`select count(*)::int from journal`;
    expect(row?.count).toBe(0);
    await Promise.all(nodes.map((node) => node.close()));
    await copy.drop();
  });
});

describe("somebody else's PostgreSQL", () => {
  test("an owner who may make no roles can run the product; the triggers stand alone then", async () => {
    const copy = await copyDatabase({ empty: true });
    const owner = connect(copy.url, { max: 1 });
    const name = new URL(copy.url).pathname.slice(1);
    const user = `limited_${name.slice(-12)}`;
    await owner.unsafe(`create role ${user} login password 'limited'`);
    await owner.unsafe(`alter database ${name} owner to ${user}`);
    const url = new URL(copy.url);
    url.username = user;
    url.password = "limited";
    const database = await openDatabase({
      databaseUrl: url.href,
      dataDir: tmpdir(),
      root: productRoot,
    });
    await database.migrate();
    const node = await openNode({ open: () => Promise.resolve(database) });
    await openBallot(node, 2);
    expect(await node.ask(vote("yes"), ids.person(2))).toMatchObject({ ok: true });
    await expect(database.sql`delete from journal`).rejects.toThrow("append-only");
    await node.close();
    await owner.end();
    await copy.drop();
    const server = connect(urlOfDatabase(copy.url, "postgres"), { max: 1 });
    await server.unsafe(`drop role ${user}`);
    await server.end();
  });
});

describe("our own PostgreSQL", () => {
  let folder: string;
  let database: Database;
  const open = () => openDatabase({ databaseUrl: null, dataDir: folder, root: productRoot });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "e-cabinet-own-"));
    database = await open();
    await database.migrate();
  });

  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("a second server on the same data is refused by name", async () => {
    await expect(open()).rejects.toThrow(`Process ${process.pid} is already using the data`);
  });

  test("no child is left when it is closed", async () => {
    const pid = database.postmasterPid();
    if (pid === null) throw new Error("it runs");
    await database.close();
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  test("killed in the middle of 300 votes: each is counted once, each answer is the first", async () => {
    expectOnConsole(/PostgreSQL ended by itself/);
    const size = 300;
    const node = await openNode({ open: () => Promise.resolve(database) });
    await openBallot(node, size);
    const given = Array.from({ length: size }, () => command(vote("yes")));
    const cast = () =>
      Promise.all(given.map((each, n) => node.door.execute(each, actorOf(ids.person(n + 1)))));
    const storm = cast();
    const pid = database.postmasterPid();
    if (pid === null) throw new Error("it runs");
    await new Promise<void>((resolve) => {
      const leave = node.door.onCommitted(() => {
        leave();
        process.kill(pid, "SIGKILL");
        resolve();
      });
    });
    const first = await storm;
    const again = await cast();
    expect(again.every(({ ok }) => ok)).toBe(true);
    // whoever was answered before the crash or after it gets the same receipt
    for (const [index, answer] of first.entries())
      if (answer.ok) expect(again[index]).toEqual(answer);
    const [row] = await database.sql<{ votes: number; cast: number }[]>`
      select (select count(*)::int from vote) as votes,
        (select count(*)::int from journal where type = 'ballot.vote_cast') as cast`;
    expect(row).toEqual({ votes: size, cast: size });
    await node.door.stop();
  });
});
