/**
 * The folded state of every stream in use, with its head. Memory only: what is true stands in the
 * journal, and a state that fell behind (another node was faster, or an outcome was unknown) is caught
 * up from it, under the stream's lock when it is about to be relied on.
 */
import type { ISql } from "postgres";
import type { BodyState } from "../../domain/bodies";
import type { BodyEvent, Event, MeetingEvent } from "../../domain/events";
import { evolveBody, evolveMeeting } from "../../domain/evolve";
import type { MeetingState } from "../../domain/meetings";
import type { Recorded } from "../../domain/stream";
import { type Head, noHead } from "../journal/append";
import { eventsAfter } from "../journal/read";

export type StreamState = { head: Head; meeting: MeetingState | null; body: BodyState | null };

const nothing: StreamState = { head: noHead, meeting: null, body: null };

/** Streams kept in memory; the least recently used goes first, and is read again when needed. */
const kept = 200;

export class StreamStates {
  readonly #states = new Map<string, StreamState>();

  /** The state at `head`, reading what is missing; `head` null means the stream has no row. */
  async at(sql: ISql, stream: string, head: Head | null): Promise<StreamState> {
    const known = this.#states.get(stream) ?? nothing;
    if (head === null) return nothing;
    if (known.head.seq === head.seq && known.head.hash === head.hash) return known;
    // a head that is behind ours, or another one at the same place, is another database: begin anew
    const from = known.head.seq < head.seq ? known : nothing;
    const recorded = await eventsAfter(sql, stream, from.head.seq);
    const state = recorded.reduce((state, event) => folded(stream, state, event), from);
    this.keep(stream, state);
    return state;
  }

  /** What was kept last, however old by now; null for a stream that is not in memory. */
  last(stream: string): StreamState | null {
    return this.#states.get(stream) ?? null;
  }

  /** Never goes back: a slower reader must not undo what a faster writer kept. */
  keep(stream: string, state: StreamState): void {
    const known = this.#states.get(stream);
    this.#states.delete(stream);
    const newer = known !== undefined && known.head.seq > state.head.seq ? known : state;
    this.#states.set(stream, newer);
    const oldest = this.#states.size > kept ? this.#states.keys().next().value : undefined;
    if (oldest !== undefined) this.#states.delete(oldest);
  }

  forget(stream: string): void {
    this.#states.delete(stream);
  }
}

/** One more event; the kind of stream is told by its name. */
export function folded(stream: string, state: StreamState, recorded: Recorded<Event>): StreamState {
  const head = { seq: recorded.seq, hash: recorded.hash };
  // a stream's name says whose events it holds; nothing else is ever appended to it
  return stream.startsWith("meeting:")
    ? { ...state, head, meeting: evolveMeeting(state.meeting, recorded as Recorded<MeetingEvent>) }
    : { ...state, head, body: evolveBody(state.body, recorded as Recorded<BodyEvent>) };
}
