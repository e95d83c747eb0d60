/**
 * The journal as its readers see it: what happened, when, by whom, and the chain. Sealed parts stay
 * commitments here, for auditors too; what they commit to is shown where the content itself may be seen.
 */
import type { Sql } from "postgres";
import { dayIn, standingOf } from "../../domain/bodies";
import type { EventType } from "../../domain/events";
import type { BodyId, MeetingId, PersonId } from "../../domain/ids";
import { rightsOf } from "../../domain/meetings";
import { mayDo } from "../../domain/permissions";
import { type Bilingual, type Instant, instantOf } from "../../domain/text";
import type { CommandDoor } from "../commands/door";
import { hashOf } from "./append";

export type JournalStream = {
  stream: string;
  kind: "meeting" | "body";
  /** a meeting's title, a body's name */
  title: Bilingual;
  bodyName: Bilingual;
  timeZone: string;
  seq: number;
  lastAt: Instant;
};

export type JournalRowView = {
  seq: number;
  at: Instant;
  type: EventType;
  /** a person's name, or `system:clock` */
  actor: string;
  hash: string;
  prevHash: string;
  body: string;
  /** whether the row's hash is that of its text and of the row before */
  intact: boolean;
};

export type JournalPage = JournalStream & {
  rows: readonly JournalRowView[];
  /** last seq of the page before, to go on from; null at the beginning */
  olderBefore: number | null;
};

const pageSize = 100;

type Row = {
  seq: string;
  at: Date;
  type: EventType;
  actor: string;
  body: string;
  /** hex, as the two others */
  prev_hash: string;
  hash: string;
  before: string | null;
};

export function journalReads(sql: Sql, door: Pick<CommandDoor, "meeting" | "body">) {
  const mayRead = async (bodyId: BodyId, personId: PersonId): Promise<boolean> => {
    const body = await door.body(bodyId);
    if (body === null) return false;
    const standing = standingOf(body, personId, dayIn(body.timeZone, instantOf(new Date())));
    return mayDo(rightsOf(null, standing), "journal.read");
  };

  const describe = async (
    stream: string,
  ): Promise<Omit<JournalStream, "seq" | "lastAt"> | null> => {
    const [kind, id] = [
      stream.slice(0, stream.indexOf(":")),
      stream.slice(stream.indexOf(":") + 1),
    ];
    if (kind === "meeting") {
      // the stream's own name says what its id is
      const found = await door.meeting(id as MeetingId);
      if (found === null) return null;
      const { info, bodyName, timeZone } = found.meeting;
      return { stream, kind, title: info.title, bodyName, timeZone };
    }
    if (kind !== "body") return null;
    const body = await door.body(id as BodyId);
    return body === null
      ? null
      : { stream, kind, title: body.name, bodyName: body.name, timeZone: body.timeZone };
  };

  const bodyOf = async (stream: string): Promise<BodyId | null> => {
    const id = stream.slice(stream.indexOf(":") + 1);
    if (!/^[0-9a-f-]{36}$/.test(id)) return null;
    if (stream.startsWith("body:")) return id as BodyId;
    const found = await door.meeting(id as MeetingId);
    return found?.meeting.bodyId ?? null;
  };

  return {
    /** The streams whose journal this person may read, the latest first. */
    async journalStreams(personId: PersonId): Promise<JournalStream[]> {
      const rows = await sql<{ stream: string; seq: string; at: Date }[]>`
        select head.stream, head.seq, journal.at
        from stream_head as head join journal using (stream, seq)
        order by journal.at desc limit 500`;
      const streams = await Promise.all(
        rows.map(async ({ stream, seq, at }) => {
          const bodyId = await bodyOf(stream);
          if (bodyId === null || !(await mayRead(bodyId, personId))) return [];
          const described = await describe(stream);
          return described === null
            ? []
            : { ...described, seq: Number(seq), lastAt: instantOf(at) };
        }),
      );
      return streams.flat();
    },

    /** Rows of a stream before `before` (null: the newest), newest first; null: not there or not theirs. */
    async journal(
      stream: string,
      before: number | null,
      personId: PersonId,
    ): Promise<JournalPage | null> {
      const bodyId = await bodyOf(stream);
      if (bodyId === null || !(await mayRead(bodyId, personId))) return null;
      const described = await describe(stream);
      if (described === null) return null;
      const rows = await sql<Row[]>`
        select row.seq, row.at, row.type, coalesce(person.name, row.actor) as actor, row.body,
          encode(row.prev_hash, 'hex') as prev_hash, encode(row.hash, 'hex') as hash,
          encode(previous.hash, 'hex') as before
        from journal as row
          left join journal as previous
            on previous.stream = row.stream and previous.seq = row.seq - 1
          left join person on person.person_id::text = row.actor
        where row.stream = ${stream} and (${before}::bigint is null or row.seq < ${before}::bigint)
        order by row.seq desc limit ${pageSize}`;
      const [head] = await sql<{ seq: string; at: Date }[]>`
        select head.seq, journal.at from stream_head as head join journal using (stream, seq)
        where head.stream = ${stream}`;
      if (head === undefined) return null;
      const last = rows.at(-1);
      return {
        ...described,
        seq: Number(head.seq),
        lastAt: instantOf(head.at),
        rows: rows.map(rowView),
        olderBefore: last !== undefined && Number(last.seq) > 1 ? Number(last.seq) : null,
      };
    },
  };
}

function rowView(row: Row): JournalRowView {
  const seq = Number(row.seq);
  const linked = seq === 1 || row.before === row.prev_hash;
  return {
    seq,
    at: instantOf(row.at),
    type: row.type,
    actor: row.actor,
    hash: row.hash,
    prevHash: row.prev_hash,
    body: row.body,
    intact: linked && hashOf(row.prev_hash, row.body) === row.hash,
  };
}
