/** A member's device as the product has it: its connection, its view of one meeting, its outbox. */

import { LiveConnection } from "../../app/live/connection.client";
import { follow } from "../../app/live/follow";
import { MeetingStore } from "../../app/live/meeting-store";
import { Outbox } from "../../app/live/outbox";
import { showOwnVotes } from "../../app/live/own-votes";
import type { MeetingId } from "../../domain/ids";
import type { MeetingView } from "../../domain/meetings";

export class Device {
  readonly line: LiveConnection;
  readonly store: MeetingStore;
  readonly outbox: Outbox;
  readonly #stops: (() => void)[] = [];
  #stored: string | null = null;
  /** every state its connection was in, in order */
  readonly states: string[] = [];

  /** @param loaded the view that the page's loader gave */
  constructor(address: string, cookie: string, loaded: MeetingView) {
    this.line = new LiveConnection({ url: address, headers: { cookie } });
    this.store = new MeetingStore(loaded);
    this.outbox = new Outbox({
      store: {
        read: () => this.#stored,
        write: (text) => {
          this.#stored = text;
        },
      },
      roads: { live: this.line, http: () => Promise.resolve(null) },
      now: this.line.now,
    });
    this.#stops.push(
      this.line.subscribe(() => {
        const { state } = this.line.snapshot();
        if (this.states.at(-1) !== state) this.states.push(state);
      }),
    );
    this.line.open();
    this.#stops.push(showOwnVotes(this.outbox, this.store));
    this.outbox.open();
    this.#stops.push(follow(this.line, this.store));
  }

  get view(): MeetingView {
    return this.store.view();
  }

  /** Waits until what is looked for is so; told by the store and the connection, never by sleeping. */
  async until(what: string, isSo: (device: Device) => boolean, withinMs = 10_000): Promise<void> {
    if (isSo(this)) return;
    await new Promise<void>((resolve, reject) => {
      const check = () => {
        if (!isSo(this)) return;
        done();
        resolve();
      };
      const stops = [this.store.subscribe(check), this.line.subscribe(check)];
      const late = setTimeout(() => {
        done();
        reject(new Error(`not in ${withinMs} ms: ${what} (${this.line.snapshot().state})`));
      }, withinMs);
      const done = () => {
        clearTimeout(late);
        for (const stop of stops) stop();
      };
    });
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.outbox.close();
    this.line.close();
  }
}

/** A view to begin with, older than anything the server has: the join brings the whole. */
export function emptyView(meetingId: MeetingId): MeetingView {
  const view: unknown = { seq: 0, audience: "", shared: { meetingId }, me: { can: [] } };
  return view as MeetingView;
}
