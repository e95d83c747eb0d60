/**
 * Writes what was accepted: one statement per window, one under way at a time, and after its commit one packet per
 * room. (A window of 2 ms; none at all made batches too small and halved the throughput, engineering/realtime.md §3.)
 */
import type { PersonId } from "../../domain/ids";
import { logFailure } from "../log";
import type { Channel } from "./channels";
import { type LoggedUpdate, type MarksTables, mostChannelsAtOnce, type Write } from "./store";
import type { Telling } from "./telling";

const windowMs = 2;
/** After so long without a commit there is nothing to wait for. */
const quietMs = 20;
const most = { updates: 1_000, bytes: 1_000_000, channels: mostChannelsAtOnce };
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

export class Commits {
  readonly #tables: MarksTables;
  readonly #telling: Telling;
  readonly #node: string;
  readonly #written: (channel: Channel, owner: PersonId, count: number) => void;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #timer: NodeJS.Timeout | null = null;
  #underWay: Promise<void> | null = null;
  #endedAt = 0;
  #stopped = false;

  constructor(
    tables: MarksTables,
    telling: Telling,
    node: string,
    written: (channel: Channel, owner: PersonId, count: number) => void,
  ) {
    this.#tables = tables;
    this.#telling = telling;
    this.#node = node;
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

  /** For how long nothing has been written. */
  get restedMs(): number {
    return this.#underWay === null ? Date.now() - this.#endedAt : 0;
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
    const channels = new Set<Channel>();
    for (const waiting of this.#waiting) {
      if (count === most.updates || (count > 0 && bytes + waiting.bytes.length > most.bytes)) break;
      channels.add(waiting.channel);
      if (channels.size > most.channels) break;
      bytes += waiting.bytes.length;
      count += 1;
    }
    this.#waitingBytes -= bytes;
    return this.#waiting.splice(0, count);
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const channels = new Set(batch.map(({ channel }) => channel));
    let places: number[];
    try {
      places = await this.#tables.append(
        batch.map(({ channel, ...write }): Write => ({ ...write, channel: channel.id })),
        this.#node,
      );
    } catch (error) {
      logFailure("Marks could not be written.", error, { updates: batch.length });
      this.#failed(batch, channels);
      return;
    }
    const written = new Map<Channel, LoggedUpdate[]>();
    for (const channel of channels) written.set(channel, []);
    for (const [at, { channel, owner, author, bytes }] of batch.entries())
      written.get(channel)?.push({ seq: places[at] ?? 0, owner, author, bytes });
    for (const [channel, updates] of written) {
      const [first] = updates;
      if (first !== undefined) this.#telling.own(channel, first.seq - 1, updates);
    }
    for (const [at, waiting] of batch.entries()) {
      this.#leave(waiting.channel);
      waiting.resolve(places[at] ?? 0);
    }
    for (const [channel, owners] of countsIn(batch))
      for (const [owner, count] of owners) this.#written(channel, owner, count);
  }

  /** What builds on what failed must not be written either: its writers send all of it again, in order. */
  #failed(batch: readonly Waiting[], channels: ReadonlySet<Channel>): void {
    const isLost = ({ channel }: Waiting) => channels.has(channel);
    const lost = [...batch, ...this.#waiting.filter(isLost)];
    this.#waiting = this.#waiting.filter((waiting) => !isLost(waiting));
    this.#waitingBytes = this.#waiting.reduce((sum, { bytes }) => sum + bytes.length, 0);
    for (const channel of channels) channel.doubt();
    for (const { channel, reject } of lost) {
      this.#leave(channel);
      reject(new NotWritten("The database did not take it."));
    }
    // it may stand there all the same, when only the answer was lost; then the rooms have to hear of it
    void this.#telling.lookAgain([...channels]);
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
