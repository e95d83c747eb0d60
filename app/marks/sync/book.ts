/**
 * All layers of one paper as Yjs documents, one per layer and owner, and what a screen shows of them. Knows
 * nothing of lines or devices: `sync/` brings what others wrote and takes what is written here.
 */
import * as Y from "yjs";
import type { PersonId } from "../../../domain/ids";
import {
  type Layer,
  type Mark,
  type MarkId,
  MarkId as MarkIdSchema,
  markIn,
} from "../../../domain/marks";
import type { StoredMark } from "../marks-store";

/** One Yjs document: a layer and whose it is. */
export type Place = { layer: Layer; owner: PersonId };
/** Where the server's log has a mark's first and last writing, and who wrote last. */
export type Written = { seq: number; since: number; author: PersonId };
/** What one gesture here has written. */
export type OwnUpdate = { place: Place; update: Uint8Array; ids: readonly MarkId[] };

export type BookDocument = {
  owner: PersonId;
  snapshot: Uint8Array;
  places: ReadonlyMap<string, Written>;
};

const keyOf = ({ layer, owner }: Place) => `${layer}/${owner}`;
/** The flat map inside each document: mark id → plain value. */
export const marksMap = "marks";

type Sheet = {
  place: Place;
  doc: Y.Doc;
  map: Y.Map<unknown>;
  undo: Y.UndoManager;
  written: Map<string, Written>;
  stored: Map<string, StoredMark>;
  /** ids changed by the transaction that is being heard */
  touched: MarkId[];
};

/** Says that a transaction is a gesture of this page. */
const gesture = Symbol("gesture");

export class Book {
  readonly #me: PersonId;
  readonly #sheets = new Map<string, Sheet>();
  readonly #heard = new Set<() => void>();
  /** keys of the sheets in the order of gestures */
  #done: string[] = [];
  #undone: string[] = [];
  #marks: readonly StoredMark[] | null = [];
  #onOwn: (own: OwnUpdate) => void = () => undefined;

  constructor(me: PersonId) {
    this.#me = me;
  }

  /** Hears of every gesture here, with the update it made. */
  set onOwn(listener: (own: OwnUpdate) => void) {
    this.#onOwn = listener;
  }

  marks(): readonly StoredMark[] {
    this.#marks ??= [...this.#sheets.values()].flatMap(({ stored }) => [...stored.values()]);
    return this.#marks;
  }

  subscribe(listener: () => void): () => void {
    this.#heard.add(listener);
    return () => this.#heard.delete(listener);
  }

  has(place: Place, id: MarkId): boolean {
    return this.#sheets.get(keyOf(place))?.map.has(id) ?? false;
  }

  /** @throws TypeError when it is no mark: a screen that writes what nobody could read is broken */
  put(place: Place, id: MarkId, mark: Mark): void {
    const value = markIn(mark);
    if (value === null) throw new TypeError("This is no mark.");
    this.#act(place, (map) => map.set(id, value));
  }

  remove(place: Place, id: MarkId): void {
    if (this.has(place, id)) this.#act(place, (map) => map.delete(id));
  }

  /** Whether this very value stands there. */
  holds(place: Place, id: MarkId, mark: Mark): boolean {
    const held = this.#sheets.get(keyOf(place))?.stored.get(id)?.mark;
    return held !== undefined && JSON.stringify(held) === JSON.stringify(mark);
  }

  idsIn(place: Place): MarkId[] {
    return [...this.#sheet(place).stored.values()].map(({ id }) => id);
  }

  /** Begins one document anew, under another client id; answers what stood there for these marks. */
  restart(place: Place, ids: ReadonlySet<MarkId>): Map<MarkId, Mark | null> {
    const { stored } = this.#sheet(place);
    const values = new Map([...ids].map((id) => [id, stored.get(id)?.mark ?? null]));
    this.drop((its) => keyOf(its) === keyOf(place));
    return values;
  }

  undo(): void {
    this.#step(this.#done, this.#undone, (undo) => undo.undo());
  }

  redo(): void {
    this.#step(this.#undone, this.#done, (undo) => undo.redo());
  }

  canUndo(): boolean {
    return this.#done.some((key) => (this.#sheets.get(key)?.undo.undoStack.length ?? 0) > 0);
  }

  canRedo(): boolean {
    return this.#undone.some((key) => (this.#sheets.get(key)?.undo.redoStack.length ?? 0) > 0);
  }

  /** The id under which this page writes in a document; a new one begins a new line of clocks. */
  clientId(place: Place): number {
    return this.#sheet(place).doc.clientID;
  }

  /**
   * What the server or this device has; `written` null: not yet acknowledged.
   * Answers which marks it changed.
   */
  apply(place: Place, update: Uint8Array, written: Omit<Written, "since"> | null): MarkId[] {
    const sheet = this.#sheet(place);
    sheet.touched = [];
    if (written !== null) this.#writing = written;
    try {
      Y.applyUpdate(sheet.doc, update, "elsewhere");
    } finally {
      this.#writing = null;
    }
    const { touched } = sheet;
    sheet.touched = [];
    if (touched.length > 0) this.#tell();
    return touched;
  }

  /** Tells once of all that is done within. */
  together(work: () => void): void {
    this.#quiet += 1;
    try {
      work();
    } finally {
      this.#quiet -= 1;
      this.#tell();
    }
  }

  /** The whole of a document up to a place in the log, with each mark's places. */
  load(place: Place, snapshot: Uint8Array, places: ReadonlyMap<string, Written>): void {
    const sheet = this.#sheet(place);
    for (const [id, written] of places) {
      const known = sheet.written.get(id);
      if (known === undefined || known.seq <= written.seq) sheet.written.set(id, written);
    }
    // shown once, after all of it is there
    this.#loading = true;
    try {
      Y.applyUpdate(sheet.doc, snapshot, "elsewhere");
    } finally {
      this.#loading = false;
    }
    sheet.stored.clear();
    for (const id of sheet.map.keys()) this.#show(sheet, id);
    this.#tell();
  }

  /** Each document of a layer as it stands here, with the places of its marks. */
  documents(isIts: (place: Place) => boolean): BookDocument[] {
    return [...this.#sheets.values()].flatMap(({ place, doc, map, written }) => {
      if (!isIts(place)) return [];
      const places = new Map([...written].filter(([id]) => map.has(id)));
      return { owner: place.owner, snapshot: Y.encodeStateAsUpdate(doc), places };
    });
  }

