/** All meetings that somebody follows on this node, kept in step with what is committed. */
import type { MeetingId } from "../../domain/ids";
import { type Door, type MeetingNews, type News, onNews } from "./door";
import { type Broadcast, LiveMeeting } from "./live-meeting";

/** A meeting nobody follows is kept so long for those who come back, with its last packets. */
const keepEmptyMs = 300_000;
const sweepEveryMs = 60_000;

export class Hub {
  readonly #door: Door;
  readonly #broadcast: Broadcast;
  readonly #meetings = new Map<MeetingId, LiveMeeting>();
  readonly #opening = new Map<MeetingId, Promise<LiveMeeting | null>>();
  /** what was committed while a meeting was being read */
  readonly #meanwhile = new Map<MeetingId, MeetingNews>();
  readonly #deaf: () => void;
  readonly #sweep: NodeJS.Timeout;

  constructor(door: Door, broadcast: Broadcast) {
    this.#door = door;
    this.#broadcast = broadcast;
    this.#deaf = onNews(door, (news) => this.#hear(news));
    this.#sweep = setInterval(() => this.#forget(), sweepEveryMs);
    this.#sweep.unref();
  }

  /** The live meeting, read once however many ask; null when there is none. */
  open(meetingId: MeetingId): Promise<LiveMeeting | null> {
    const live = this.#meetings.get(meetingId);
    if (live !== undefined) return Promise.resolve(live);
    const opening = this.#opening.get(meetingId);
    if (opening !== undefined) return opening;
    const started = this.#read(meetingId).finally(() => {
      this.#opening.delete(meetingId);
      this.#meanwhile.delete(meetingId);
    });
    this.#opening.set(meetingId, started);
    return started;
  }

  stop(): void {
    this.#deaf();
    clearInterval(this.#sweep);
    for (const live of this.#meetings.values()) live.stop();
    this.#meetings.clear();
  }

  async #read(meetingId: MeetingId): Promise<LiveMeeting | null> {
    const read = await this.#door.meeting(meetingId);
    if (read === null) return null;
    const newer = this.#meanwhile.get(meetingId)?.after;
    const meeting = newer !== undefined && newer.seq > read.meeting.seq ? newer : read.meeting;
    const live = new LiveMeeting(meeting, read.body, this.#broadcast);
    this.#meetings.set(meetingId, live);
    return live;
  }

  #hear(news: News): void {
    if (news.kind === "body") {
      for (const live of this.#meetings.values()) {
        if (live.bodyId === news.after.bodyId) live.hearOfBody(news.after);
      }
      return;
    }
    const { meetingId } = news.after;
    if (this.#opening.has(meetingId)) this.#meanwhile.set(meetingId, news);
    this.#meetings.get(meetingId)?.hear(news);
  }

  #forget(): void {
    for (const [meetingId, live] of this.#meetings) {
      live.refreshDay();
      if (!live.isEmpty || Date.now() - live.emptySince < keepEmptyMs) continue;
      live.stop();
      this.#meetings.delete(meetingId);
    }
  }
}
