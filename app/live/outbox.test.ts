import { beforeEach, describe, expect, test, vi } from "vitest";
import { BallotId, CommandId, MeetingId } from "../../domain/ids";
import type { Answer } from "../../domain/protocol";
import { Instant } from "../../domain/text";
import { type Envelope, Outbox } from "./outbox";

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString().padStart(12, "0")}`;
const vote = {
  type: "ballot.vote",
  meetingId: MeetingId.parse(uuid(1)),
  ballotId: BallotId.parse(uuid(2)),
  answer: "yes",
} as const;
const done = (commandId: CommandId): Answer => ({
  ok: true,
  commandId,
  stream: `meeting:${uuid(1)}`,
  seq: 7,
  at: Instant.parse("2026-11-25T02:00:00.000Z"),
});

/** A line that the test cranks by hand: what was asked waits until it is answered or lost. */
class Line {
  connected = true;
  readonly asked: { id: string; answer: (answer: Answer) => void; lose: () => void }[] = [];
  readonly #watchers = new Set<() => void>();

  onConnected(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  restore(): void {
    this.connected = true;
    for (const watcher of this.#watchers) watcher();
  }

  ask(_name: "command", { command }: { command: object }): Promise<Answer> {
    const { id } = command as { id: CommandId };
    return new Promise((answer, fail) => {
      this.asked.push({ id, answer, lose: () => fail(new Error("lost")) });
    });
  }
}

let stored: string | null;
let line: Line;
let http: ReturnType<typeof vi.fn<(envelope: Envelope) => Promise<Answer | null>>>;

const open = () => {
  const outbox = new Outbox({
    store: {
      read: () => stored,
      write: (text) => {
        stored = text;
      },
    },
    roads: { live: line, http },
    now: () => Date.now(),
  });
  outbox.open();
  return outbox;
};
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-25T02:00:00Z") });
  stored = null;
  line = new Line();
  http = vi.fn(() => Promise.resolve(null));
  return () => vi.useRealTimers();
});

describe("a command on its way", () => {
  test("is pending until its answer, and only then settled", async () => {
    const outbox = open();
    let answer: Answer | null = null;
    void outbox.send(vote).then((given) => {
      answer = given;
    });
    await settle();
    expect(outbox.pending()).toHaveLength(1);
    expect(answer).toBeNull();
    const [asked] = line.asked;
    asked?.answer(done(CommandId.parse(asked.id)));
    await settle();
    expect(answer).toMatchObject({ ok: true, seq: 7 });
    expect(outbox.pending()).toHaveLength(0);
  });

  test("whose answer was lost is asked again with the same id", async () => {
    const outbox = open();
    const answer = outbox.send(vote);
    line.asked[0]?.lose();
    await vi.advanceTimersByTimeAsync(1_000);
    const [first, second] = line.asked;
    expect(second?.id).toBe(first?.id);
    second?.answer(done(CommandId.parse(second.id)));
    expect(await answer).toMatchObject({ ok: true });
  });

  test("given while the line is down goes out when it is up again", async () => {
    line.connected = false;
    const outbox = open();
    void outbox.send(vote);
    await settle();
    expect(line.asked).toHaveLength(0);
    line.restore();
    await settle();
    expect(line.asked).toHaveLength(1);
  });

  test("takes the other road when sockets stay down", async () => {
    line.connected = false;
    http.mockImplementation(({ command }) => Promise.resolve(done(command.id)));
    const answer = open().send(vote);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await answer).toMatchObject({ ok: true });
  });

  test("survives a reload and is repeated with the same id", async () => {
    const first = open();
    void first.send(vote);
    await settle();
    first.close();
    line = new Line();
    const second = open();
    await settle();
    expect(second.pending().map(({ command }) => command.id)).toEqual(
      line.asked.map(({ id }) => id),
    );
    expect(line.asked).toHaveLength(1);
  });

  test("that never left is given up in time, one that did is asked until the server says", async () => {
    line.connected = false;
    const outbox = open();
    const never = outbox.send(vote, { withinMs: 1_000 });
    await vi.advanceTimersByTimeAsync(2_500);
    expect(await never).toMatchObject({ ok: false, refusal: { code: "too_late" } });

    line.restore();
    const sent = outbox.send(vote, { withinMs: 1_000 });
    await settle();
    line.asked[0]?.lose();
    await vi.advanceTimersByTimeAsync(5_000);
    const last = line.asked.at(-1);
    expect(last?.id).toBe(line.asked[0]?.id);
    last?.answer(done(CommandId.parse(last.id)));
    expect(await sent).toMatchObject({ ok: true });
  });

  test("answered with not now is no answer", async () => {
    const outbox = open();
    const answer = outbox.send(vote);
    const [asked] = line.asked;
    const commandId = CommandId.parse(asked?.id);
    asked?.answer({ ok: false, commandId, refusal: { code: "busy" } });
    await vi.advanceTimersByTimeAsync(1_000);
    line.asked[1]?.answer(done(commandId));
    expect(await answer).toMatchObject({ ok: true });
  });

  test("is not confused by foreign text in the store", () => {
    stored = '{"half';
    expect(open().pending()).toEqual([]);
    stored = '[{"command": 1}]';
    expect(open().pending()).toEqual([]);
  });
});
