/**
 * What each person may do with the marks of the papers of a meeting: asked of the rules at each opening and each
 * writing, and again whenever the meeting, the body, the day or an office changes; whoever lost a right hears of it
 * then, by the same news by which live views are made anew.
 */
import type { DocumentId, MeetingId, PersonId } from "../../domain/ids";
import { type LayerAccess, layersOf } from "../../domain/marks";
import type { MeetingState } from "../../domain/meetings";
import type { Door, News } from "../live/door";
import { onNews } from "../live/door";
import { Standings } from "../live/standings";
import type { OfficeStaff } from "./office-staff";

type Known = { state: MeetingState; standings: Standings };

export class MarkRights {
  readonly #door: Door;
  readonly #staff: OfficeStaff;
  readonly #changed: (isConcerned: (meetingId: MeetingId, personId: PersonId) => boolean) => void;
  readonly #meetings = new Map<MeetingId, Known>();
  readonly #offices = new Map<PersonId, readonly PersonId[]>();
  readonly #deaf: (() => void)[];
  /** counts news of bodies and offices, so that what was read meanwhile is not taken for newer */
  #heard = 0;
  /** meetings being read, with what was heard of them meanwhile */
  readonly #reading = new Map<MeetingId, { count: number; latest: MeetingState | null }>();

  constructor(
    door: Door,
    staff: OfficeStaff,
    changed: (isConcerned: (meetingId: MeetingId, personId: PersonId) => boolean) => void,
  ) {
    this.#door = door;
    this.#staff = staff;
    this.#changed = changed;
    this.#deaf = [
      onNews(door, (news) => this.#hear(news)),
      staff.onChanged((personId) => void this.#restaff(personId)),
    ];
  }

  /** Reads the meeting and the person's offices as they are now; false: no such meeting. */
  async read(meetingId: MeetingId, personId: PersonId): Promise<boolean> {
    const reading = this.#reading.get(meetingId) ?? { count: 0, latest: null };
    this.#reading.set(meetingId, reading);
    reading.count += 1;
    try {
      for (;;) {
        const heard = this.#heard;
        const [found, offices] = await Promise.all([
          this.#door.meeting(meetingId),
          this.#staff.officesOf(personId),
        ]);
        if (found === null) return false;
        if (heard !== this.#heard) continue;
        const known = this.#meetings.get(meetingId);
        const standings = known?.standings ?? new Standings(found.body);
        standings.refresh(found.body);
        const state = [found.meeting, known?.state, reading.latest].reduce(
          (newest: MeetingState, other) => (other && other.seq > newest.seq ? other : newest),
          found.meeting,
        );
        this.#meetings.set(meetingId, { state, standings });
        this.#offices.set(personId, offices);
        return true;
      }
    } finally {
      reading.count -= 1;
      if (reading.count === 0) this.#reading.delete(meetingId);
    }
  }

  /** As of the last reading and all news since; none where nothing was read. */
  layers(meetingId: MeetingId, documentId: DocumentId, personId: PersonId): readonly LayerAccess[] {
    const known = this.#meetings.get(meetingId);
    if (known === undefined) return [];
    const standing = known.standings.of(personId);
    return layersOf(known.state, standing, documentId, this.#offices.get(personId) ?? []);
  }

  /** Whose word counts in every thread: the secretariat of the body today. */
  secretariat(meetingId: MeetingId): PersonId[] {
    const known = this.#meetings.get(meetingId);
    if (known === undefined) return [];
    const people = new Set(
      Object.values(known.standings.body.grants).map(({ personId }) => personId),
    );
    return [...people].filter((personId) =>
      known.standings
        .of(personId)
        .roles.some((role) => role === "secretary" || role === "office_lead"),
    );
  }

  /** Midnight changes who somebody is; what nobody has open any more is let go. */
  refresh(
    isOpen: (meetingId: MeetingId) => boolean,
    isHere: (personId: PersonId) => boolean,
  ): void {
    for (const [meetingId, { standings }] of this.#meetings) {
      if (!isOpen(meetingId)) this.#meetings.delete(meetingId);
      else if (standings.refresh(standings.body)) this.#changed((its) => its === meetingId);
    }
    for (const personId of this.#offices.keys())
      if (!isHere(personId)) this.#offices.delete(personId);
  }

  stop(): void {
    for (const deaf of this.#deaf) deaf();
  }

  #hear(news: News): void {
    if (news.kind === "meeting") {
      const { meetingId, seq } = news.after;
      const reading = this.#reading.get(meetingId);
      if (reading !== undefined && (reading.latest?.seq ?? 0) < seq) reading.latest = news.after;
      const known = this.#meetings.get(meetingId);
      if (known === undefined || known.state.seq >= seq) return;
      const before = known.state;
      known.state = news.after;
      if (dependsOn(before).some((part, at) => part !== dependsOn(news.after)[at]))
        this.#changed((its) => its === meetingId);
      return;
    }
    this.#heard += 1;
    for (const [meetingId, { state, standings }] of this.#meetings) {
      if (state.bodyId !== news.after.bodyId || !standings.refresh(news.after)) continue;
      this.#changed((its) => its === meetingId);
    }
  }

  async #restaff(personId: PersonId): Promise<void> {
    if (!this.#offices.has(personId)) return;
    this.#heard += 1;
    this.#offices.set(personId, await this.#staff.officesOf(personId));
    this.#changed((_meetingId, its) => its === personId);
  }
}

/** All that `layersOf` reads of a meeting: a vote or a call to the floor changes none of it. */
function dependsOn(state: MeetingState): readonly unknown[] {
  const { attendance, seats, revisions, phase, presiding, agenda, papers } = state;
  return [attendance, seats, revisions, phase.name, presiding, agenda, papers];
}
