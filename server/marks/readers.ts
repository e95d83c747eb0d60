/** Who reads a paper where, as far as they show it: never stored, merged, at most ten packets a second. */
import type { DocumentId, PersonId } from "../../domain/ids";
import type { Message } from "../../domain/protocol";

type Readings = Message<"marks.readings">["readings"];

const everyMs = 100;

export class Readers<Line> {
  readonly #broadcast: (room: string, packet: Message<"marks.readings">) => void;
  /** by room: where each line's person is */
  readonly #rooms = new Map<string, Map<Line, { personId: PersonId; page: number }>>();
  readonly #changed = new Map<string, { documentId: DocumentId; people: Set<PersonId> }>();
  #timer: NodeJS.Timeout | null = null;
  #toldAt = 0;

  constructor(broadcast: (room: string, packet: Message<"marks.readings">) => void) {
    this.#broadcast = broadcast;
  }

  /** Where the person of this line reads now; null: not shown. */
  show(room: string, documentId: DocumentId, line: Line, personId: PersonId, page: number | null) {
    const lines = this.#rooms.get(room) ?? new Map<Line, { personId: PersonId; page: number }>();
    if ((lines.get(line)?.page ?? null) === page) return;
    if (page === null) lines.delete(line);
    else {
      // the newest last: of a person with two devices the one that moved last counts
      lines.delete(line);
      lines.set(line, { personId, page });
    }
    if (lines.size === 0) this.#rooms.delete(room);
    else this.#rooms.set(room, lines);
    const changed = this.#changed.get(room) ?? { documentId, people: new Set() };
    changed.people.add(personId);
    this.#changed.set(room, changed);
    this.#timer ??= setTimeout(
      () => this.#tell(),
      Math.max(0, this.#toldAt + everyMs - Date.now()),
    );
  }

  in(room: string): Readings {
    const people = new Map<PersonId, number>();
    for (const { personId, page } of this.#rooms.get(room)?.values() ?? [])
      people.set(personId, page);
    return [...people].map(([personId, page]) => ({ personId, page }));
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tell(): void {
    this.#timer = null;
    this.#toldAt = Date.now();
    for (const [room, { documentId, people }] of this.#changed) {
      const now = new Map(this.in(room).map(({ personId, page }) => [personId, page]));
      const readings = [...people].map((personId) => ({
        personId,
        page: now.get(personId) ?? null,
      }));
      this.#broadcast(room, { documentId, readings });
    }
    this.#changed.clear();
  }
}
