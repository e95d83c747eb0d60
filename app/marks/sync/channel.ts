/** One layer of the paper in step with the server, over any number of lost lines. */
import type { DocumentId, MeetingId, PersonId } from "../../../domain/ids";
import type { Layer, Mark, MarkId } from "../../../domain/marks";
import type { AnswerTo, Message, PaperMarks, Payload } from "../../../domain/protocol";
import type { RefusalCode } from "../../../domain/refusals";
import { base64Of, bytesOf } from "./base64";
import type { Book, Place } from "./book";
import type { MarksOutbox, Pending } from "./outbox";
import { placesIn, placesOf } from "./places";

/** What is needed of the tab's connection. */
export type MarksRoad = {
  readonly connected: boolean;
  ask(name: "marks.open", payload: Payload<"marks.open">): Promise<AnswerTo<"marks.open">>;
  ask(name: "marks.write", payload: Payload<"marks.write">): Promise<AnswerTo<"marks.write">>;
  ask(name: "marks.close", payload: Payload<"marks.close">): Promise<AnswerTo<"marks.close">>;
  ask(
    name: "marks.presence",
    payload: Payload<"marks.presence">,
  ): Promise<AnswerTo<"marks.presence">>;
  on<M extends "marks" | "marks.layers" | "marks.behind" | "marks.readings">(
    name: M,
    listener: (message: Message<M>) => void,
  ): () => void;
  onConnected(watcher: () => void): () => void;
};

export type Opened = Extract<AnswerTo<"marks.open">, { ok: true }>;
type Paper = { meetingId: MeetingId; documentId: DocumentId };

/** Sent and not yet answered, in order; more would only wait at the server. */
const mostUnderWay = 8;
const mostGaps = 3;
const againMs = { line: 1_000, gap: 50, most: 15_000 };

/** The server's no to an opening or a writing that a later moment may lift by itself. */
const isOfTheMoment = (code: RefusalCode) => code === "busy" || code === "rate_limited";

export class MarksChannel {
  readonly layer: Layer;
  /** whose private or office layer; null: the shared one */
  readonly of: PersonId | null;
  /** whose document is written here */
  readonly place: Place;
  /** where the log ends that is held; null: nothing is held yet */
  #cursor: number | null = null;
  #issued: ReadonlySet<number> = new Set();
  /** true while the server sends what is written here */
  #live = false;
  #opening = false;
  #waiting: Message<"marks">[] = [];
  readonly #underWay = new Set<Pending>();
  #again: ReturnType<typeof setTimeout> | null = null;
  #failures = 0;
  /** how often the oldest writing fell into a gap since anything was acknowledged */
  #gaps = 0;
  #rewriting: { values: ReadonlyMap<MarkId, Mark | null>; old: readonly Pending[] } | null = null;
  /** how many writings there were when the server had no room for one of them */
  #fullAt: number | null = null;
  #stopped = false;
  readonly #paper: Paper;
  readonly #road: MarksRoad;
  readonly #book: Book;
  readonly #outbox: MarksOutbox;
  readonly #told: Told;

  constructor(
    { layer, of, me }: { layer: Layer; of: PersonId | null; me: PersonId },
    parts: { paper: Paper; road: MarksRoad; book: Book; outbox: MarksOutbox; told: Told },
  ) {
    this.layer = layer;
    this.of = of;
    this.place = { layer, owner: of ?? me };
    this.#paper = parts.paper;
    this.#road = parts.road;
    this.#book = parts.book;
    this.#outbox = parts.outbox;
    this.#told = parts.told;
  }

  /** Is there, and brings what others write. */
  get isLive(): boolean {
    return this.#live;
  }

  isOf({ layer, of }: { layer: Layer; of: PersonId | null }): boolean {
    return layer === this.layer && of === this.of;
  }

  /** Goes on from what a copy on this device held. */
  resume(log: PaperMarks["logs"][number]): void {
    if (this.#cursor === null) this.#load(log);
  }

  /**
   * What the server has told, as a copy for this device; null while that is not known. What waits to be sent may be in
   * it, but only what the device's log has too: a copy must not hold what nobody would send.
   */
  copy(): PaperMarks["logs"][number] | null {
    if (this.#cursor === null || this.#rewriting !== null) return null;
    if (this.#own().some(({ key }) => key === null)) return null;
    const { layer, of } = this;
    const cursor = this.#cursor;
    const isIts = (place: Place) => place.layer === layer && (of === null || place.owner === of);
    const documents = this.#book.documents(isIts).map(({ owner, snapshot, places }) => ({
      owner,
      snapshot: base64Of(snapshot),
      upTo: cursor,
      places: placesOf(places, owner),
    }));
    return { layer, of, cursor, documents, updates: [] };
  }

