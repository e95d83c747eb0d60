/** What anybody can do to the live wire by hand: it answers, refuses, and stays up. */
import { createRequire } from "node:module";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { RawSocket } from "../../bench/raw-socket";
import { clientMessages, limits } from "../../domain/protocol";
import { instantOf } from "../../domain/text";
import { LiveCabinet } from "../support/live-cabinet";
import { anOpenBallot, aSitting, canary, type Sitting } from "../support/sitting";

let cabinet: LiveCabinet;
let sitting: Sitting;
let cookies: { member: string; observer: string };
const sockets: RawSocket[] = [];

beforeAll(async () => {
  cabinet = await LiveCabinet.open();
});
beforeEach(async () => {
  sitting = await aSitting(cabinet, { members: 5, observers: 1 });
  const [member = "", observer = ""] = await cabinet.signIn([
    sitting.members[1] ?? sitting.chair,
    sitting.observers[0] ?? sitting.chair,
  ]);
  cookies = { member, observer };
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});
afterAll(async () => {
  await cabinet.close();
});

async function connect(cookie: string | null = cookies.member): Promise<RawSocket> {
  const socket = await RawSocket.connect(cabinet.address, cookie);
  sockets.push(socket);
  return socket;
}

const clock = (socket: RawSocket) => socket.ask("clock", { used: false });
const move = (where: string) => ({
  type: "presence.record",
  meetingId: sitting.meetingId,
  invitationId: sitting.memberships[4],
  where,
});

describe("the handshake", () => {
  test("without a session is refused", async () => {
    await expect(connect(null)).rejects.toThrow("unauthenticated");
    await expect(connect("session=nonsense")).rejects.toThrow("unauthenticated");
  });

  test("of another version is refused, so that the page loads itself anew", async () => {
    const other = RawSocket.connect(cabinet.address, cookies.member, { protocol: 0 });
    await expect(other).rejects.toThrow("protocol_version");
    const none = RawSocket.connect(cabinet.address, cookies.member, {});
    await expect(none).rejects.toThrow("protocol_version");
  });

  test("from a foreign page is refused before the upgrade", async () => {
    const origin = "https://evil.example";
    const url = `${cabinet.address}/socket.io/?EIO=4&transport=polling`;
    const foreign = await fetch(url, { headers: { origin, cookie: cookies.member } });
    expect(foreign.status).toBe(403);
    const own = await fetch(url, { headers: { origin: cabinet.address, cookie: cookies.member } });
    expect(own.status).toBe(200);
  });

  test("of many at once is let in a hundred at a time, and all come in", async () => {
    const storm = await Promise.all(Array.from({ length: 300 }, () => connect()));
    const answers = await Promise.all(
      storm.map((socket) => socket.ask("join", { meetingId: sitting.meetingId })),
    );
    expect(answers.every((answer) => clientMessages.join.answer.parse(answer).ok)).toBe(true);
  }, 20_000);
});

describe("a payload", () => {
  const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  const wrong = fc.oneof(
    fc.jsonValue(),
    fc
      .constantFrom(
        '{"__proto__": {"admin": true}}',
        '{"constructor": {"prototype": {"admin": true}}}',
        deep(2_000),
        `{"command": ${deep(500)}, "notAfter": "x"}`,
        '{"meetingId": {"toString": null}}',
      )
      .map((text): unknown => JSON.parse(text)),
    fc.record({
      command: fc.record({ id: fc.string(), type: fc.constantFrom("ballot.vote", "x") }),
      notAfter: fc.oneof(fc.string(), fc.constant(instantOf(new Date()))),
    }),
  );

  test("of any kind, to any message, is answered and crashes nothing", async () => {
    let socket = await connect();
    let said = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("join", "leave", "command", "clock", "x"),
        wrong,
        async (name, payload) => {
          // a fresh line before the flood limit speaks
          if (++said % 50 === 0) socket = await connect();
          const answer = await socket.ask(name, payload);
          expect(answer).toMatchObject({ ok: name === "clock" ? expect.any(Boolean) : false });
        },
      ),
      { numRuns: 300 },
    );
    expect(await clock(await connect())).toMatchObject({ ok: true });
  }, 20_000);

  test("that is no packet at all ends at most its own line", async () => {
    const texts = [
      "42",
      "42[",
      "42[]",
      "42[1]",
      "42{}",
      '42["join"]',
      '42["join",null]',
      '421["join"]',
      '42["disconnect"]',
      '42["connect"]',
      '42["__proto__",{}]',
      '42["constructor"]',
      "43",
      "439[]",
      "4",
      "9",
      "",
      "41",
      '51-["join",{"_placeholder":true,"num":0}]',
      '451-["join",{"_placeholder":true,"num":9}]',
      "40{",
      `42["join",${deep(100_000)}]`,
    ];
    for (const text of texts) (await connect()).write(text);
    expect(await clock(await connect())).toMatchObject({ ok: true });
  }, 20_000);

  test("without an acknowledgement is not heard, with a missing payload is refused", async () => {
    const socket = await connect();
    socket.write('42["command",{"command":{},"notAfter":1}]');
    socket.write('42["clock"]');
    expect(await socket.ask("clock")).toMatchObject({ ok: false, refusal: { code: "invalid" } });
  });

  test("over the limit is refused in words, and the line stays up", async () => {
    const socket = await connect();
    const command = { id: "x", type: "x", text: "a".repeat(limits.messageBytes) };
    const notAfter = instantOf(new Date());
    expect(await socket.ask("command", { command, notAfter })).toMatchObject({
      ok: false,
      commandId: null,
      refusal: { code: "invalid" },
    });
    expect(await clock(socket)).toMatchObject({ ok: true });
  });
});

