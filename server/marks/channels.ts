/** The channels somebody has open on this node: where their logs end, and what is known of their documents. */
import type { MeetingId, PersonId } from "../../domain/ids";
import type { ChannelKey, MarksTables, SheetFacts } from "./store";

/** Ids a person was given on a channel and has not yet written under; the oldest is let go. */
const mostReserved = 64;
/** A channel nobody has open is kept so long for those who come back. */
const keepIdleMs = 60_000;
const rereadEveryMs = 1_000;

export class Channel {
  readonly id: number;
  readonly key: ChannelKey;
  readonly meetingId: MeetingId;
  /** Socket.IO's room */
  readonly room: string;
  /** the last place in the log that the room on this node was told of, or had nobody to be told */
  told: number;
  /** the last place that this node knows to be written */
  head: number;
  /** how many lines have it open */
  users = 0;
  /** writings that were accepted and are not yet on disk */
  waiting = 0;
  idleSince = Date.now();
  readonly #tables: MarksTables;
  readonly #sheets = new Map<PersonId, Promise<SheetFacts>>();
  readonly #reserved = new Map<string, PersonId>();
  #rereadAt = 0;

  constructor(
    tables: MarksTables,
    id: number,
    meetingId: MeetingId,
    key: ChannelKey,
    head: number,
  ) {
    this.#tables = tables;
    this.id = id;
    this.meetingId = meetingId;
    this.key = key;
    this.told = head;
    this.head = head;
    this.room = `marks/${id}`;
  }

  /** What is known of one document, read once. */
  sheet(owner: PersonId): Promise<SheetFacts> {
    const known = this.#sheets.get(owner);
    if (known !== undefined) return known;
    const read = this.#tables.sheet(this.id, owner);
    this.#sheets.set(owner, read);
    read.catch(() => this.#sheets.delete(owner));
    return read;
  }

  /** What was believed to be written may not be: everything is read anew. */
  doubt(): void {
    this.#sheets.clear();
  }

  /** Another node may have written; not while what is known here is ahead of the database, nor at every gap. */
  mayReread(nowMs: number): boolean {
    if (this.waiting > 0 || nowMs - this.#rereadAt < rereadEveryMs) return false;
    this.#rereadAt = nowMs;
    return true;
  }

  /** Reads one document's facts anew. */
  reread(owner: PersonId): Promise<SheetFacts> {
    this.#sheets.delete(owner);
    return this.sheet(owner);
  }

  /** Gives the ids to this person; those that are somebody else's in this document are left out. */
  async issue(owner: PersonId, asked: readonly number[], to: PersonId): Promise<number[]> {
    const { clients } = await this.sheet(owner);
    return asked.filter((clientId) => {
      const holder = clients.get(clientId)?.author ?? this.#reserved.get(`${owner}/${clientId}`);
      if (holder !== undefined) return holder === to;
      this.#reserve(`${owner}/${clientId}`, to);
      return true;
    });
  }

  isIssued(owner: PersonId, sheet: SheetFacts, clientId: number, to: PersonId): boolean {
    const holder =
      sheet.clients.get(clientId)?.author ?? this.#reserved.get(`${owner}/${clientId}`);
    return holder === to;
  }

  #reserve(key: string, to: PersonId): void {
    const own = [...this.#reserved].filter(([, person]) => person === to);
    const [oldest] = own;
    if (own.length >= mostReserved && oldest !== undefined) this.#reserved.delete(oldest[0]);
    this.#reserved.set(key, to);
  }
}

const nameOf = ({ documentId, layer, of }: ChannelKey) => `${documentId}/${layer}/${of ?? ""}`;

export class Channels {
  readonly #tables: MarksTables;
  readonly #open = new Map<string, Promise<Channel>>();
  readonly #byId = new Map<number, Channel>();

  constructor(tables: MarksTables) {
    this.#tables = tables;
  }

  open(meetingId: MeetingId, key: ChannelKey): Promise<Channel> {
    const name = nameOf(key);
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const opening = this.#tables.channel(meetingId, key).then(({ channel: id, head }) => {
      const channel = new Channel(this.#tables, id, meetingId, key, head);
      this.#byId.set(id, channel);
      return channel;
    });
    this.#open.set(name, opening);
    opening.catch(() => this.#open.delete(name));
    return opening;
  }

  /** Those that are open on this node. */
  get all(): Channel[] {
    return [...this.#byId.values()];
  }

  byId(id: number): Channel | null {
    return this.#byId.get(id) ?? null;
  }

  /** Lets go of what nobody has had open for a while; nothing waits there to be written. */
  async forget(): Promise<void> {
    for (const [name, opening] of this.#open) {
      const channel = await opening.catch(() => null);
      if (channel === null) continue;
      const isIdle = channel.users === 0 && channel.waiting === 0;
      if (isIdle && Date.now() - channel.idleSince > keepIdleMs) {
        this.#open.delete(name);
        this.#byId.delete(channel.id);
      }
    }
  }
}
