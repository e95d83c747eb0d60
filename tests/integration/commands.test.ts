/** The one door: once, in order, durable, whoever else is at it. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MeetingId } from "../../domain/ids";
import type { Answer } from "../../domain/protocol";
import {
  actorOf,
  closeBallot,
  command,
  foundBody,
  openBallot,
  openNode,
  openSession,
  type TestNode,
  vote,
} from "../support/cabinet";
import { ids, people } from "../support/cabinet-in-memory";
import { copyDatabase, type DatabaseCopy } from "../support/database";
import { expectOnConsole } from "../support/quiet-console";

let copy: DatabaseCopy;
let node: TestNode;

beforeEach(async () => {
  copy = await copyDatabase();
  node = await openNode(copy);
});

afterEach(async () => {
  await node.close();
  await copy.drop();
});

const member = (n: number) => actorOf(ids.person(n));

/** Voters with the answer that counts for each, as the tables have it. */
async function votesCounted(): Promise<Map<string, string>> {
  const rows = await node.database.sql<{ voter: string; answer: string }[]>`
    select voter, answer from vote where ballot_id = ${ids.ballot(1)}`;
  return new Map(rows.map(({ voter, answer }) => [voter, answer]));
}

async function castEvents(): Promise<number> {
  const [row] = await node.database.sql<{ count: number }[]>`
    select count(*)::int from journal where type = 'ballot.vote_cast'`;
  return row?.count ?? -1;
}

