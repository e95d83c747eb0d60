/** The room behind the proxies that ministries have, with the product's own client. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Device, emptyView } from "../support/devices";
import { type Between, TestLine } from "../support/line";
import { LiveCabinet } from "../support/live-cabinet";
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

async function room(proxy: Between) {
  sitting = await aSitting(cabinet, { members: 5, observers: 0 });
  const between = await TestLine.to(cabinet.address, proxy);
  closing.push(() => between.close());
  const [cookie = ""] = await cabinet.signIn([sitting.members[1] ?? sitting.chair]);
  const startedAt = performance.now();
  const there = new Device(between.address, cookie, emptyView(sitting.meetingId));
  closing.push(() => there.close());
  await there.until("a first view", ({ view }) => view.seq > 0);
  return { there, between, tookMs: performance.now() - startedAt };
}

async function followsWithin(there: Device, ms: number): Promise<void> {
  await cabinet.must(sitting.secretary, {
    type: "presence.record",
    meetingId: sitting.meetingId,
    invitationId: sitting.memberships[4],
    where: "away",
  });
  const isAway = ({ view }: Device) => view.shared.seats[4]?.presence.state === "away";
  await there.until("the news", isAway, ms);
}

test.each([
  ["that refuses sockets", { refusesUpgrades: true }],
  ["that swallows requests for sockets", { swallowsUpgrades: true }],
  ["that holds responses back until they are complete", { buffersResponses: true }],
])(
  "behind a proxy %s the room works within 2 s and says that it is slow",
  async (_name, proxy) => {
    const { there, tookMs } = await room(proxy);
    expect(tookMs).toBeLessThan(3_000);
    await followsWithin(there, 2_000);
    expect(there.line.snapshot()).toMatchObject({ state: "slow", road: "polling" });
    const ballotId = await anOpenBallot(cabinet, sitting);
    await there.until("open", ({ view }) => view.shared.ballots[0]?.state === "open", 2_000);
    const { meetingId } = sitting;
    const vote = { type: "ballot.vote", meetingId, ballotId, answer: "yes" } as const;
    expect(await there.outbox.send(vote)).toMatchObject({ ok: true });
  },
  20_000,
);

test("behind a proxy that cuts idle lines the line is kept from being idle", async () => {
  const { there, between } = await room({ cutsIdleAfterMs: 12_000 });
  const { opened } = between;
  await there.until("two pings", ({ line }) => line.now() > 0 && pings(there) >= 2, 25_000);
  expect(between.opened).toBe(opened);
  await followsWithin(there, 2_000);
  expect(there.line.snapshot()).toMatchObject({ state: "online", road: "websocket" });
}, 40_000);

/** How often the line was looked at after the first round of pings, as its latency tells. */
const seen = new WeakMap<Device, { last: number | null; count: number; since: number }>();
function pings(device: Device): number {
  const known = seen.get(device) ?? { last: null, count: 0, since: performance.now() };
  const { latencyMs } = device.line.snapshot();
  if (latencyMs !== known.last && performance.now() - known.since > 2_000) known.count += 1;
  seen.set(device, { ...known, last: latencyMs });
  return known.count;
}
