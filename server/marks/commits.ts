/**
 * Writes what was accepted: one statement per window, one under way at a time, and after its commit one packet per
 * room. (A window of 2 ms; none at all made batches too small and halved the throughput, engineering/realtime.md §3.)
 */
import type { PersonId } from "../../domain/ids";
import type { Message } from "../../domain/protocol";
import { logFailure } from "../log";
import type { Channel } from "./channels";
import type { MarksTables, Write } from "./store";

const windowMs = 2;
/** After so long without a commit there is nothing to wait for. */
const quietMs = 20;
const most = { updates: 1_000, bytes: 1_000_000 };
/** Accepted and not yet written; more is turned away. */
const mostWaitingBytes = 32_000_000;

export type Accepted = {
  channel: Channel;
  owner: PersonId;
  author: PersonId;
  clientId: number;
  clock: number;
  bytes: Buffer;
};

type Waiting = Accepted & { resolve: (seq: number) => void; reject: (error: Error) => void };

/** It is not known whether it was written: sent again, it is found out. */
export class NotWritten extends Error {}

export type Broadcast = (room: string, packet: Message<"marks">) => void;

export class Commits {
  readonly #tables: MarksTables;
  readonly #broadcast: Broadcast;
  readonly #written: (channel: Channel, owner: PersonId, count: number) => void;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #timer: NodeJS.Timeout | null = null;
  #underWay: Promise<void> | null = null;
  #endedAt = 0;
  #stopped = false;

  constructor(
    tables: MarksTables,
    broadcast: Broadcast,
    written: (channel: Channel, owner: PersonId, count: number) => void,
  ) {
    this.#tables = tables;
    this.#broadcast = broadcast;
    this.#written = written;
  }

  /**
   * The update's place in the log, once it is on disk.
   * @throws NotWritten
   */
  add(accepted: Accepted): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#stopped || this.#waitingBytes > mostWaitingBytes) {
        reject(new NotWritten("The log takes no more now."));
        return;
      }
      accepted.channel.waiting += 1;
      this.#waitingBytes += accepted.bytes.length;
      this.#waiting.push({ ...accepted, resolve, reject });
      this.#soon();
    });
  }

  /** Writes what waits, and takes nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    while (this.#waiting.length > 0 || this.#underWay !== null) {
      this.#flush();
      await this.#underWay;
    }
  }

  #soon(): void {
    if (this.#timer !== null || this.#underWay !== null) return;
    const isQuiet = Date.now() - this.#endedAt > quietMs;
    this.#timer = setTimeout(() => this.#flush(), isQuiet ? 0 : windowMs);
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#underWay !== null || this.#waiting.length === 0) return;
    const batch = this.#take();
    this.#underWay = this.#write(batch).finally(() => {
      this.#underWay = null;
      this.#endedAt = Date.now();
      if (this.#waiting.length > 0) this.#soon();
    });
  }

  #take(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const waiting of this.#waiting) {
      if (count === most.updates || (count > 0 && bytes + waiting.bytes.length > most.bytes)) break;
      bytes += waiting.bytes.length;
      count += 1;
    }
    this.#waitingBytes -= bytes;
    return this.#waiting.splice(0, count);
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const before = new Map<Channel, number>();
    const writes = batch.map(({ channel, owner, author, clientId, clock, bytes }): Write => {
      if (!before.has(channel)) before.set(channel, channel.seq);
      channel.seq += 1;
      return { channel: channel.id, seq: channel.seq, owner, author, clientId, clock, bytes };
    });
    try {
      await this.#tables.append(writes);
    } catch (error) {
      logFailure("Marks could not be written.", error, { updates: batch.length });
      await this.#failed(batch, [...before.keys()]);
      return;
    }
    for (const [channel, from] of before) this.#tell(channel, from, batch, writes);
    for (const [at, waiting] of batch.entries()) {
      this.#leave(waiting.channel);
      waiting.resolve(writes[at]?.seq ?? 0);
    }
    for (const [channel, owners] of countsIn(batch))
      for (const [owner, count] of owners) this.#written(channel, owner, count);
  }

  #tell(channel: Channel, from: number, batch: readonly Waiting[], writes: readonly Write[]): void {
    const updates = batch.flatMap(({ channel: its, owner, author, bytes }, at) =>
      its === channel
        ? { seq: writes[at]?.seq ?? 0, owner, author, update: bytes.toString("base64") }
        : [],
    );
    const to = updates.at(-1)?.seq ?? from;
    this.#broadcast(channel.room, { ...channel.key, from, to, updates });
  }

  /** What builds on what failed must not be written either: its writers send all of it again, in order. */
  async #failed(batch: readonly Waiting[], channels: readonly Channel[]): Promise<void> {
    const isLost = ({ channel }: Waiting) => channels.includes(channel);
    const lost = [...batch, ...this.#waiting.filter(isLost)];
    this.#waiting = this.#waiting.filter((waiting) => !isLost(waiting));
    this.#waitingBytes = this.#waiting.reduce((sum, { bytes }) => sum + bytes.length, 0);
    await Promise.all(
      channels.map((channel) =>
        channel.doubt().catch((error: unknown) => {
          // the next writing fails too, and doubts again
          logFailure("The end of a log of marks could not be read.", error);
        }),
      ),
    );
    for (const { channel, reject } of lost) {
      this.#leave(channel);
      reject(new NotWritten("The database did not take it."));
    }
  }

  #leave(channel: Channel): void {
    channel.waiting -= 1;
    channel.idleSince = Date.now();
  }
}

function countsIn(batch: readonly Waiting[]): Map<Channel, Map<PersonId, number>> {
  const counts = new Map<Channel, Map<PersonId, number>>();
  for (const { channel, owner } of batch) {
    const owners = counts.get(channel) ?? new Map<PersonId, number>();
    owners.set(owner, (owners.get(owner) ?? 0) + 1);
    counts.set(channel, owners);
  }
  return counts;
}
