/**
 * What is being looked for in this tab: it outlives the paper that is open, because a hit leads to another paper
 * and the list must still be there. One tab has one search.
 */
import type { DocumentId, MeetingId } from "../../domain/ids";
import type { SearchAnswer } from "../../domain/search";

export type Scope = "paper" | "item" | "pack" | "everything";

/** Where a hit stands: told apart from others by where it begins on its page. */
export type HitPlace = { documentId: DocumentId; page: number; start: number };

/** What came of asking for the words as typed; the answer before stays in sight until the next is there. */
export type Asked = {
  typed: string;
  state: "idle" | "asking" | "answered" | "unreachable" | "failed";
  answer: SearchAnswer | null;
};

export type SearchState = {
  /** `list`: the panel is open; `hits`: it is folded away, the hits stay on the page */
  mode: "closed" | "list" | "hits";
  typed: string;
  scope: Scope;
  current: HitPlace | null;
  meetingId: MeetingId | null;
  /** how often it was opened by hand: each time the field takes the focus */
  opened: number;
  /** the pack of that meeting: the scopes of an item and of a paper are parts of its answer */
  pack: Asked;
  everything: Asked;
};

/** In a meeting, or in everything (null); rejects with a `TypeError` where nobody can be asked. */
export type Ask = (
  what: { meetingId: MeetingId | null; typed: string },
  signal: AbortSignal,
) => Promise<SearchAnswer>;

const notAsked: Asked = { typed: "", state: "idle", answer: null };
export const noSearch: SearchState = {
  mode: "closed",
  typed: "",
  scope: "pack",
  current: null,
  meetingId: null,
  opened: 0,
  pack: notAsked,
  everything: notAsked,
};

/** How long typing rests before it is asked. */
const typingRestMs = 120;

export class SearchStore {
  #state = noSearch;
  readonly #listeners = new Set<() => void>();
  readonly #ask: Ask;
  #focusIsOwed = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #asking: { pack?: AbortController; everything?: AbortController } = {};

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  readonly snapshot = (): SearchState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** In which meeting is searched; another one is asked anew. */
  enter(meetingId: MeetingId): void {
    if (this.#state.meetingId === meetingId) return;
    this.#change({ meetingId, pack: notAsked });
    if (this.#state.mode !== "closed") this.#askSoon(0);
  }

  open(): void {
    this.#focusIsOwed = true;
    this.#change({ mode: "list", opened: this.#state.opened + 1 });
    this.#askSoon(0);
  }

  /** Once after each opening by hand: a panel that comes back with the next paper brings up no keyboard. */
  takeFocus(): boolean {
    const isOwed = this.#focusIsOwed;
    this.#focusIsOwed = false;
    return isOwed;
  }

  /** The list is folded away; the hits stay on the page. */
  fold(): void {
    this.#change({ mode: "hits" });
  }

  /** The words are kept for the next time. */
  close(): void {
    this.#change({ mode: "closed", current: null });
  }

  type(typed: string): void {
    this.#change({ typed, current: null });
    this.#askSoon(typingRestMs);
  }

  choose(scope: Scope): void {
    this.#change({ scope });
    this.#askSoon(0);
  }

  stand(current: HitPlace): void {
    this.#change({ current });
  }

  /** An address that leads to a hit brings its search along. */
  follow(typed: string, current: HitPlace | null): void {
    const mode = this.#state.mode === "closed" ? "list" : this.#state.mode;
    this.#change({ mode, typed, current });
    this.#askSoon(0);
  }

  /** Asks again what could not be asked. */
  retry(): void {
    this.#change({
      pack: { ...this.#state.pack, state: "idle" },
      everything: { ...this.#state.everything, state: "idle" },
    });
    this.#askSoon(0);
  }

  #askSoon(afterMs: number): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      const { meetingId, scope } = this.#state;
      if (meetingId !== null) this.#askFor("pack", meetingId);
      if (scope === "everything") this.#askFor("everything", null);
    }, afterMs);
  }

  #askFor(what: "pack" | "everything", meetingId: MeetingId | null): void {
    const { typed, [what]: before } = this.#state;
    const isUnderWay = before.state === "asking" || before.state === "answered";
    if (before.typed === typed && isUnderWay) return;
    this.#asking[what]?.abort();
    const ending = new AbortController();
    this.#asking = { ...this.#asking, [what]: ending };
    const answered = (asked: Partial<Asked>) => {
      if (!ending.signal.aborted) this.#change({ [what]: { ...this.#state[what], ...asked } });
    };
    answered({ typed, state: "asking" });
    this.#ask({ meetingId, typed }, ending.signal).then(
      (answer) => answered({ state: "answered", answer }),
      (error: unknown) =>
        answered({ state: error instanceof TypeError ? "unreachable" : "failed", answer: null }),
    );
  }

  #change(part: Partial<SearchState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
