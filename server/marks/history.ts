/**
 * How long all that was written stays beside what it amounts to, as each body's rules of today say (BO17), and what has
 * passed that time. What nobody writes on any more is never merged for its length, so it is looked for once a day.
 */
import type { Sql } from "postgres";
import { dayIn, marksHistoryDays, marksHistoryDaysOf, rulesOn } from "../../domain/bodies";
import { BodyId, MeetingId, PersonId } from "../../domain/ids";
import { instantOf } from "../../domain/text";
import type { Door } from "../live/door";
import { logFailure } from "../log";
import type { Compaction, Due } from "./compaction";

const sweepEveryMs = 86_400_000;
/** A server that has just begun has other things to do. */
const firstSweepMs = 600_000;

export class History {
  readonly #sql: Sql;
  readonly #door: Pick<Door, "body">;
  #timer: NodeJS.Timeout | null = null;

  constructor(sql: Sql, door: Pick<Door, "body">) {
    this.#sql = sql;
    this.#door = door;
  }

  /** For papers of this meeting. */
  async days(meetingId: MeetingId): Promise<number> {
    const bodyId = await this.#bodyOf(meetingId);
    return bodyId === null ? marksHistoryDays.usual : await this.#daysOf(bodyId);
  }

  /** Has everything merged that holds something older than its body keeps; merging lets go of that. */
  async sweep(compaction: Compaction): Promise<void> {
    for (const bodyId of await this.#bodies()) {
      const days = await this.#daysOf(bodyId);
      for (const due of await this.#past(bodyId, days)) compaction.due(due);
    }
  }

  /** From now on, once a day. */
  sweepDaily(compaction: Compaction, afterMs = firstSweepMs): void {
    this.#timer = setTimeout(() => {
      this.sweep(compaction).catch((error: unknown) =>
        logFailure("The history of marks could not be looked through.", error),
      );
      this.sweepDaily(compaction, sweepEveryMs);
    }, afterMs);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #daysOf(bodyId: BodyId): Promise<number> {
    const body = await this.#door.body(bodyId);
    if (body === null) return marksHistoryDays.usual;
    const today = dayIn(body.timeZone, instantOf(new Date()));
    return marksHistoryDaysOf(rulesOn(body, today));
  }

  async #bodyOf(meetingId: MeetingId): Promise<BodyId | null> {
    const [row] = await this.#sql<{ body_id: string }[]>`
      select body_id from meeting where meeting_id = ${meetingId}`;
    return row === undefined ? null : BodyId.parse(row.body_id);
  }

  /** Those on whose papers anything was written. */
  async #bodies(): Promise<BodyId[]> {
    const rows = await this.#sql<{ body_id: string }[]>`
      select distinct body_id from mark_channel join meeting using (meeting_id)`;
    return rows.map(({ body_id }) => BodyId.parse(body_id));
  }

  /** Documents of this body's papers that hold something older than so many days; not all of them at once. */
  async #past(bodyId: BodyId, days: number): Promise<Due[]> {
    const rows = await this.#sql<{ channel: string; meeting_id: string; owner: string }[]>`
      select distinct its.channel, its.meeting_id, written.owner
      from mark_channel as its join meeting using (meeting_id)
      cross join lateral (
        select at from mark_update where channel = its.channel order by seq limit 1
      ) as oldest
      join mark_update as written on written.channel = its.channel
      where meeting.body_id = ${bodyId}
        and oldest.at < now() - make_interval(days => ${days})
        and written.at < now() - make_interval(days => ${days})
      limit 1000`;
    return rows.map((row) => ({
      channelId: Number(row.channel),
      meetingId: MeetingId.parse(row.meeting_id),
      owner: PersonId.parse(row.owner),
      channel: null,
    }));
  }
}
