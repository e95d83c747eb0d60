/** One meeting that somebody follows on this node: who follows it, in which audience, and what they were told. */
import type { BodyState } from "../../domain/bodies";
import type { MeetingId, PersonId } from "../../domain/ids";
import {
  audienceOf,
  type MeetingState,
  type MeView,
  presidingNow,
  recusedAndOver,
  type Sight,
  sightOf,
} from "../../domain/meetings";
import type { AnswerTo, Message, Payload } from "../../domain/protocol";
import { meViewOf } from "../../domain/visibility";
import { Audience } from "./audience";
import type { MeetingNews } from "./door";
import { createPeopleView } from "./people-view";
import { Standings } from "./standings";

/** One socket, as far as a meeting is concerned. */
export type Line = {
  enter(room: string): void;
  leave(room: string): void;
  tell<M extends "me" | "reset" | "gone">(name: M, message: Message<M>): void;
};

/** Sends one packet to all lines in a room, encoded once. */
export type Broadcast = (room: string, packet: Message<"changes">) => void;

type Follower = { audience: Audience; lines: Set<Line>; told: string };

/**
 * Counting votes and people arriving goes out at most ten times a second, the first at once. A packet
 * costs some 25 µs of each viewer, and the votes themselves must not wait for it: so to many viewers it
 * goes less often, and the first when a thousand voters have pressed their buttons.
 */
const coalesceMs = { least: 100, perLine: 0.25, most: 500, firstPerLine: 0.2 };
/** An audience nobody belongs to is kept for those who come back. */
const keepAudienceMs = 120_000;

const isProgress = ({ recorded }: MeetingNews): boolean =>
  recorded.every(
    ({ event: { type } }) => type === "ballot.vote_cast" || type.startsWith("presence."),
  );

export class LiveMeeting {
  readonly meetingId: MeetingId;
  #state: MeetingState;
  readonly #standings: Standings;
  readonly #broadcast: Broadcast;
  readonly #people = createPeopleView();
  readonly #audiences = new Map<string, Audience>();
  readonly #followers = new Map<PersonId, Follower>();
  /** who has voted since the last publication; `everyone` when more than votes happened */
  #concerned: Set<PersonId> | "everyone" = new Set();
  /** who has voted since the last publication by a line that got the answer */
  readonly #knowing = new Map<PersonId, Line>();
  #publishedAt = 0;
  #timer: NodeJS.Timeout | null = null;
  #soon: NodeJS.Immediate | null = null;
  #own: readonly unknown[];
  emptySince = Date.now();

  constructor(meeting: MeetingState, body: BodyState, broadcast: Broadcast) {
    this.meetingId = meeting.meetingId;
    this.#state = meeting;
    this.#standings = new Standings(body);
    this.#broadcast = broadcast;
    this.#own = ownPartsDependOn(meeting);
  }

  get seq(): number {
    return this.#state.seq;
  }

  get bodyId() {
    return this.#state.bodyId;
  }

  get isEmpty(): boolean {
    return this.#followers.size === 0;
  }

