/** The marks of one paper, together with everybody who marks it: the store behind `useMarksStore`. */
import type { DocumentId, MeetingId, PersonId } from "../../../domain/ids";
import { type Layer, layers, type Mark, type MarkId } from "../../../domain/marks";
import type { PaperMarks } from "../../../domain/protocol";
import type { RefusalCode } from "../../../domain/refusals";
import { type Instant, instantOf } from "../../../domain/text";
import type { MarkPlace, MarksStore, Reading, Saving } from "../marks-store";
import { Book } from "./book";
import { MarksChannel, type MarksRoad, type Opened } from "./channel";
import { type Keeper, Keeping } from "./keeping";
import { type DeviceLog, MarksOutbox } from "./outbox";
import { Presence } from "./presence";

export type SyncedOptions = {
  me: PersonId;
  meetingId: MeetingId;
  documentId: DocumentId;
  road: MarksRoad;
  /** what this person has written on this paper and not sent; null where the device keeps nothing */
  log: Promise<DeviceLog | null>;
  /** the copy on this device of what the server has; without it what was acknowledged is the server's alone */
  keeper?: Keeper;
};

/** One mark as JSON text; the server takes 64 KB for an update. */
const mostMarkLength = 60_000;

type Access = Opened["layers"][number];
type Kept = NonNullable<Awaited<ReturnType<Keeper["read"]>>>;

export class SyncedStore implements MarksStore {
  readonly #me: PersonId;
  readonly #road: MarksRoad;
  readonly #paper: { meetingId: MeetingId; documentId: DocumentId };
  readonly #book: Book;
  readonly #outbox: MarksOutbox;
  readonly #presence: Presence;
  readonly #heard = new Set<() => void>();
  readonly #stops: (() => void)[];
  #channels: MarksChannel[] = [];
  /** null until the server has said it: then what everybody has is offered */
  #access: readonly Access[] | null = null;
  #viewer: { personId: PersonId; secretariat: ReadonlySet<PersonId> };
  readonly #keeping: Keeping | null;
  #savedAt: Instant | null = null;
  /** when this page, or the copy that it began with, was last in step with the server */
  #syncedAt: Instant | null = null;
  /** a mark that is too large is not written at all, and that is said until the next gesture */
  #tooLarge = false;
  #saving: Saving = { state: "saved", at: null };
  #writable: readonly Layer[] = ["private"];
  #offices: readonly PersonId[] = [];
  #shown: readonly Layer[] = ["private", "shared"];
  #closed = false;

