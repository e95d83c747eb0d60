/** Makes snapshots of documents whose log has grown, one at a time and in a process of its own. */
import type { MeetingId, PersonId } from "../../domain/ids";
import { logFailure } from "../log";
import type { Channel } from "./channels";
import type { MarksTables } from "./store";
import { TaskLost, type Tasks } from "./tasks";

/** A document is merged when its log is as long as its snapshot has marks: the cost stays in proportion. */
const leastTail = 128;
/** Openers and writers come first: it waits for a rest from writing, but not for ever. */
const pauseMs = 50;
const restMs = 100;
const mostWaitMs = 2_000;

/** `channel` where it is open on this node */
export type Due = {
  channelId: number;
  meetingId: MeetingId;
  owner: PersonId;
  channel: Channel | null;
};

export class Compaction {
  readonly #tables: MarksTables;
  readonly #tasks: Tasks;
  readonly #historyDays: (meetingId: MeetingId) => Promise<number>;
  readonly #restedMs: () => number;
  readonly #due = new Map<string, Due>();
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(
    tables: MarksTables,
    tasks: Tasks,
    told: {
      historyDays: (meetingId: MeetingId) => Promise<number>;
      /** for how long nothing has been written */
      restedMs: () => number;
    },
  ) {
    this.#tables = tables;
    this.#tasks = tasks;
    this.#historyDays = told.historyDays;
    this.#restedMs = told.restedMs;
  }

  /** Looks whether the document's log has grown long. */
  consider(channel: Channel, owner: PersonId, { tail, marks }: { tail: number; marks: number }) {
    if (tail < Math.max(leastTail, marks)) return;
    this.due({ channelId: channel.id, meetingId: channel.meetingId, owner, channel });
  }

  /** Whatever its length. */
  due(one: Due): void {
    if (this.#stopped) return;
    this.#due.set(`${one.channelId}/${one.owner}`, one);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when nothing is due any more. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#due.clear();
    await this.#running;
  }

  async #run(): Promise<void> {
    for (;;) {
      await this.#rest();
      const next = this.#next();
      if (next === null) return;
      try {
        await this.#compact(next);
      } catch (error) {
        // the log has it all; it is tried again when it has grown further
        if (!(this.#stopped && error instanceof TaskLost))
          logFailure("A document of marks could not be merged.", error);
      }
    }
  }

  async #rest(): Promise<void> {
    const until = Date.now() + mostWaitMs;
    do await new Promise((resolve) => setTimeout(resolve, pauseMs));
    while (!this.#stopped && this.#restedMs() < restMs && Date.now() < until);
  }

  #next(): Due | null {
    const [first] = this.#due;
    if (first === undefined) return null;
    this.#due.delete(first[0]);
    return first[1];
  }

  async #compact({ channelId, meetingId, owner, channel }: Due): Promise<void> {
    const { snapshot, updates } = await this.#tables.document(channelId, owner);
    if (updates.length > 0) {
      const merged = await this.#tasks.merge(owner, snapshot, updates);
      const from = snapshot?.seq ?? 0;
      if (!(await this.#tables.keepSnapshot(channelId, owner, from, merged))) return;
      const sheet = await channel?.sheet(owner);
      if (sheet !== undefined) {
        sheet.tail = Math.max(0, sheet.tail - updates.length);
        sheet.marks = merged.marks;
        sheet.bytes = merged.bytes.length;
        sheet.snapshotSeq = merged.seq;
      }
    }
    await this.#tables.forget(channelId, owner, await this.#historyDays(meetingId));
  }
}
