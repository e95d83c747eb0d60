/** A reader's device as the product has it: its connection, its store of marks, and what it keeps when the page closes. */
import { LiveConnection } from "../../app/live/connection.client";
import { SyncedStore } from "../../app/marks/sync/synced-store";
import type { DocumentId, MeetingId, PersonId } from "../../domain/ids";
import { PaperMarks } from "../../domain/protocol";

/** Keeps entries as the device's sealed log does, without the seal. */
class KeptEntries {
  readonly kept = new Map<number, Uint8Array>();
  #next = 1;
  /** the device refuses, as a full one does */
  isFull = false;

  append(entry: Uint8Array): Promise<number> {
    if (this.isFull) return Promise.reject(new Error("full"));
    this.kept.set(this.#next, entry);
    this.#next += 1;
    return Promise.resolve(this.#next - 1);
  }

  entries(): Promise<{ key: number; entry: Uint8Array }[]> {
    return Promise.resolve([...this.kept].map(([key, entry]) => ({ key, entry })));
  }

  remove(keys: readonly number[]): Promise<void> {
    for (const key of keys) this.kept.delete(key);
    return Promise.resolve();
  }
}

/** Keeps the copy of what the server has as a device with the paper on it does, without the seal. */
export class KeptCopy {
  kept: string | null = null;
  atMs = 0;

  async read() {
    await Promise.resolve();
    if (this.kept === null) return null;
    return { marks: PaperMarks.parse(JSON.parse(this.kept)), atMs: this.atMs };
  }

  async keep(copy: () => PaperMarks | null): Promise<void> {
    await Promise.resolve();
    const marks = copy();
    if (marks === null) return;
    this.kept = JSON.stringify(marks);
    this.atMs = Date.now();
  }
}

type Reads = { me: PersonId; meetingId: MeetingId; documentId: DocumentId };

export class MarkingDevice {
  readonly log: KeptEntries;
  /** null: the paper is not kept on this device */
  readonly copy: KeptCopy | null;
  readonly me: PersonId;
  readonly #reads: Reads;
  readonly #options: { url: string; headers: { cookie: string } };
  #line: LiveConnection;
  #store: SyncedStore;

  constructor(
    address: string,
    cookie: string,
    reads: Reads,
    copy: KeptCopy | null = null,
    log = new KeptEntries(),
  ) {
    this.log = log;
    this.me = reads.me;
    this.copy = copy;
    this.#reads = reads;
    this.#options = { url: address, headers: { cookie } };
    [this.#line, this.#store] = this.#load();
  }

  get store(): SyncedStore {
    return this.#store;
  }

  get line(): LiveConnection {
    return this.#line;
  }

  /** The page is closed in the middle of whatever it does, and opened again. */
  reload(): void {
    this.close();
    [this.#line, this.#store] = this.#load();
  }

  /** Waits until what is looked for is so; told by the store, never by sleeping. */
  async until(what: string, isSo: (store: SyncedStore) => boolean, withinMs = 20_000) {
    if (isSo(this.#store)) return;
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        stop();
        const saving = JSON.stringify(this.#store.saving());
        reject(new Error(`not within ${withinMs} ms: ${what} (${saving})`));
      }, withinMs);
      const stop = this.#store.subscribe(() => {
        if (!isSo(this.#store)) return;
        clearTimeout(late);
        stop();
        resolve();
      });
    });
  }

  close(): void {
    this.#store.close();
    this.#line.close();
  }

  #load(): [LiveConnection, SyncedStore] {
    const line = new LiveConnection(this.#options);
    const log = Promise.resolve(this.log);
    const store = new SyncedStore({
      ...this.#reads,
      road: line,
      log,
      ...(this.copy !== null && { keeper: this.copy }),
    });
    line.open();
    return [line, store];
  }
}