  constructor({ me, meetingId, documentId, road, log, keeper }: SyncedOptions) {
    this.#me = me;
    this.#road = road;
    this.#paper = { meetingId, documentId };
    this.#viewer = { personId: me, secretariat: new Set() };
    this.#book = new Book(me);
    this.#book.subscribe(() => this.#tell());
    this.#book.onOwn = (own) => {
      this.#outbox.add(own, this.#book.clientId(own.place));
      this.#tell();
      this.#channels.find(({ place }) => isSame(place, own.place))?.send();
    };
    const changed = () => {
      this.#tell();
      this.#keeping?.again();
    };
    this.#outbox = new MarksOutbox(log, changed, keeper !== undefined);
    this.#keeping =
      keeper === undefined ? null : new Keeping(keeper, this.#outbox, () => this.#copy());
    this.#presence = new Presence(me, this.#paper, road, () => this.#tell());
    this.#stops = [
      road.on("marks", (packet) => {
        if (packet.documentId !== documentId) return;
        this.#channels.find((channel) => channel.isOf(packet))?.hear(packet);
        this.#keeping?.soon();
      }),
      road.on("marks.behind", (place) => {
        if (place.documentId !== documentId) return;
        void this.#channels.find((channel) => channel.isOf(place))?.open();
      }),
      road.on("marks.layers", (news) => {
        if (news.documentId === documentId) this.#allow(news.layers);
      }),
      road.on("marks.readings", (news) => {
        if (news.documentId === documentId) this.#presence.hear(news.readings);
      }),
    ];
    void this.#begin(keeper);
  }

  marks() {
    return this.#book.marks();
  }

  saving(): Saving {
    return this.#saving;
  }

  writable(): readonly Layer[] {
    return this.#writable;
  }

  offices(): readonly PersonId[] {
    return this.#offices;
  }

  shown(): readonly Layer[] {
    return this.#shown;
  }

  viewer() {
    return this.#viewer;
  }

  put(place: MarkPlace, id: MarkId, mark: Mark): void {
    const channel = this.#channelFor(place);
    if (channel === null) return;
    this.#tooLarge = new TextEncoder().encode(JSON.stringify(mark)).length > mostMarkLength;
    if (this.#tooLarge) this.#tell();
    else this.#book.put(channel.place, id, mark);
  }

  remove(place: MarkPlace, id: MarkId): void {
    this.#tooLarge = false;
    const channel = this.#channelFor(place);
    if (channel !== null) this.#book.remove(channel.place, id);
  }

  undo(): void {
    this.#book.undo();
  }

  redo(): void {
    this.#book.redo();
  }

  canUndo(): boolean {
    return this.#book.canUndo();
  }

  canRedo(): boolean {
    return this.#book.canRedo();
  }

  readings(): readonly Reading[] {
    return this.#presence.readings();
  }

  show(page: number | null): void {
    this.#presence.show(page);
  }

  subscribe(listener: () => void): () => void {
    this.#heard.add(listener);
    return () => this.#heard.delete(listener);
  }

  close(): void {
    this.#keeping?.stop();
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#presence.stop();
    for (const channel of this.#channels) channel.close();
    this.#channels = [];
    this.#heard.clear();
    this.#book.close();
  }

  async #begin(keeper: Keeper | undefined): Promise<void> {
    this.#open({ layer: "private", of: this.#me });
    this.#open({ layer: "shared", of: null });
    try {
      const kept = (await keeper?.read()) ?? null;
      if (this.#closed) return;
      if (kept !== null) this.#resume(kept);
    } catch (error) {
      console.error("The copy of the marks could not be read.", error);
    }
    try {
      for (const { place, update } of await this.#outbox.load()) {
        if (this.#closed) return;
        this.#book.apply(place, update, null);
        this.#open({ layer: place.layer, of: place.layer === "shared" ? null : place.owner });
      }
    } catch (error) {
      // what an earlier page left stays there; this page goes on without
      console.error("What waits on this device could not be read.", error);
    }
    if (this.#closed) return;
    this.#stops.push(
      this.#road.onConnected(() => {
        for (const channel of this.#channels) {
          channel.lineLost();
          void channel.open();
        }
        this.#presence.connected();
      }),
    );
  }

  /** As it was at the last contact: what the server says is heard later, and counts then. */
  #resume({ marks, atMs }: Kept): void {
    for (const log of marks.logs) this.#open(log).resume(log);
    this.#access = marks.layers;
    this.#viewer = { personId: this.#me, secretariat: new Set(marks.secretariat) };
    this.#syncedAt = instantOf(new Date(atMs));
    this.#tell();
  }

  /** Everything the server has; null as long as a part of it is not known for certain. */
  #copy(): PaperMarks | null {
    const access = this.#access;
    if (this.#closed || access === null) return null;
    const logs = access.map((one) => this.#channels.find((it) => it.isOf(one))?.copy() ?? null);
    if (!logs.every((log) => log !== null)) return null;
    return { layers: [...access], secretariat: [...this.#viewer.secretariat], logs };
  }

  #open(place: { layer: Layer; of: PersonId | null }): MarksChannel {
    const known = this.#channels.find((channel) => channel.isOf(place));
    if (known !== undefined) return known;
    const channel = new MarksChannel(
      { ...place, me: this.#me },
      {
        paper: this.#paper,
        road: this.#road,
        book: this.#book,
        outbox: this.#outbox,
        told: {
          opened: (opened, answer) => {
            this.#viewer = { personId: this.#me, secretariat: new Set(answer.secretariat) };
            if (opened.layer === "shared") this.#presence.begin(answer.readings);
            this.#syncedAt = instantOf(new Date());
            this.#allow(answer.layers);
          },
          acknowledged: () => {
            this.#savedAt = instantOf(new Date());
            this.#syncedAt = this.#savedAt;
            this.#tell();
            this.#keeping?.soon();
          },
          changed: () => this.#tell(),
          lost: (lost, code) => this.#lose(lost, code),
        },
      },
    );
    this.#channels.push(channel);
    return channel;
  }

  /** The layers that are there now: what is not among them is gone, what is new is opened. */
  #allow(access: readonly Access[]): void {
    this.#access = access;
    for (const channel of [...this.#channels])
      if (!access.some((one) => channel.isOf(one))) this.#lose(channel, "not_found");
    for (const { layer, of } of access) {
      if (this.#channels.some((channel) => channel.isOf({ layer, of }))) continue;
      void this.#open({ layer, of }).open();
    }
    this.#tell();
    this.#keeping?.soon();
  }

  /** Nothing of a lost layer stays on the screen; what was not sent stays on the device, and is said. */
  #lose(channel: MarksChannel, code: RefusalCode): void {
    channel.stop();
    this.#channels = this.#channels.filter((one) => one !== channel);
    for (const pending of this.#outbox.of((place) => isSame(place, channel.place)))
      pending.refused = code;
    const { layer, of } = channel;
    this.#book.drop((place) => place.layer === layer && (of === null || place.owner === of));
    this.#tell();
  }

  /** Where this gesture is written: nothing of one member's office ever goes into another's. */
  #channelFor({ layer, owner }: MarkPlace): MarksChannel | null {
    const mayWrite = (channel: MarksChannel) =>
      channel.layer === layer &&
      (layer !== "office" || owner === undefined || channel.of === owner) &&
      (this.#access === null
        ? this.#writable.includes(layer)
        : this.#access.some((one) => one.write && channel.isOf(one)));
    return this.#channels.find(mayWrite) ?? null;
  }

  #tell(): void {
    if (this.#closed) return;
    const saving = this.#savingNow();
    if (JSON.stringify(saving) !== JSON.stringify(this.#saving)) this.#saving = saving;
    const access = this.#access;
    if (access !== null) {
      const has = (layer: Layer, write: boolean) =>
        access.some((one) => one.layer === layer && (one.write || !write));
      this.#writable = kept(
        this.#writable,
        layers.filter((layer) => has(layer, true)),
      );
      this.#offices = kept(
        this.#offices,
        access.flatMap(({ layer, of, write }) =>
          layer === "office" && of !== null && write ? [of] : [],
        ),
      );
      this.#shown = kept(
        this.#shown,
        layers.filter((layer) => has(layer, false)),
      );
    }
    for (const listener of this.#heard) listener();
  }

  #savingNow(): Saving {
    const pending = this.#outbox.all();
    // as a reader counts: a note that was mended twice is one note
    const count = new Set(pending.flatMap(({ ids }) => ids)).size;
    if (this.#tooLarge) return { state: "refused", count: count + 1, code: "marks.too_large" };
    const refused = pending.find((one) => one.refused !== null)?.refused;
    if (refused) return { state: "refused", count, code: refused };
    if (count === 0) return { state: "saved", at: this.#savedAt };
    if (pending.some(({ unsafe }) => unsafe)) return { state: "unsafe", count };
    // nothing is called kept before the device has said that it is on the disk
    if (pending.some(({ key }) => key === null)) return { state: "keeping", count };
    return { state: "on_device", count, at: this.#syncedAt };
  }
}

const isSame = (left: { layer: Layer; owner: PersonId }, right: typeof left) =>
  left.layer === right.layer && left.owner === right.owner;

/** The same reference as long as it is the same list: a screen compares by it. */
const kept = <T extends string>(before: readonly T[], now: readonly T[]) =>
  before.join() === now.join() ? before : now;
