/**
 * Viewers of equal sight of one meeting. What they share is rendered once, compared with what they
 * were told last, and the difference goes out as one packet; the last packets are kept, so that who
 * comes back gets changes and not the whole view.
 */
import {
  type MeetingState,
  type PeopleView,
  type SharedView,
  type Sight,
  sharedViewOf,
} from "../../domain/meetings";
import { type Change, changesBetween, type Message } from "../../domain/protocol";

type Packet = Message<"changes">;

const kept = { packets: 500, bytes: 4_000_000 };
/** Above this a whole view is the lighter answer. */
const catchUpBytes = 256_000;

export class Audience {
  readonly key: string;
  readonly sight: Sight;
  /** Socket.IO's room */
  readonly room: string;
  shared: SharedView;
  /** `shared` is the same at every seq of `since`..`seq` */
  seq: number;
  #since: number;
  readonly #log: { packet: Packet; bytes: number }[] = [];
  #logBytes = 0;
  /** when somebody of this audience was last connected */
  lastNeededAt = 0;

  constructor(key: string, sight: Sight, state: MeetingState, people: PeopleView) {
    this.key = key;
    this.sight = sight;
    this.room = `${state.meetingId}/${key}`;
    this.shared = sharedViewOf(state, sight, people);
    this.seq = state.seq;
    this.#since = state.seq;
  }

  /** Moves on to `state`; the packet to send, or null when these viewers notice nothing. */
  advance(state: MeetingState, people: PeopleView): Packet | null {
    if (state.seq <= this.seq) return null;
    const next = sharedViewOf(state, this.sight, people);
    const changes = changesBetween(this.shared, next);
    if (changes.length === 0) {
      this.seq = state.seq;
      return null;
    }
    const { meetingId } = state;
    const packet = { meetingId, from: this.#since, upTo: this.seq, to: state.seq, changes };
    this.shared = next;
    this.seq = state.seq;
    this.#since = state.seq;
    this.#keep(packet);
    return packet;
  }

  /** What makes the view at `seq` the present one; null when only a whole view does. */
  changesSince(seq: number): Change[] | null {
    if (seq >= this.#since && seq <= this.seq) return [];
    const first = this.#log.findIndex(({ packet }) => packet.from <= seq && seq <= packet.upTo);
    if (first === -1) return null;
    const missed = this.#log.slice(first);
    if (missed.reduce((sum, { bytes }) => sum + bytes, 0) > catchUpBytes) return null;
    return missed.flatMap(({ packet }) => packet.changes);
  }

  #keep(packet: Packet): void {
    const bytes = JSON.stringify(packet.changes).length;
    this.#log.push({ packet, bytes });
    this.#logBytes += bytes;
    while (this.#log.length > kept.packets || this.#logBytes > kept.bytes) {
      const oldest = this.#log.shift();
      if (oldest === undefined) break;
      this.#logBytes -= oldest.bytes;
    }
  }
}