test("who says too much is told so, and cut off when it goes on", async () => {
  const socket = await connect();
  const answers = await Promise.all(Array.from({ length: 150 }, () => clock(socket)));
  const refused = answers.filter((answer) => JSON.stringify(answer).includes("rate_limited"));
  expect(refused.length).toBeGreaterThan(50);
  for (let count = 0; count < 400; count++) void clock(socket);
  await vi.waitFor(() => expect(socket.isOpen).toBe(false), 2_000);
});

test("a socket dies within a second of its session's end, and says why", async () => {
  const socket = await connect();
  const heard: string[] = [];
  socket.onEvent = (text) => heard.push(text);
  const session = await cabinet.sessions.authenticate({ cookie: cookies.member });
  await cabinet.sessions.end(session?.sessionId ?? "");
  await vi.waitFor(() => expect(socket.isOpen).toBe(false), 1_000);
  expect(heard).toContain('42["session_ended",{}]');
  await expect(connect()).rejects.toThrow("unauthenticated");
});

test("an observer never receives a word of what is closed, nor a direction before it is declared", async () => {
  const socket = await connect(cookies.observer);
  const office = (await cabinet.signIn([sitting.secretary]))[0] ?? "";
  const desk = await connect(office);
  const frames: string[] = [];
  const ofDesk: string[] = [];
  socket.onFrame = (text) => frames.push(text);
  desk.onFrame = (text) => ofDesk.push(text);
  const { meetingId, chair, secretary, closed } = sitting;
  expect(await socket.ask("join", { meetingId })).toMatchObject({ ok: true });
  expect(await desk.ask("join", { meetingId })).toMatchObject({ ok: true });

  const by = { ballotId: await anOpenBallot(cabinet, sitting), meetingId };
  for (const personId of sitting.members)
    await cabinet.must(personId, { type: "ballot.vote", ...by, answer: "no" });
  await cabinet.must(chair, { type: "ballot.close", ...by });
  await vi.waitFor(() => expect(frames.join()).toContain('"value":"closed"'), 2_000);
  const told = frames.join();
  expect(told).toContain("castCount");
  expect(told).not.toContain('"not_answered"');
  expect(told).not.toMatch(/"answer":/);
  await cabinet.must(chair, { type: "ballot.declare", ...by });
  await cabinet.must(chair, { type: "item.suspend", meetingId, itemId: sitting.open });
  await cabinet.must(chair, { type: "item.call", meetingId, itemId: closed });
  await cabinet.must(secretary, move("away"));
  const awayAt = (texts: string[]) => texts.some((text) => text.includes('"away"'));
  await vi.waitFor(() => expect([awayAt(frames), awayAt(ofDesk)]).toEqual([true, true]), 2_000);
  // the desk shows that there was something to receive
  expect(ofDesk.join()).toContain(canary);
  expect(frames.join()).not.toContain(canary);
  expect(frames.join()).not.toContain(closed);
});

test("a slow reader is cut before its backlog grows past bounds, and comes back by its seq", async () => {
  const office = (await cabinet.signIn([sitting.secretary]))[0] ?? "";
  const slow = await connect(office);
  const { meetingId, secretary } = sitting;
  const joined = clientMessages.join.answer.parse(await slow.ask("join", { meetingId }));
  slow.pause();
  const wordy = (n: number) => ({
    type: "agenda.add_item",
    meetingId,
    itemId: crypto.randomUUID(),
    parent: null,
    content: {
      title: { vi: `${n} ${"Đề án ".repeat(70)}`, en: `${n} ${"scheme ".repeat(65)}` },
      purpose: "inform",
      treatment: "debate",
      closed: false,
      grade: null,
      leadAgency: null,
      presenter: null,
      minutes: 5,
      openToObservers: false,
    },
  });
  // each whole join is an answer that is not read: the cheapest way to ask for much
  for (let n = 0; n < 60; n++) await cabinet.must(secretary, wordy(n));
  const flood = setInterval(() => {
    for (let n = 0; n < 4; n++) slow.write(`42${n}["join",{"meetingId":"${meetingId}"}]`);
  }, 100);
  await vi.waitFor(() => expect(cabinet.live.size).toBe(0), { timeout: 30_000, interval: 100 });
  clearInterval(flood);

  const back = await connect(office);
  const view = joined.ok && "view" in joined ? joined.view : null;
  const again = await back.ask("join", { meetingId, seq: view?.seq, audience: view?.audience });
  expect(again).toMatchObject({ ok: true, changes: expect.any(Array) });
}, 60_000);

test("a packet to an audience is framed once, however many receive it", async () => {
  const require = createRequire(import.meta.url);
  const senderOf = (from: string) =>
    createRequire(require.resolve(from))("ws").Sender as { frame: (...given: never[]) => unknown };
  const followers = await Promise.all(Array.from({ length: 10 }, () => connect()));
  await Promise.all(followers.map((each) => each.ask("join", { meetingId: sitting.meetingId })));
  const received = followers.map(
    (each) =>
      new Promise<void>((resolve) => {
        each.onEvent = (text) => {
          if (text.startsWith('42["changes"')) resolve();
        };
      }),
  );
  const once = vi.spyOn(senderOf("socket.io-adapter"), "frame");
  const perSocket = vi.spyOn(senderOf("engine.io"), "frame");
  await cabinet.must(sitting.secretary, move("away"));
  await Promise.all(received);
  const framed = (spy: typeof once) =>
    spy.mock.calls.filter(([data]) => String(data).startsWith('42["changes"')).length;
  expect([framed(once), framed(perSocket)]).toEqual([1, 0]);
  once.mockRestore();
  perSocket.mockRestore();
});
