/** Who else reads this paper where, and where this reader is, as far as it is shown. Never kept, never repeated. */
import type { DocumentId, MeetingId, PersonId } from "../../../domain/ids";
import type { Reading } from "../marks-store";
import type { MarksRoad, Opened } from "./channel";

/** Leafing fast is said at its ends, not page by page. */
const sayEveryMs = 300;

export class Presence {
  readonly #me: PersonId;
  readonly #paper: { meetingId: MeetingId; documentId: DocumentId };
  readonly #road: MarksRoad;
  readonly #changed: () => void;
  readonly #pages = new Map<PersonId, number>();
  #readings: readonly Reading[] = [];
  #page: number | null = null;
  #said: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ready = false;

  constructor(
    me: PersonId,
    paper: { meetingId: MeetingId; documentId: DocumentId },
    road: MarksRoad,
    changed: () => void,
  ) {
    this.#me = me;
    this.#paper = paper;
    this.#road = road;
    this.#changed = changed;
  }

  readings(): readonly Reading[] {
    return this.#readings;
  }

  show(page: number | null): void {
    this.#page = page;
    this.#saySoon();
  }

  /** Another line knows nothing of this reader yet. */
  connected(): void {
    this.#said = null;
    this.#ready = false;
  }

  /** The shared layer is open: those who have it open are told, and only they. */
  begin(readings: Opened["readings"]): void {
    this.#ready = true;
    this.#pages.clear();
    this.hear(readings);
    this.#saySoon();
  }

  hear(readings: Opened["readings"]): void {
    for (const { personId, page } of readings) {
      if (personId === this.#me) continue;
      if (page === null) this.#pages.delete(personId);
      else this.#pages.set(personId, page);
    }
    this.#readings = [...this.#pages].map(([personId, page]) => ({ personId, page }));
    this.#changed();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#ready = false;
  }

  #saySoon(): void {
    if (this.#timer !== null || !this.#ready) return;
    this.#say();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#page !== this.#said) this.#saySoon();
    }, sayEveryMs);
  }

  #say(): void {
    if (!this.#ready || !this.#road.connected || this.#page === this.#said) return;
    this.#said = this.#page;
    // lost is lost: the next page says it anew
    void this.#road
      .ask("marks.presence", { ...this.#paper, page: this.#page })
      .catch(() => undefined);
  }
}