  /** The server has placed what was written here. */
  acknowledge(place: Place, ids: readonly MarkId[], seq: number): void {
    const sheet = this.#sheet(place);
    for (const id of ids) {
      this.#note(sheet, id, { seq, author: this.#me });
      this.#show(sheet, id);
    }
    this.#tell();
  }

  /** The layer is not there any more for this reader: nothing of it stays in memory. */
  drop(isLost: (place: Place) => boolean): void {
    for (const [key, sheet] of this.#sheets) {
      if (!isLost(sheet.place)) continue;
      sheet.undo.destroy();
      sheet.doc.destroy();
      this.#sheets.delete(key);
      this.#done = this.#done.filter((done) => done !== key);
      this.#undone = this.#undone.filter((undone) => undone !== key);
    }
    this.#tell();
  }

  close(): void {
    this.#heard.clear();
    this.drop(() => true);
  }

  #writing: Omit<Written, "since"> | null = null;
  #loading = false;
  /** how many are at work that will tell in the end */
  #quiet = 0;

  #sheet(place: Place): Sheet {
    const key = keyOf(place);
    const known = this.#sheets.get(key);
    if (known !== undefined) return known;
    const doc = new Y.Doc();
    const map = doc.getMap(marksMap);
    const undo = new Y.UndoManager(map, { trackedOrigins: new Set([gesture]), captureTimeout: 0 });
    const sheet: Sheet = {
      place,
      doc,
      map,
      undo,
      written: new Map(),
      stored: new Map(),
      touched: [],
    };
    map.observe((event) => this.#changed(sheet, event.keysChanged));
    doc.on("update", (update: Uint8Array, _origin, _doc, { local }: Y.Transaction) => {
      if (!local) return;
      const ids = sheet.touched;
      sheet.touched = [];
      this.#onOwn({ place, update, ids });
      this.#tell();
    });
    this.#sheets.set(key, sheet);
    return sheet;
  }

  #changed(sheet: Sheet, keys: ReadonlySet<string>): void {
    if (this.#loading) return;
    for (const key of keys) {
      const id = MarkIdSchema.safeParse(key);
      if (!id.success) continue;
      sheet.touched.push(id.data);
      if (this.#writing !== null) this.#note(sheet, id.data, this.#writing);
      this.#show(sheet, id.data);
    }
  }

  #note(sheet: Sheet, id: MarkId, { seq, author }: Omit<Written, "since">): void {
    const known = sheet.written.get(id);
    if (known !== undefined && known.seq >= seq) return;
    // a mark that is brought back after its deletion begins anew, as on the server
    if (!sheet.map.has(id)) sheet.written.delete(id);
    else sheet.written.set(id, { seq, author, since: known?.since ?? seq });
  }

  /** What stands under a key, if it is a mark: it came from another device and is parsed before it is believed. */
  #show(sheet: Sheet, key: string): void {
    const value = sheet.map.get(key);
    const id = MarkIdSchema.safeParse(key);
    const known = sheet.stored.get(key);
    if (value === undefined || !id.success) {
      sheet.stored.delete(key);
      return;
    }
    const written = sheet.written.get(key);
    const mark = markIn(value);
    if (mark === null) {
      sheet.stored.delete(key);
      return;
    }
    sheet.stored.set(key, {
      id: id.data,
      mark,
      ...sheet.place,
      author: written?.author ?? known?.author ?? this.#authorIn(sheet.place),
      seq: written?.seq ?? null,
      since: written?.since ?? null,
    });
  }

  /** Only this page's own writing is not yet in the log; what is in the log says its author. */
  #authorIn({ layer, owner }: Place): PersonId {
    return layer === "office" ? this.#me : owner;
  }

  #act(place: Place, change: (map: Y.Map<unknown>) => void): void {
    const sheet = this.#sheet(place);
    this.#done.push(keyOf(place));
    this.#undone = [];
    // a new gesture is the end of what could be redone, in whichever layer
    for (const { undo } of this.#sheets.values()) undo.clear(false, true);
    sheet.doc.transact(() => change(sheet.map), gesture);
  }

  #step(from: string[], to: string[], step: (undo: Y.UndoManager) => unknown): void {
    for (let key = from.pop(); key !== undefined; key = from.pop()) {
      const sheet = this.#sheets.get(key);
      // nothing is left of a gesture that the same person's other device has overwritten
      if (sheet === undefined || step(sheet.undo) === null) continue;
      to.push(key);
      return;
    }
    this.#tell();
  }

  #tell(): void {
    this.#marks = null;
    if (this.#quiet > 0) return;
    for (const listener of this.#heard) listener();
  }
}
