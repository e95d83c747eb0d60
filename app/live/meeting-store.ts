/**
 * The view of one meeting in a tab. Seeded by the loader, moved on by the socket, and only ever
 * forward: whichever brings the higher `seq` counts, the two are never mixed.
 */
import type { OwnVote } from "../../domain/ballots";
import type { BallotId } from "../../domain/ids";
import type { MeetingView } from "../../domain/meetings";
import { type AnswerTo, applyChanges, type Message } from "../../domain/protocol";

export type Joined = Extract<AnswerTo<"join">, { ok: true }>;

export class MeetingStore {
  #view: MeetingView;
  /** the own part may be newer than the shared one */
  #meSeq: number;
  #gone = false;
  /** no view that changes could be put onto: only a whole one helps */
  #broken = false;
  readonly #watchers = new Set<() => void>();

  constructor(view: MeetingView) {
    this.#view = view;
    this.#meSeq = view.seq;
  }

  view = (): MeetingView => this.#view;

  /** true once the meeting is not there any more for this viewer */
  gone = (): boolean => this.#gone;

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** What a join says of the view already held; nothing when only a whole view helps. */
  held(): { seq?: number; audience?: string } {
    return this.#broken ? {} : { seq: this.#view.seq, audience: this.#view.audience };
  }

  /** A view by another way (a loader); ignored unless it is newer. */
  seed(view: MeetingView): void {
    if (view.seq > this.#view.seq) this.#replace(view);
  }

  /** The answer to a join is the truth, even where it is older: a restored server may be behind. */
  join(joined: Joined): void {
    if ("view" in joined) {
      this.#replace(joined.view);
      return;
    }
    this.#gone = false;
    this.#move(joined.changes, joined.seq);
    this.#meSeq = joined.seq;
    this.#view = { ...this.#view, me: joined.me };
    this.#tell();
  }

  /** false: these changes do not follow on the view held, and the meeting must be joined again. */
  change({ from, upTo, to, changes }: Message<"changes">): boolean {
    const { seq } = this.#view;
    if (to <= seq) return true;
    if (seq < from || seq > upTo) return false;
    if (!this.#move(changes, to)) return false;
    this.#tell();
    return true;
  }

  me({ seq, me }: Message<"me">): void {
    if (seq < this.#meSeq) return;
    this.#meSeq = seq;
    this.#view = { ...this.#view, me };
    this.#tell();
  }

  /** One's own vote, as its answer told: the line that voted is not told a second time. */
  voted(ballotId: BallotId, vote: OwnVote): void {
    const { me } = this.#view;
    if ((me.votes[ballotId]?.seq ?? 0) >= vote.seq) return;
    this.#view = { ...this.#view, me: { ...me, votes: { ...me.votes, [ballotId]: vote } } };
    this.#tell();
  }

  reset(view: MeetingView): void {
    this.#replace(view);
  }

  lose(): void {
    this.#gone = true;
    this.#tell();
  }

  #move(changes: Message<"changes">["changes"], to: number): boolean {
    try {
      const shared = applyChanges(this.#view.shared, changes);
      this.#view = { ...this.#view, seq: to, shared };
      return true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#broken = true;
      return false;
    }
  }

  #replace(view: MeetingView): void {
    this.#view = view;
    this.#meSeq = view.seq;
    this.#broken = false;
    this.#gone = false;
    this.#tell();
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