  /** At each new line, after each gap, and when told to. */
  async open(): Promise<void> {
    if (this.#opening || this.#stopped || !this.#road.connected) return;
    this.#opening = true;
    this.#live = false;
    let againInMs: number | null = null;
    try {
      const clientIds = this.#clientIds();
      const answer = await this.#road.ask("marks.open", {
        ...this.#where(),
        ...(this.#cursor !== null && { after: this.#cursor }),
        clientIds,
      });
      if (this.#stopped) return;
      // somebody else has signed in on this device: what one has written is never sent in another's name
      const isOthers =
        answer.ok && answer.write !== null && answer.write.owner !== this.place.owner;
      if (isOthers) this.#told.lost(this, "not_found");
      else if (answer.ok) this.#opened(answer);
      else if (isOfTheMoment(answer.refusal.code)) againInMs = answer.retryAfterMs ?? againMs.line;
      else this.#told.lost(this, answer.refusal.code);
    } catch {
      // the line was lost, or is late: the next line opens again
      if (this.#road.connected) againInMs = againMs.line;
    } finally {
      this.#opening = false;
    }
    if (againInMs !== null) this.#openIn(againInMs);
    else this.send();
  }

  hear(packet: Message<"marks">): void {
    if (this.#opening) {
      // the answer may or may not hold it
      this.#waiting.push(packet);
      return;
    }
    if (!this.#live || this.#cursor === null) return;
    if (packet.from > this.#cursor) void this.open();
    else this.#take(packet);
  }

  /** Sends what is not acknowledged, in order. */
  send(): void {
    if (!this.#live || this.#stopped || !this.#road.connected) return;
    const pending = this.#own();
    // what was written since may make room
    if (this.#fullAt !== null && pending.length > this.#fullAt) this.#rewrite();
    if (this.#rewriting !== null) return;
    for (const one of pending) {
      if (this.#underWay.size >= mostUnderWay) return;
      if (this.#underWay.has(one)) continue;
      // what the server will not have stays here, and what builds on it with it
      if (one.refused !== null) return;
      if (!this.#issued.has(one.clientId)) {
        if (this.#underWay.size === 0) void this.open();
        return;
      }
      void this.#write(one);
    }
  }

  #own(): Pending[] {
    return this.#outbox.of((place) => isSame(place, this.place));
  }

  stop(): void {
    this.#stopped = true;
    this.#live = false;
    if (this.#again !== null) clearTimeout(this.#again);
  }

  /** The line is gone: what was under way is sent again by the next one. */
  lineLost(): void {
    this.#live = false;
    this.#underWay.clear();
  }

  close(): void {
    this.stop();
    if (this.#road.connected)
      void this.#road.ask("marks.close", this.#where()).catch(() => undefined);
  }

  #where() {
    return {
      ...this.#paper,
      layer: this.layer,
      ...(this.layer !== "shared" && this.of !== null && { of: this.of }),
    };
  }

  #clientIds(): number[] {
    const own = this.#book.clientId(this.place);
    return [...new Set([own, ...this.#own().map(({ clientId }) => clientId)])].slice(0, 32);
  }

  #opened(answer: Opened): void {
    const asked = this.#cursor;
    this.#load(answer);
    this.#issued = new Set(answer.write?.clientIds ?? []);
    this.#live = true;
    if (answer.write !== null) for (const one of this.#own()) one.refused = null;
    this.#told.opened(this, answer);
    for (const packet of this.#waiting.splice(0))
      if (packet.from <= (this.#cursor ?? 0)) this.#take(packet);
    this.#writeAnew();
    const own = this.#book.clientId(this.place);
    // somebody else has this id, or a server restored from an older copy knows less than is held here
    const isOthers = answer.write !== null && !this.#issued.has(own) && this.#own().length > 0;
    if (asked !== null && answer.cursor < asked) this.#rewrite(this.#book.idsIn(this.place));
    else if (isOthers) this.#rewrite();
  }

  #load({ cursor, documents, updates }: Pick<Opened, "cursor" | "documents" | "updates">): void {
    this.#book.together(() => {
      for (const { owner, snapshot, places } of documents)
        this.#book.load({ layer: this.layer, owner }, bytesOf(snapshot), placesIn(places, owner));
      for (const { seq, owner, author, update } of updates)
        this.#book.apply({ layer: this.layer, owner }, bytesOf(update), { seq, author });
    });
    this.#cursor = cursor;
  }

  #take({ to, updates }: Message<"marks">): void {
    this.#book.together(() => {
      for (const { seq, owner, author, update } of updates) {
        if (this.#cursor !== null && seq <= this.#cursor) continue;
        this.#book.apply({ layer: this.layer, owner }, bytesOf(update), { seq, author });
      }
    });
    this.#cursor = Math.max(this.#cursor ?? 0, to);
  }

  async #write(pending: Pending): Promise<void> {
    this.#underWay.add(pending);
    const { clientId, update, ids } = pending;
    try {
      const answer = await this.#road.ask("marks.write", {
        ...this.#where(),
        clientId,
        update: base64Of(update),
      });
      if (!this.#underWay.delete(pending) || this.#stopped) return;
      if (answer.ok) {
        this.#gaps = 0;
        this.#failures = 0;
        this.#fullAt = null;
        this.#outbox.settle(pending);
        this.#book.acknowledge(this.place, ids, answer.seq);
        this.#told.acknowledged();
        this.send();
      } else this.#refused(pending, answer.refusal.code, answer.retryAfterMs);
    } catch {
      // not known whether it was written: sent again, the server knows
      if (this.#underWay.delete(pending) && this.#road.connected) this.#openIn(againMs.line);
    }
  }

  #refused(pending: Pending, code: RefusalCode, retryAfterMs = againMs.line): void {
    if (isOfTheMoment(code)) {
      this.#failures += 1;
      this.#openIn(Math.min(retryAfterMs * this.#failures, againMs.most));
      return;
    }
    if (code === "marks.gap" || code === "marks.foreign_client") {
      // those behind the oldest fall into the same gap, and are no news
      if (this.#own()[0] !== pending) return;
      this.#gaps += 1;
      if (this.#gaps > mostGaps) this.#rewrite();
      else this.#openIn(againMs.gap);
      return;
    }
    pending.refused = code;
    if (code === "marks.full") this.#fullAt = this.#own().length;
    if (code === "not_found") this.#live = false;
    this.#told.changed();
  }

  /**
   * What was written here cannot join the server's document as it is: the document is begun anew as the server has
   * it, and the marks concerned are written on it once more. Until then their old updates stay on the device.
   */
  #rewrite(besides: readonly MarkId[] = []): void {
    if (this.#rewriting !== null) return;
    const old = this.#own();
    const ids = new Set([...old.flatMap((one) => one.ids), ...besides]);
    this.#rewriting = { values: this.#book.restart(this.place, ids), old };
    this.#gaps = 0;
    this.#fullAt = null;
    this.#underWay.clear();
    this.#cursor = null;
    this.#failures += 1;
    this.#openIn(Math.min(againMs.gap * 2 ** this.#failures, againMs.most));
  }

  #writeAnew(): void {
    if (this.#rewriting === null) return;
    const { values, old } = this.#rewriting;
    this.#rewriting = null;
    // deletions first: they make room
    const order = [...values].sort(
      ([, left], [, right]) => Number(left !== null) - Number(right !== null),
    );
    for (const [id, mark] of order) {
      if (mark === null) this.#book.remove(this.place, id);
      else if (!this.#book.holds(this.place, id, mark)) this.#book.put(this.place, id, mark);
    }
    for (const one of old) this.#outbox.replaced(one);
    this.#told.changed();
  }

  #openIn(ms: number): void {
    if (this.#again !== null) clearTimeout(this.#again);
    this.#live = false;
    this.#again = setTimeout(() => void this.open(), ms);
  }
}

/** Who puts the channels together. */
export type Told = {
  opened(channel: MarksChannel, answer: Opened): void;
  acknowledged(): void;
  changed(): void;
  lost(channel: MarksChannel, code: RefusalCode): void;
};

const isSame = (left: Place, right: Place) =>
  left.layer === right.layer && left.owner === right.owner;
