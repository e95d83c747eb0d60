/**
 * What was written here and the server has not yet acknowledged, in order, kept sealed on the device so that it
 * outlives the page. Sent again it is written once, so two tabs may both send it.
 */
import { z } from "zod";
import { PersonId } from "../../../domain/ids";
import { Layer, MarkId } from "../../../domain/marks";
import { ClientId } from "../../../domain/protocol";
import type { RefusalCode } from "../../../domain/refusals";
import { base64Of, bytesOf } from "./base64";
import type { OwnUpdate, Place } from "./book";

/** Of `app/offline`: entries that are durable when the promise resolves. */
export type DeviceLog = {
  append(entry: Uint8Array): Promise<number>;
  entries(): Promise<{ key: number; entry: Uint8Array }[]>;
  remove(keys: readonly number[]): Promise<void>;
};

export type Pending = OwnUpdate & {
  clientId: number;
  /** its place in the device's log; null: not (yet) kept there */
  key: number | null;
  /** the device refused to keep it */
  unsafe: boolean;
  /** the server's no; null: not asked yet, or not answered */
  refused: RefusalCode | null;
};

const Entry = z.strictObject({
  layer: Layer,
  owner: PersonId,
  clientId: ClientId,
  ids: z.array(MarkId),
  update: z.base64(),
});

export class MarksOutbox {
  readonly #pending: Pending[] = [];
  readonly #log: Promise<DeviceLog | null>;
  readonly #changed: () => void;
  /** acknowledged, and not yet in the device's copy of what the server has */
  #held: Pending[] | null;

  /**
   * @param log null where the device keeps nothing
   * @param holds what was acknowledged stays in the log until `release`
   */
  constructor(log: Promise<DeviceLog | null>, changed: () => void, holds = false) {
    this.#log = log;
    this.#changed = changed;
    this.#held = holds ? [] : null;
  }

  /** What an earlier page left here, the oldest first. */
  async load(): Promise<readonly Pending[]> {
    const log = await this.#log;
    if (log === null) return [];
    const left: Pending[] = [];
    for (const { key, entry } of await log.entries()) {
      const pending = pendingIn(entry, key);
      // of another version of this page: nobody can read it, and it must not stand in the way
      if (pending === null) await log.remove([key]);
      else left.push(pending);
    }
    this.#pending.unshift(...left);
    this.#changed();
    return left;
  }

  all(): readonly Pending[] {
    return this.#pending;
  }

  of(isOf: (place: Place) => boolean): Pending[] {
    return this.#pending.filter(({ place }) => isOf(place));
  }

  add(own: OwnUpdate, clientId: number): Pending {
    const pending: Pending = { ...own, clientId, key: null, unsafe: false, refused: null };
    this.#pending.push(pending);
    void this.#keep(pending);
    return pending;
  }

  /** The server has it. */
  settle(pending: Pending): void {
    this.#take(pending);
    if (this.#held === null) void this.#forget(pending);
    else this.#held.push(pending);
  }

  /** Something else has taken its place. */
  replaced(pending: Pending): void {
    this.#take(pending);
    void this.#forget(pending);
  }

  /** What was acknowledged by now; with it, `release` says that it need not be held any more. */
  held(): readonly Pending[] {
    return [...(this.#held ?? [])];
  }

  release(held: readonly Pending[]): void {
    this.#held = this.#held?.filter((one) => !held.includes(one)) ?? null;
    for (const one of held) void this.#forget(one);
  }

  #take(pending: Pending): void {
    const at = this.#pending.indexOf(pending);
    if (at !== -1) this.#pending.splice(at, 1);
  }

  async #keep(pending: Pending): Promise<void> {
    try {
      const log = await this.#log;
      if (log === null) throw new Error("The device keeps nothing.");
      pending.key = await log.append(entryOf(pending));
    } catch {
      // said on the screen as long as it lasts: `saving()` is "unsafe"
      pending.unsafe = true;
    }
    // let go meanwhile
    const isWanted = this.#pending.includes(pending) || this.#held?.includes(pending);
    if (!isWanted) await this.#forget(pending);
    this.#changed();
  }

  async #forget({ key }: Pending): Promise<void> {
    if (key === null) return;
    try {
      await (await this.#log)?.remove([key]);
    } catch {
      // it stays, is sent once more by the next page, and written once all the same
    }
  }
}

const text = { encoder: new TextEncoder(), decoder: new TextDecoder() };

function entryOf({ place, clientId, ids, update }: Pending): Uint8Array {
  const entry = { ...place, clientId, ids, update: base64Of(update) };
  return text.encoder.encode(JSON.stringify(entry));
}

export function pendingIn(entry: Uint8Array, key: number): Pending | null {
  try {
    const { layer, owner, clientId, ids, update } = Entry.parse(
      JSON.parse(text.decoder.decode(entry)),
    );
    const own = { place: { layer, owner }, ids, update: bytesOf(update) };
    return { ...own, clientId, key, unsafe: false, refused: null };
  } catch {
    return null;
  }
}
