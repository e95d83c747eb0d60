/** Reading a stream back: rows with their sealed parts put in again, ready to be folded. */
import type { ISql } from "postgres";
import type { Event } from "../../domain/events";
import { PersonId } from "../../domain/ids";
import type { Actor, Recorded } from "../../domain/stream";
import { instantOf } from "../../domain/text";
import type { Head } from "./append";

type StoredRow = {
  seq: string;
  at: Date;
  actor: string;
  /** hex */
  hash: string;
  body: string;
  payload: string | null;
};

/** Where streams end; one that has no row yet is left out. */
export async function headsOf(
  sql: ISql,
  streams: readonly string[],
): Promise<ReadonlyMap<string, Head>> {
  const rows = await sql<{ stream: string; seq: string; hash: string }[]>`
    select stream, seq, encode(hash, 'hex') as hash from stream_head
    where stream = any(${streams}::text[])`;
  return new Map(rows.map(({ stream, seq, hash }) => [stream, { seq: Number(seq), hash }]));
}

/** Where a stream ends; null when it has no row yet. */
export async function headOf(sql: ISql, stream: string): Promise<Head | null> {
  return (await headsOf(sql, [stream])).get(stream) ?? null;
}

/**
 * The events of a stream after `seq`, in order. The journal is written by this product alone and its
 * bodies are checked by hash (`npm run journal:verify`), so they are read as the events they were.
 */
export async function eventsAfter(
  sql: ISql,
  stream: string,
  seq: number,
): Promise<Recorded<Event>[]> {
  const rows = await sql<StoredRow[]>`
    select journal.seq, journal.at, journal.actor, encode(journal.hash, 'hex') as hash,
      journal.body, sealed.payload
    from journal left join journal_sealed as sealed using (stream, seq)
    where journal.stream = ${stream} and journal.seq > ${seq}
    order by journal.seq`;
  return rows.map(recordedOf);
}

function recordedOf(row: StoredRow): Recorded<Event> {
  const { event } = JSON.parse(row.body) as { event: object };
  const whole = row.payload === null ? event : { ...event, sealed: JSON.parse(row.payload) };
  return {
    seq: Number(row.seq),
    at: instantOf(row.at),
    actor: actorOf(row.actor),
    hash: row.hash,
    event: whole as Event,
  };
}

/** @throws Error for a text that no version of the product wrote */
export function actorOf(text: string): Actor {
  if (text === "system:clock") return { kind: "system", name: "clock" };
  if (text === "system:installer") return { kind: "system", name: "installer" };
  return { kind: "person", personId: PersonId.parse(text) };
}
