/**
 * What each person may do with the marks of the papers of a meeting: asked of the rules at each opening and each
 * writing, and again whenever the meeting, the body (its offices among it) or the day changes; whoever lost a right hears of it
 * then, by the same news by which live views are made anew.
 */
import type { BodyState, Standing } from "../../domain/bodies";
import type { DocumentId, MeetingId, PersonId } from "../../domain/ids";
import { type LayerAccess, layersOf } from "../../domain/marks";
import type { MeetingState } from "../../domain/meetings";
import type { Door, News } from "../live/door";
import { onNews } from "../live/door";
import { Standings } from "../live/standings";

type Known = { state: MeetingState; standings: Standings };

export class MarkRights {
  readonly #door: Door;
  readonly #changed: (isConcerned: (meetingId: MeetingId) => boolean) => void;
  readonly #meetings = new Map<MeetingId, Known>();
  readonly #deaf: () => void;
  /** counts news of bodies, so that what was read meanwhile is not taken for newer */
  #heard = 0;
  /** meetings being read, with what was heard of them meanwhile */
  readonly #reading = new Map<MeetingId, { count: number; latest: MeetingState | null }>();

  constructor(door: Door, changed: (isConcerned: (meetingId: MeetingId) => boolean) => void) {
    this.#door = door;
    this.#changed = changed;
    this.#deaf = onNews(door, (news) => this.#hear(news));
  }

  /** Reads the meeting as it is now; false: no such meeting. */
  async read(meetingId: MeetingId): Promise<boolean> {
    const reading = this.#reading.get(meetingId) ?? { count: 0, latest: null };
    this.#reading.set(meetingId, reading);
    reading.count += 1;
    try {
      for (;;) {
        const heard = this.#heard;
        const found = await this.#door.meeting(meetingId);
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
    return layersOf(known.state, known.standings.of(personId), documentId);
  }

  /** Whose word counts in every thread: the secretariat of the body today. */
  secretariat(meetingId: MeetingId): PersonId[] {
    const known = this.#meetings.get(meetingId);
    if (known === undefined) return [];
    const { standings } = known;
    return secretariatOf(standings.body, (personId) => standings.of(personId));
  }

  /** Midnight changes who somebody is; what nobody has open any more is let go. */
  refresh(isOpen: (meetingId: MeetingId) => boolean): void {
    for (const [meetingId, { standings }] of this.#meetings) {
      if (!isOpen(meetingId)) this.#meetings.delete(meetingId);
      else if (standings.refresh(standings.body)) this.#changed((its) => its === meetingId);
    }
  }

  stop(): void {
    this.#deaf();
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
}

/** Those whose word counts in every thread, as of a day. */
export function secretariatOf(
  body: BodyState,
  standingOf: (personId: PersonId) => Standing,
): PersonId[] {
  const people = new Set(Object.values(body.grants).map(({ personId }) => personId));
  return [...people].filter((personId) =>
    standingOf(personId).roles.some((role) => role === "secretary" || role === "office_lead"),
  );
}

/** All that `layersOf` reads of a meeting: a vote or a call to the floor changes none of it. */
function dependsOn(state: MeetingState): readonly unknown[] {
  const { attendance, seats, revisions, phase, presiding, agenda, papers } = state;
  const { handovers, recusals } = state;
  return [attendance, seats, revisions, phase.name, presiding, agenda, papers, handovers, recusals];
}
