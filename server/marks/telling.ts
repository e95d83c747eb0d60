/**
 * Tells the rooms of this node what is written, each place once and in the order of the log, whichever node wrote it.
 * What this node has just written it has at hand; what others wrote it reads from the log when it hears of it.
 */
import type { Message } from "../../domain/protocol";
import { logFailure } from "../log";
import type { Channel, Channels } from "./channels";
import type { LoggedUpdate, MarksTables } from "./store";

export type Broadcast = (room: string, packet: Message<"marks">) => void;

const againMs = 1_000;

export class Telling {
  readonly #tables: MarksTables;
  readonly #broadcast: Broadcast;
  readonly #reading = new Set<Channel>();
  readonly #listening: Promise<() => Promise<void>>;
  #stopped = false;

  /** @param node this one's name among all that write */
  constructor(tables: MarksTables, channels: Channels, broadcast: Broadcast, node: string) {
    this.#tables = tables;
    this.#broadcast = broadcast;
    this.#listening = tables.listen(
      node,
      (id, head) => {
        const channel = channels.byId(id);
        if (channel !== null) this.upTo(channel, head);
      },
      // what was notified while the connection was away went by unheard
      () => void this.lookAgain(channels.all),
    );
    this.#listening.catch((error: unknown) => {
      if (!this.#stopped) logFailure("What other nodes write cannot be heard.", error);
    });
  }

  /** What this node has written: all of a channel between `from` and the last one's place. */
  own(channel: Channel, from: number, updates: readonly LoggedUpdate[]): void {
    const to = updates.at(-1)?.seq ?? from;
    if (channel.told === from && !this.#reading.has(channel)) {
      channel.head = Math.max(channel.head, to);
      this.#tell(channel, to, updates);
    } else this.upTo(channel, to);
  }

  /** Everything up to there is in the log. */
  upTo(channel: Channel, head: number): void {
    channel.head = Math.max(channel.head, head);
    if (!this.#reading.has(channel)) void this.#catchUp(channel);
  }

  /** Asks the log how far it is. */
  async lookAgain(channels: readonly Channel[]): Promise<void> {
    if (channels.length === 0) return;
    try {
      const heads = await this.#tables.heads(channels.map(({ id }) => id));
      for (const channel of channels) this.upTo(channel, heads.get(channel.id) ?? 0);
    } catch (error) {
      this.#later("The ends of the logs of marks could not be read.", error, () =>
        this.lookAgain(channels),
      );
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const unlisten = await this.#listening.catch(() => null);
    await unlisten?.();
  }

  async #catchUp(channel: Channel): Promise<void> {
    this.#reading.add(channel);
    try {
      while (channel.told < channel.head && !this.#stopped) {
        const { head } = channel;
        // nobody is there to be told; who comes reads the log first
        const updates =
          channel.users === 0 ? [] : await this.#tables.written(channel.id, channel.told);
        const last = updates.at(-1)?.seq;
        if (last === undefined) channel.told = Math.max(channel.told, head);
        else this.#tell(channel, last, updates);
      }
    } catch (error) {
      this.#later("What another node wrote could not be read.", error, () =>
        this.lookAgain([channel]),
      );
    } finally {
      this.#reading.delete(channel);
    }
  }

  #tell(channel: Channel, to: number, updates: readonly LoggedUpdate[]): void {
    const { room, key, told: from } = channel;
    channel.told = to;
    channel.head = Math.max(channel.head, to);
    this.#broadcast(room, { ...key, from, to, updates: updates.map(toldOf) });
  }

  #later(what: string, error: unknown, again: () => Promise<void>): void {
    if (this.#stopped) return;
    logFailure(what, error);
    setTimeout(() => void again(), againMs).unref();
  }
}

/** As it goes over the wire. */
export const toldOf = ({ seq, owner, author, bytes }: LoggedUpdate) => ({
  seq,
  owner,
  author,
  update: bytes.toString("base64"),
});
