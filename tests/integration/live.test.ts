/** The live side over real sockets, on a real PostgreSQL, with the product's own client. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { dayIn, standingOf } from "../../domain/bodies";
import { MeetingId, PersonId } from "../../domain/ids";
import type { MeetingView } from "../../domain/meetings";
import { isSame } from "../../domain/protocol";
import { instantOf } from "../../domain/text";
import { viewOf } from "../../domain/visibility";
import { Device, emptyView } from "../support/devices";
import { TestLine } from "../support/line";
import { LiveCabinet } from "../support/live-cabinet";
import { expectOnConsole } from "../support/quiet-console";
import { anOpenBallot, aSitting, type Sitting } from "../support/sitting";

let cabinet: LiveCabinet;
let sitting: Sitting;
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  cabinet = await LiveCabinet.open();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(async () => {
  await cabinet.close();
});

async function sit(): Promise<void> {
  sitting = await aSitting(cabinet, { members: 5, observers: 2 });
}

async function device(personId: PersonId, address = cabinet.address): Promise<Device> {
  const [cookie = ""] = await cabinet.signIn([personId]);
  const made = new Device(address, cookie, emptyView(sitting.meetingId));
  closing.push(() => made.close());
  return made;
}

async function line(
  ...proxy: Parameters<typeof TestLine.to> extends [string, (infer P)?] ? [P?] : never
) {
  const made = await TestLine.to(cabinet.address, ...proxy);
  closing.push(() => made.close());
  return made;
}

const hasView = ({ view }: Device) => view.seq > 0;
const ready = async (...devices: Device[]) => {
  await Promise.all(devices.map((each) => each.until("a first view", hasView)));
};
const member = (n: number): PersonId => sitting.members[n] ?? sitting.chair;
const presence = (n: number, where: string) => ({
  type: "presence.record",
  meetingId: sitting.meetingId,
  invitationId: sitting.memberships[n],
  where,
});

/** What the rules say this person sees now, read from the door. */
async function truth(personId: PersonId): Promise<MeetingView | null> {
  const found = await cabinet.door.meeting(sitting.meetingId);
  if (found === null) return null;
  const { meeting, body } = found;
  const day = dayIn(body.timeZone, instantOf(new Date()));
  return JSON.parse(JSON.stringify(viewOf(meeting, standingOf(body, personId, day))));
}

async function seesTheTruth(each: Device, personId: PersonId): Promise<void> {
  const wanted = await truth(personId);
  const same = ({ view }: Device) => isSame({ ...view, seq: 0 }, { ...wanted, seq: 0 });
  await each.until("the truth", same).catch(() => undefined);
  expect({ ...each.view, seq: 0 }).toEqual({ ...wanted, seq: 0 });
}

describe("in the room", () => {
  test("a vote reaches the voter's other device with its receipt, and everybody as one more answer", async () => {
    await sit();
    const [first, second, chair] = await Promise.all([
      device(member(1)),
      device(member(1)),
      device(sitting.chair),
    ]);
    const observer = await device(sitting.observers[0] ?? sitting.chair);
    await ready(first, second, chair, observer);
    const ballotId = await anOpenBallot(cabinet, sitting);
    const opened = ({ view }: Device) => view.shared.ballots.some(({ state }) => state === "open");
    await Promise.all([first, second, chair, observer].map((one) => one.until("open", opened)));

    const vote = { type: "ballot.vote", ballotId, answer: "no" } as const;
    const answer = await first.outbox.send({ ...vote, meetingId: sitting.meetingId });
    expect(answer).toMatchObject({ ok: true, receipt: { hash: expect.any(String) } });
    await second.until("the own vote", ({ view }) => view.me.votes[ballotId] !== undefined);
    const receipt = answer.ok ? answer.receipt : undefined;
    expect(second.view.me.votes[ballotId]).toMatchObject({ answer: "no", ...receipt });
    for (const one of [chair, observer]) {
      await one.until("one answer", ({ view }) => view.shared.ballots[0]?.castCount === 1);
      expect(JSON.stringify(one.view.shared.ballots)).not.toContain('"answer":"no"');
    }
    expect(chair.view.shared.ballots[0]?.answered).toEqual([member(1)]);
    expect(observer.view.shared.ballots[0]?.answered).toBeNull();
    await seesTheTruth(observer, sitting.observers[0] ?? sitting.chair);
  });

  test("who was cut off sees on return exactly what the others see", async () => {
    await sit();
    const bad = await line();
    const away = await device(member(2), bad.address);
    const there = await device(member(3));
    await ready(away, there);
    const { seq } = away.view;
    bad.cut();
    await away.until("the loss", ({ line: { connected } }) => !connected);
    const ballotId = await anOpenBallot(cabinet, sitting);
    for (let n = 0; n < 20; n++)
      await cabinet.must(sitting.secretary, presence(4, n % 2 === 0 ? "away" : "room"));
    const close = { meetingId: sitting.meetingId, ballotId };
    await cabinet.must(sitting.chair, { type: "ballot.close", ...close });
    await cabinet.must(sitting.chair, { type: "ballot.declare", ...close });
    await there.until("declared", ({ view }) => view.shared.ballots[0]?.state === "declared");
    expect(away.view.seq).toBe(seq);
    bad.restore();
    await away.until("declared", ({ view }) => view.shared.ballots[0]?.state === "declared");
    expect(away.view.shared).toEqual(there.view.shared);
    await seesTheTruth(away, member(2));
  });

  test("a vote pressed in a dead spot counts once, when the line is back", async () => {
    await sit();
    const bad = await line();
    const voter = await device(member(1), bad.address);
    await ready(voter);
    const ballotId = await anOpenBallot(cabinet, sitting);
    await voter.until("open", ({ view }) => view.shared.ballots[0]?.state === "open");
    // the vote leaves, its answer does not come back
    bad.hold();
    const { meetingId } = sitting;
    const answer = voter.outbox.send({ type: "ballot.vote", meetingId, ballotId, answer: "yes" });
    expect(voter.view.me.votes).toEqual({});
    bad.cut();
    bad.release();
    bad.restore();
    const given = await answer;
    expect(given).toMatchObject({ ok: true });
    await seesTheTruth(voter, member(1));
    const found = await cabinet.door.meeting(meetingId);
    const ballot = found?.meeting.ballots.ballots[ballotId];
    const voters = ballot?.state === "open" ? ballot.roll.filter((_, n) => ballot.votes[n]) : [];
    expect(voters.map(({ personId }) => personId)).toEqual([member(1)]);
  });

  test("a killed server and a restarted one: rooms come back by themselves in under 3 s", async () => {
    await sit();
    const [voter, other] = [await device(member(1)), await device(member(2))];
    await ready(voter, other);
    const ballotId = await anOpenBallot(cabinet, sitting);
    await voter.until("open", ({ view }) => view.shared.ballots[0]?.state === "open");
    const { meetingId } = sitting;
    const first = await voter.outbox.send({
      type: "ballot.vote",
      meetingId,
      ballotId,
      answer: "yes",
    });
    await cabinet.crash();
    const unanswered = other.outbox.send({
      type: "ballot.vote",
      meetingId,
      ballotId,
      answer: "no",
    });
    await cabinet.start();
    const startedAt = Date.now();
    await Promise.all(
      [voter, other].map((one) =>
        one.until("the line", ({ line: { connected } }) => connected, 3_000),
      ),
    );
    expect(await unanswered).toMatchObject({ ok: true });
    expect(Date.now() - startedAt).toBeLessThan(3_000);
    await seesTheTruth(voter, member(1));
    await seesTheTruth(other, member(2));
    expect(voter.view.me.votes[ballotId]?.hash).toBe(first.ok && first.receipt?.hash);
    await cabinet.restart();
    await voter.until("the line", ({ line: { connected } }) => connected, 5_000);
  }, 20_000);
});

