/** Makes snapshots of documents whose log has grown, one at a time and in a process of its own. */
import type { PersonId } from "../../domain/ids";
import { logFailure } from "../log";
import type { Channel } from "./channels";
import type { MarksTables } from "./store";
import { TaskLost, type Tasks } from "./tasks";

/** A document is merged when its log is as long as its snapshot has marks: the cost stays in proportion. */
const leastTail = 128;
/** Openers and writers come first. */
const pauseMs = 50;

type Due = { channel: Channel; owner: PersonId };

export class Compaction {
  readonly #tables: MarksTables;
  readonly #tasks: Tasks;
  readonly #historyDays: number;
  readonly #due = new Map<string, Due>();
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(tables: MarksTables, tasks: Tasks, historyDays: number) {
    this.#tables = tables;
    this.#tasks = tasks;
    this.#historyDays = historyDays;
  }

  /** Looks whether the document's log has grown long. */
  consider(channel: Channel, owner: PersonId, { tail, marks }: { tail: number; marks: number }) {
    if (tail < Math.max(leastTail, marks) || this.#stopped) return;
    this.#due.set(`${channel.id}/${owner}`, { channel, owner });
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
    for (let next = this.#next(); next !== null; next = this.#next()) {
      try {
        await this.#compact(next);
      } catch (error) {
        // the log has it all; it is tried again when it has grown further
        if (!(this.#stopped && error instanceof TaskLost))
          logFailure("A document of marks could not be merged.", error);
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  #next(): Due | null {
    const [first] = this.#due;
    if (first === undefined) return null;
    this.#due.delete(first[0]);
    return first[1];
  }

  async #compact({ channel, owner }: Due): Promise<void> {
    const { snapshot, updates } = await this.#tables.document(channel.id, owner);
    if (updates.length === 0) return;
    const merged = await this.#tasks.merge(owner, snapshot, updates);
    const isKept = await this.#tables.keepSnapshot(channel.id, owner, snapshot?.seq ?? 0, merged);
    if (!isKept) return;
    const sheet = await channel.sheet(owner);
    sheet.tail = Math.max(0, sheet.tail - updates.length);
    sheet.marks = merged.marks;
    sheet.bytes = merged.bytes.length;
    sheet.snapshotSeq = merged.seq;
    await this.#tables.forget(channel.id, owner, this.#historyDays);
  }
}