  /** The only place that decides whether a line may follow. Joins first and reads then, so nothing falls between. */
  join(line: Line, personId: PersonId, held: Omit<Payload<"join">, "meetingId">): AnswerTo<"join"> {
    this.#publish();
    const sight = sightOf(this.#state, this.#standings.of(personId));
    if (sight === null) return { ok: false, refusal: { code: "not_found" } };
    const me = this.#meOf(personId);
    const follower = this.#followers.get(personId) ?? this.#follow(personId, sight, me);
    follower.lines.add(line);
    const { audience } = follower;
    line.enter(audience.room);
    const { seq } = this.#state;
    const changes =
      held.seq === undefined || held.audience !== audience.key
        ? null
        : audience.changesSince(held.seq);
    if (changes !== null) return { ok: true, changes, me, seq };
    return { ok: true, view: { seq, audience: audience.key, shared: audience.shared, me } };
  }

  leave(line: Line, personId: PersonId): void {
    const follower = this.#followers.get(personId);
    if (follower === undefined || !follower.lines.delete(line)) return;
    line.leave(follower.audience.room);
    follower.audience.lastNeededAt = Date.now();
    if (follower.lines.size === 0) this.#followers.delete(personId);
    if (this.isEmpty) this.emptySince = Date.now();
  }

  /**
   * This line has been told of the person's own vote by the answer, receipt and all: the whole own part
   * can wait until something else changes. (A thousand votes at once are answered twice as fast.)
   */
  acknowledge(line: Line, personId: PersonId): void {
    this.#knowing.set(personId, line);
  }

  /** News of a commit. Older news than what is known is no news. */
  hear(news: MeetingNews): void {
    if (news.after.seq <= this.#state.seq) return;
    const [first] = news.recorded;
    const isContinuous = first?.seq === this.#state.seq + 1;
    this.#state = news.after;
    if (isContinuous && isProgress(news)) {
      this.#note(news);
      this.#publishSoon();
      return;
    }
    this.#concerned = "everyone";
    // Of what another node committed only the outcome is known: it may be one of a thousand votes.
    if (first === undefined) this.#publishSoon();
    else this.#publishNext();
  }

  /** The body has changed: roles, seats, rules. */
  hearOfBody(body: BodyState): void {
    if (!this.#standings.refresh(body)) return;
    this.#concerned = "everyone";
    this.#own = [];
    this.#publish();
  }

  /** Midnight changes who somebody is, too. */
  refreshDay(): void {
    this.hearOfBody(this.#standings.body);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#soon !== null) clearImmediate(this.#soon);
    this.#timer = null;
    this.#soon = null;
  }

  #note({ recorded }: MeetingNews): void {
    for (const { event } of recorded) {
      if (event.type !== "ballot.vote_cast") this.#concerned = "everyone";
      else if (this.#concerned !== "everyone") this.#concerned.add(event.voter);
    }
  }

  #publishSoon(): void {
    if (this.#timer !== null) return;
    const { least, perLine, most, firstPerLine } = coalesceMs;
    const { size } = this.#followers;
    const pauseMs = Math.min(most, Math.max(least, size * perLine));
    const firstMs = Math.min(most, size * firstPerLine);
    const wait = Math.max(this.#publishedAt + pauseMs - Date.now(), firstMs);
    if (wait < 10) this.#publishNext();
    else this.#timer = setTimeout(() => this.#publish(), wait);
  }

  /** Right after the answers: who acted hears of it first, and several events make one packet. */
  #publishNext(): void {
    this.#soon ??= setImmediate(() => this.#publish());
  }

  /** Brings every line to the present state. */
  #publish(): void {
    this.stop();
    const concerned = this.#concerned;
    const isNew = [...this.#audiences.values()].some(({ seq }) => seq < this.#state.seq);
    if (!isNew && concerned !== "everyone" && concerned.size === 0) return;
    this.#concerned = new Set();
    this.#publishedAt = Date.now();
    const people = concerned === "everyone" ? this.#perhapsChanged() : [...concerned];
    // who loses sight leaves the room before anything more is said in it
    const moved = concerned === "everyone" ? this.#moveOut(people) : new Map<PersonId, Sight>();
    for (const [key, audience] of this.#audiences) {
      const packet = audience.advance(this.#state, this.#people(this.#state));
      if (packet !== null) this.#broadcast(audience.room, packet);
      else if (this.#isForgotten(audience)) this.#audiences.delete(key);
    }
    for (const personId of people) {
      const sight = moved.get(personId);
      if (sight !== undefined) this.#reset(personId, sight);
      else if (concerned === "everyone") this.#tellOwn(personId);
      else this.#tellOfVote(personId);
    }
    this.#knowing.clear();
  }

  /** Everybody, unless nothing changed that an own part or a sight is made of. */
  #perhapsChanged(): PersonId[] {
    const before = this.#own;
    this.#own = ownPartsDependOn(this.#state);
    const isSame = before.length > 0 && this.#own.every((part, at) => part === before[at]);
    return isSame ? [] : [...this.#followers.keys()];
  }

  #moveOut(people: readonly PersonId[]): Map<PersonId, Sight> {
    const moved = new Map<PersonId, Sight>();
    for (const personId of people) {
      const follower = this.#followers.get(personId);
      if (follower === undefined) continue;
      const sight = sightOf(this.#state, this.#standings.of(personId));
      if (sight !== null && audienceOf(sight) === follower.audience.key) continue;
      for (const line of follower.lines) {
        line.leave(follower.audience.room);
        if (sight === null) line.tell("gone", { meetingId: this.meetingId });
      }
      follower.audience.lastNeededAt = Date.now();
      if (sight === null) this.#followers.delete(personId);
      else moved.set(personId, sight);
    }
    if (this.isEmpty) this.emptySince = Date.now();
    return moved;
  }

  #reset(personId: PersonId, sight: Sight): void {
    const follower = this.#followers.get(personId);
    if (follower === undefined) return;
    const me = this.#meOf(personId);
    follower.audience = this.#audience(sight);
    follower.told = JSON.stringify(me);
    const { audience, lines } = follower;
    const view = { seq: this.#state.seq, audience: audience.key, shared: audience.shared, me };
    for (const line of lines) {
      line.enter(audience.room);
      line.tell("reset", { meetingId: this.meetingId, view });
    }
  }

  #tellOfVote(personId: PersonId): void {
    const follower = this.#followers.get(personId);
    if (follower === undefined) return;
    // what the answer told is told again with the next own part
    follower.told = "";
    const knowing = this.#knowing.get(personId);
    const others = [...follower.lines].filter((line) => line !== knowing);
    if (others.length === 0) return;
    const me = this.#meOf(personId);
    for (const line of others)
      line.tell("me", { meetingId: this.meetingId, seq: this.#state.seq, me });
  }

  #tellOwn(personId: PersonId): void {
    const follower = this.#followers.get(personId);
    if (follower === undefined) return;
    const me = this.#meOf(personId);
    const told = JSON.stringify(me);
    if (told === follower.told) return;
    follower.told = told;
    for (const line of follower.lines)
      line.tell("me", { meetingId: this.meetingId, seq: this.#state.seq, me });
  }

  #follow(personId: PersonId, sight: Sight, me: MeView): Follower {
    const audience = this.#audience(sight);
    const follower = { audience, lines: new Set<Line>(), told: JSON.stringify(me) };
    this.#followers.set(personId, follower);
    return follower;
  }

  #audience(sight: Sight): Audience {
    const key = audienceOf(sight);
    const known = this.#audiences.get(key);
    if (known !== undefined) return known;
    const audience = new Audience(key, sight, this.#state, this.#people(this.#state));
    this.#audiences.set(key, audience);
    return audience;
  }

  #isForgotten({ key, lastNeededAt }: Audience): boolean {
    if (Date.now() - lastNeededAt < keepAudienceMs) return false;
    return ![...this.#followers.values()].some(({ audience }) => audience.key === key);
  }

  #meOf(personId: PersonId): MeView {
    return meViewOf(this.#state, this.#standings.of(personId));
  }
}

/**
 * All that `sightOf` and `meViewOf` read of a meeting, besides the standing. When none of it changed,
 * nobody's own part did: an item called before 2,000 viewers then costs one comparison, not 2,000.
 * A property in tests/integration/live-following.test.ts holds it to those two functions.
 */
export function ownPartsDependOn(state: MeetingState): readonly unknown[] {
  const { attendance, ballots, seats, revisions, phase, handovers, papers, agenda, recusals } =
    state;
  // the working copy is asked of what was handed over (HO5); a call to the floor changes none of it
  const working = [papers, agenda.items, agenda.order];
  return [
    attendance,
    ballots,
    seats,
    revisions,
    phase.name,
    presidingNow(state),
    handovers,
    recusals,
    // what is concluded is in sight again (RC8)
    recusedAndOver(state),
    ...working,
  ];
}
