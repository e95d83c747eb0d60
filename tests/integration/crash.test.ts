/** The server is killed in the middle of a vote: what was acknowledged is there, once, with its receipt. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openDatabase } from "../../db";
import type { Answer } from "../../domain/protocol";
import { verifyJournal } from "../../server/journal/verify";
import { actorOf, command, openNode, vote } from "../support/cabinet";
import { ids } from "../support/cabinet-in-memory";
import { productRoot } from "../support/database";

const size = 600;

test("kill -9 of the server: every acknowledged vote once, the others when they are repeated", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "e-cabinet-crash-"));
  const given = Array.from({ length: size }, () => command(vote("yes")));
  const program = path.join(productRoot, "tests/support/voting-process.ts");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", program, dataDir, productRoot, JSON.stringify(given)],
    { cwd: productRoot, stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const acknowledged = new Map<number, Answer>();
  for await (const line of createInterface({ input: child.stdout })) {
    const { index, answer }: { index: number; answer: Answer } = JSON.parse(line);
    acknowledged.set(index, answer);
    // the first batch is answered, the next is under way
    if (acknowledged.size === 1) child.kill("SIGKILL");
  }
  await ended;
  expect(acknowledged.size).toBeGreaterThan(0);

  // its PostgreSQL outlived it; the next server takes the data over
  const database = await openDatabase({ databaseUrl: null, dataDir, root: productRoot });
  const node = await openNode({ open: () => Promise.resolve(database) });
  const again = await Promise.all(
    given.map((each, index) => node.door.execute(each, actorOf(ids.person(index + 1)))),
  );
  expect(again.every(({ ok }) => ok)).toBe(true);
  for (const [index, answer] of acknowledged) expect(again[index]).toEqual(answer);
  const [row] = await database.sql<{ votes: number; cast: number }[]>`
    select (select count(*)::int from vote) as votes,
      (select count(*)::int from journal where type = 'ballot.vote_cast') as cast`;
  expect(row).toEqual({ votes: size, cast: size });
  expect((await verifyJournal(database.sql)).broken).toEqual([]);
  await node.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);