describe("what a viewer may see", () => {
  test("a lost role empties the room at once, a lost seat in the office leaves the member's view", async () => {
    await sit();
    const { bodyId, grants, chair, meetingId } = sitting;
    const [secretary, head] = [await device(sitting.secretary), await device(chair)];
    await ready(secretary, head);
    expect(secretary.view.shared.office).not.toBeNull();
    const today = dayIn("Asia/Ho_Chi_Minh", instantOf(new Date()));
    const installer = { kind: "system", name: "installer" } as const;
    const revoke = { type: "role.revoke", bodyId, grantId: grants.secretary, to: today };
    await cabinet.must(installer, revoke);
    await secretary.until("gone", ({ store }) => store.gone());

    // the chair hands the meeting over, and then sees what a member of that role sees
    const hand = { type: "presiding.assign", meetingId, itemId: null };
    await cabinet.must(chair, { ...hand, personId: member(1) });
    const deputy = await device(member(1));
    await deputy.until(
      "the desk",
      ({ view }) => view.shared?.office !== undefined && view.shared.office !== null,
    );
    await cabinet.must(chair, { ...hand, personId: null });
    await deputy.until("a reset", ({ view }) => view.shared.office === null);
    await seesTheTruth(deputy, member(1));
  });

  test("a meeting that is not there and one that is not yours get the same answer", async () => {
    await sit();
    const stranger = await device(PersonId.parse(crypto.randomUUID()));
    await stranger.until("gone", ({ store }) => store.gone());
    await stranger.until("the line", ({ line: { connected } }) => connected);
    const nowhere = MeetingId.parse(crypto.randomUUID());
    const [yours, missing] = [
      await stranger.line.ask("join", { meetingId: sitting.meetingId }),
      await stranger.line.ask("join", { meetingId: nowhere }),
    ];
    expect(yours).toEqual(missing);
  });
});

test("a session's end elsewhere is said on this device, which then stays away", async () => {
  await sit();
  const [cookie = ""] = await cabinet.signIn([member(1)]);
  const there = new Device(cabinet.address, cookie, emptyView(sitting.meetingId));
  closing.push(() => there.close());
  await ready(there);
  const session = await cabinet.sessions.authenticate({ cookie });
  await cabinet.sessions.end(session?.sessionId ?? "");
  await there.until("the end", ({ line }) => line.snapshot().sessionEnded, 1_000);
  expect(there.line.connected).toBe(false);
  expect(there.store.gone()).toBe(false);
});

test("while PostgreSQL is away a room is not taken for gone, and comes up when it is back", async () => {
  await sit();
  const [cookie = ""] = await cabinet.signIn([member(1)]);
  await cabinet.crash();
  let isAway = true;
  const { door } = cabinet;
  const reading = door.meeting;
  // stands for the moment in which the database restarts; killing it is tested in crash.test.ts
  door.meeting = (id) => (isAway ? Promise.reject(new Error("the database is away")) : reading(id));
  expectOnConsole(/the database is away/);
  await cabinet.start();
  const there = new Device(cabinet.address, cookie, emptyView(sitting.meetingId));
  closing.push(() => there.close());
  await there.until("the line", ({ line: { connected } }) => connected);
  await expect(there.line.ask("join", { meetingId: sitting.meetingId })).resolves.toMatchObject({
    ok: false,
    refusal: { code: "busy" },
  });
  expect(there.store.gone()).toBe(false);
  isAway = false;
  await there.until("a first view", hasView, 3_000);
});
