/**
 * The device's copy of what the server has of this paper's marks, kept up while the page is open: so that they are there
 * when the tablet starts without a server. At once after a change, then again when it has rested: longer for more marks.
 */
import type { PaperMarks } from "../../../domain/protocol";
import type { MarksOutbox } from "./outbox";

/** Of `app/offline`. */
export type Keeper = {
  read(): Promise<{ marks: PaperMarks; atMs: number } | null>;
  /** In the place of the copy before; durable when it resolves. Where the paper is not kept nothing is asked for. */
  keep(copy: () => PaperMarks | null): Promise<void>;
};

/** A copy is whole each time: a small part of the time at most goes into making it. */
const rest = { times: 50, atLeastMs: 300, atMostMs: 15_000 };

export class Keeping {
  readonly #keeper: Keeper;
  /** null: not known just now */
  readonly #copy: () => PaperMarks | null;
  readonly #outbox: MarksOutbox;
  #isBusy = false;
  #isWanted = false;
  #rest: ReturnType<typeof setTimeout> | null = null;

  constructor(keeper: Keeper, outbox: MarksOutbox, copy: () => PaperMarks | null) {
    this.#keeper = keeper;
    this.#outbox = outbox;
    this.#copy = copy;
  }

  /** Something that the server has is new here. */
  soon(): void {
    this.#isWanted = true;
    if (!this.#isBusy && this.#rest === null) void this.#keep(this.#copy);
  }

  /** What was not known may be known now. */
  again(): void {
    if (this.#isWanted) this.soon();
  }

  /** The page leaves the paper: what it knows now is kept as the last. */
  stop(): void {
    if (this.#rest !== null) clearTimeout(this.#rest);
    if (!this.#isWanted) return;
    const last = this.#copy();
    void this.#keep(() => last);
  }

  async #keep(copy: () => PaperMarks | null): Promise<void> {
    this.#isBusy = true;
    this.#isWanted = false;
    let tookMs = 0;
    // where the paper is not kept no copy is asked for, and nothing is held back for one
    let held = this.#outbox.held();
    let isKnown = true;
    try {
      await this.#keeper.keep(() => {
        held = this.#outbox.held();
        const began = performance.now();
        const marks = copy();
        tookMs = performance.now() - began;
        isKnown = marks !== null;
        return marks;
      });
      if (isKnown) this.#outbox.release(held);
    } catch (error) {
      // a full device: the copy before stays, and what it lacks stays in the log
      console.error("The copy of the marks could not be kept.", error);
    }
    this.#isBusy = false;
    if (this.#rest !== null) return;
    // nothing was put, and is still wanted: what makes it known, or has done so meanwhile, tries again at once
    if (!isKnown) {
      const isNews = this.#isWanted;
      this.#isWanted = true;
      if (isNews) this.soon();
      return;
    }
    const restMs = rest.times * tookMs;
    this.#rest = setTimeout(
      () => {
        this.#rest = null;
        if (this.#isWanted) void this.#keep(this.#copy);
      },
      Math.min(Math.max(restMs, rest.atLeastMs), rest.atMostMs),
    );
  }
}
