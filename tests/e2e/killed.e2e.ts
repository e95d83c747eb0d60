/**
 * The whole product is killed in the middle of a vote, then its PostgreSQL: every acknowledged vote is there
 * once with the receipt that was given, the others count once when their senders repeat them, and an open
 * room is back by itself. `KILL_MEMBERS` makes the body larger or smaller.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { openDatabase } from "../../db";
import type { BallotId, PersonId } from "../../domain/ids";
import { Answer } from "../../domain/protocol";
import { verifyJournal } from "../../server/journal/verify";
import { test } from "../support/browser";
import { productRoot } from "../support/database";
import { LiveCabinet } from "../support/live-cabinet";
import { databasePid, freePort, startProcess, temporaryDataDir } from "../support/server-process";
import { anOpenBallot, aSitting, type Sitting } from "../support/sitting";

const size = Number(process.env.KILL_MEMBERS ?? 1_000);

type Voter = { personId: PersonId; cookie: string; command: object };
type Heard = Map<PersonId, Answer>;

/** A body with an open ballot in `dataDir`, everybody signed in, and nobody running. */
async function prepare(dataDir: string) {
  const database = await openDatabase({ databaseUrl: null, dataDir, root: productRoot });
  await database.migrate();
  const cabinet = await LiveCabinet.openAt(database.url);
  const sitting = await aSitting(cabinet, { members: size, observers: 0 });
  const ballotId = await anOpenBallot(cabinet, sitting);
  const cookies = await cabinet.signIn(sitting.members);
  // sessions of the demonstration end when a server without it starts
  await database.sql`update session set via = 'password'`;
  await cabinet.close();
  await database.close();
  return { sitting, ballotId, cookies };
}

/** As the outbox does: the same id until it is answered; given up after three minutes. */
async function voteUntilAnswered(address: string, { cookie, command }: Voter): Promise<Answer> {
  for (const began = Date.now(); Date.now() - began < 180_000; ) {
    const answer = await fetch(`${address}/commands`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie, origin: address },
      body: JSON.stringify(command),
      // who is killed breaks the line off; who is only slow among a thousand must not be asked twice for it
      signal: AbortSignal.timeout(15_000),
    }).then(
      async (response) => Answer.safeParse(await response.json()),
      // the server is away, or went away in the middle: it is not known what became of it
      () => null,
    );
    const code = answer?.success && !answer.data.ok ? answer.data.refusal.code : null;
    if (answer?.success && code !== "busy" && code !== "rate_limited") return answer.data;
    await pause(50 + Math.random() * 100);
  }
  throw new Error("no answer for three minutes");
}

function votersOf({ members, meetingId }: Sitting, ballotId: BallotId, cookies: string[]): Voter[] {
  return members.map((personId, index) => ({
    personId,
    cookie: cookies[index] ?? "",
    command: {
      id: randomUUID(),
      type: "ballot.vote",
      meetingId,
      ballotId,
      answer: index % 3 === 0 ? "no" : "yes",
    },
  }));
}

/** All vote at once; when `count` have been answered, `inTheMiddle` happens once. */
async function storm(address: string, voters: Voter[], inTheMiddle: () => void): Promise<Heard> {
  const heard: Heard = new Map();
  let happened = false;
  await Promise.all(
    voters.map(async (voter) => {
      heard.set(voter.personId, await voteUntilAnswered(address, voter));
      if (happened || heard.size < voters.length / 4) return;
      happened = true;
      inTheMiddle();
    }),
  );
  expect(happened).toBe(true);
  return heard;
}

test("kill -9 of the server, then of PostgreSQL, while everybody votes", async ({ visit }) => {
  const dataDir = await temporaryDataDir();
  const { sitting, ballotId, cookies } = await prepare(dataDir);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const start = async () => {
    const server = await startProcess({
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataDir,
    });
    await server.saying(/E-Cabinet is at/);
    return server;
  };
  let server = await start();

  // a member's room stands open through all of it
  const page = await visit(address, { expectInConsole: [/.*/] });
  const [name, value] = (cookies[1] ?? "").split("=");
  await page.context().addCookies([{ name: name ?? "", value: value ?? "", url: address }]);
  await page.goto(`/meetings/${sitting.meetingId}/room`);
  const connected = page.getByRole("button", { name: /Đã kết nối|Kết nối chậm/ });
  const lost = page.getByRole("button", { name: /Đang kết nối lại|Mất kết nối/ });
  await connected.waitFor();

  const voters = votersOf(sitting, ballotId, cookies);
  let back = Promise.resolve(0);
  const first = await storm(address, voters, () => {
    server.child.kill("SIGKILL");
    back = (async () => {
      await lost.waitFor();
      server = await start();
      const ready = performance.now();
      await connected.waitFor();
      return performance.now() - ready;
    })();
  });
  expect(await back).toBeLessThan(3_000);
  expect([...first.values()].every(({ ok }) => ok)).toBe(true);

  // everybody changes the vote, and this time the database dies
  const others = voters.map((voter, index) => ({
    ...voter,
    command: { ...voter.command, id: randomUUID(), answer: index % 3 === 0 ? "yes" : "no" },
  }));
  const postmaster = await databasePid(dataDir);
  const changed = await storm(address, others, () => process.kill(postmaster, "SIGKILL"));
  expect([...changed.values()].every(({ ok }) => ok)).toBe(true);
  // the server lived through it
  expect(server.child.exitCode).toBe(null);

  // what was acknowledged is what is there, and a repeat gets the first receipt
  const [voter] = voters;
  if (voter === undefined) throw new Error("nobody votes");
  expect(await voteUntilAnswered(address, voter)).toEqual(first.get(voter.personId));
  server.child.kill("SIGTERM");
  await server.ended;
  const database = await openDatabase({ databaseUrl: null, dataDir, root: productRoot });
  const rows = await database.sql<{ voter: PersonId; seq: string; hash: string; answer: string }[]>`
    select voter, seq, hash, answer from vote`;
  expect(rows.length).toBe(size);
  for (const { voter: personId, seq, hash } of rows) {
    const answer = changed.get(personId);
    expect(answer?.ok && answer.receipt).toMatchObject({ seq: Number(seq), hash });
  }
  const [counted] = await database.sql<{ cast: number; no: number }[]>`
    select (select count(*)::int from journal where type = 'ballot.vote_cast') as cast,
      (select count(*)::int from vote where answer = 'no') as no`;
  expect(counted).toEqual({ cast: 2 * size, no: size - Math.ceil(size / 3) });
  expect((await verifyJournal(database.sql)).broken).toEqual([]);
  await database.close();
}, 420_000);