test("a repeat gets the first answer with its first receipt, also from a server started anew", async () => {
  await openBallot(node, 3);
  const given = command(vote("yes"));
  const first = await node.door.execute(given, member(2));
  expect(first).toMatchObject({
    ok: true,
    receipt: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(await node.door.execute(given, member(2))).toEqual(first);
  const later = await openNode(copy);
  expect(await later.door.execute(given, member(2))).toEqual(first);
  await later.close();
  expect(await castEvents()).toBe(1);
});

test("a refusal that was decided is the answer for ever", async () => {
  await openBallot(node, 3);
  const close = command(closeBallot);
  const first = await node.door.execute(close, member(2));
  expect(first).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
  expect(await node.door.execute(close, member(2))).toEqual(first);
});

test("the same id with another payload, or from another person, is refused", async () => {
  await openBallot(node, 3);
  const given = command(vote("yes"));
  await node.door.execute(given, member(2));
  const reused = { ok: false, refusal: { code: "command_id_reused" } };
  expect(await node.door.execute({ ...given, ...vote("no") }, member(2))).toMatchObject(reused);
  expect(await node.door.execute(given, member(3))).toMatchObject(reused);
  expect(await votesCounted()).toEqual(new Map([[ids.person(2), "yes"]]));
});

test("a double click counts once, and both clicks get the same receipt", async () => {
  await openBallot(node, 3);
  const given = command(vote("no"));
  const answers = await Promise.all([1, 2, 3].map(() => node.door.execute(given, member(2))));
  expect(answers[0]).toMatchObject({ ok: true });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect(await castEvents()).toBe(1);
});

test("two nodes on one database keep one order, each seeing what the other did", async () => {
  await openBallot(node, 40);
  const other = await openNode(copy);
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      (index % 2 === 0 ? node : other).ask(vote("yes"), ids.person(index + 1)),
    ),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const seqs = answers.flatMap((answer) => (answer.ok ? [answer.seq] : []));
  expect(new Set(seqs).size).toBe(40);
  expect((await votesCounted()).size).toBe(40);
  await node.must(closeBallot, people.chair);
  expect(await other.ask(vote("no"), ids.person(1))).toMatchObject({ ok: false });
  await other.close();
});

test("a change of the body counts from the next command of its meetings", async () => {
  await openBallot(node, 3);
  const other = await openNode(copy);
  const meetingId = ids.meeting;
  const edit = { type: "presence.record", meetingId, invitationId: ids.invitation(2) } as const;
  await node.must({ ...edit, where: "away" }, people.secretary);
  const revoke = { type: "role.revoke", bodyId: ids.body, grantId: ids.grant(1) } as const;
  const to = (await node.door.body(ids.body))?.grants[ids.grant(1)]?.from;
  if (to === undefined) throw new Error("the grant is there");
  await other.must({ ...revoke, to }, { kind: "system", name: "installer" });
  expect(await node.ask({ ...edit, where: "room" }, people.secretary)).toMatchObject({
    ok: false,
    refusal: { code: "not_found" },
  });
  await other.close();
});

test("one command that breaks a constraint does not cost the others of its batch", async () => {
  await foundBody(node, 3);
  await openSession(node, 3);
  const meetingId = MeetingId.parse(randomUUID());
  await openSessionOfAnother(meetingId);
  // the item's id is taken in the other meeting: the rules cannot know, the database does
  expectOnConsole(/Commands failed/);
  const content = { type: "agenda.add_item", meetingId: ids.meeting, parent: null } as const;
  const item = { ...content, content: itemOf() };
  const answers = await Promise.all([
    node.ask({ ...item, itemId: ids.item(11) }, people.secretary),
    node.ask({ ...item, itemId: ids.item(2) }, people.secretary),
    node.ask({ ...item, itemId: ids.item(12) }, people.secretary),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(answers[1]).toMatchObject({ refusal: { code: "invalid" } });
  const [row] = await node.database.sql<{ count: number }[]>`
    select count(*)::int from agenda_item where meeting_id = ${ids.meeting}`;
  expect(row?.count).toBe(3);

  async function openSessionOfAnother(other: MeetingId): Promise<void> {
    await openSession(node, 3, other, ids.item(2));
  }
});

function itemOf() {
  return {
    title: { vi: "Nội dung thêm", en: "" },
    purpose: "inform",
    treatment: "debate",
    closed: false,
    grade: null,
    leadAgency: null,
    presenter: null,
    minutes: 10,
    openToObservers: false,
  } as const;
}

test("a close in the middle of a storm: each vote is wholly before it, or refused", async () => {
  const size = 1_000;
  await openBallot(node, size);
  const casting = Array.from({ length: size }, (_, index) =>
    node.ask(vote(index % 3 === 0 ? "no" : "yes"), ids.person(index + 1)),
  );
  // let some be counted, then close while the others wait
  await casting[0];
  const closed = await node.must(closeBallot, people.chair);
  const answers = await Promise.all(casting);
  const isBefore = (answer: Answer) => answer.ok && answer.seq < closed.seq;
  expect(answers.every((answer) => !answer.ok || isBefore(answer))).toBe(true);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
  expect(new Set(refused).size).toBeLessThanOrEqual(1);
  const acknowledged = answers.flatMap((answer, index) =>
    answer.ok ? [ids.person(index + 1)] : [],
  );
  // it goes first in the next batch: before it at most the batch answered and the one then in flight
  expect(acknowledged.length).toBeLessThanOrEqual(500);
  expect([...(await votesCounted()).keys()].sort()).toEqual(acknowledged.sort());
  const state = await node.door.meeting(ids.meeting);
  const ballot = state?.meeting.ballots.ballots[ids.ballot(1)];
  if (ballot?.state !== "closed") throw new Error("the ballot is closed");
  expect(ballot.result.tally.not_answered).toBe(size - acknowledged.length);
});

test("what is heard after commit comes in order, once, and only what was committed", async () => {
  await openBallot(node, 30);
  const heard: number[] = [];
  node.door.onCommitted(({ recorded }) => heard.push(...recorded.map(({ seq }) => seq)));
  await Promise.all(Array.from({ length: 30 }, (_, n) => node.ask(vote("yes"), ids.person(n + 1))));
  await node.ask(vote("yes"), people.stranger);
  expect(heard).toHaveLength(30);
  expect(heard).toEqual([...heard].sort((a, b) => a - b));
});

test("a node hears what another one commits, in order, though nobody gives it a command", async () => {
  await openBallot(node, 3);
  const other = await openNode(copy);
  await other.door.meeting(ids.meeting);
  const heard: number[] = [];
  const told = new Promise<void>((resolve) => {
    other.door.onCommitted(({ after }) => {
      heard.push(after.head.seq);
      if (after.meeting?.ballots.ballots[ids.ballot(1)]?.state === "closed") resolve();
    });
  });
  await node.must(vote("yes"), ids.person(2));
  const { seq } = await node.must(closeBallot, people.chair);
  await told;
  expect(heard.at(-1)).toBe(seq);
  expect(heard).toEqual([...new Set(heard)].sort((a, b) => a - b));
  await other.close();
});

test("after notAfter nothing happens, but what was done before is answered as it was", async () => {
  await openBallot(node, 3);
  const past = { notAfter: "2020-01-01T00:00:00.000Z" as never };
  const given = command(vote("yes"));
  expect(await node.door.execute(given, member(2), past)).toMatchObject({
    ok: false,
    refusal: { code: "too_late" },
  });
  expect(await votesCounted()).toEqual(new Map());
  const first = await node.door.execute(given, member(2));
  expect(first.ok).toBe(true);
  expect(await node.door.execute(given, member(2), past)).toEqual(first);
});
