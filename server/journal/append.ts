/**
 * Appending to the journal: one hash chain per stream. `hash = SHA-256(prev_hash ‖ body)`, where `body`
 * is the canonical text that was hashed and is kept as text. An event's `sealed` part is journaled as a
 * salted commitment, `SHA-256(salt ‖ canonical text)`; the payload lies in a side table.
 */
import { hash, randomBytes } from "node:crypto";
import type { TransactionSql } from "postgres";
import { lines } from "../../db/lines";
import type { Actor, Recorded } from "../../domain/stream";
import type { Instant } from "../../domain/text";
import { canonicalText } from "./canonical";

/** The end of a chain: the next row takes `seq + 1` and is bound to `hash`, which is hex. */
export type Head = { seq: number; hash: string };

/** A stream that has no row yet. */
export const noHead: Head = { seq: 0, hash: "0".repeat(64) };

type AnyEvent = { type: string; sealed?: object };

export type JournalRow = {
  seq: number;
  at: Instant;
  actor: string;
  type: string;
  body: string;
  /** hex */
  prevHash: string;
  hash: string;
  sealed: { salt: Buffer; payload: string } | null;
};

export function actorText(actor: Actor): string {
  return actor.kind === "person" ? actor.personId : `system:${actor.name}`;
}

/** The row after `head` that records the event; pure but for the salt. */
export function rowAfter<Event extends AnyEvent>(
  stream: string,
  head: Head,
  at: Instant,
  actor: Actor,
  event: Event,
): { row: JournalRow; recorded: Recorded<Event> } {
  const seq = head.seq + 1;
  const seal = event.sealed === undefined ? null : sealOf(event.sealed);
  const body = canonicalText({
    stream,
    seq,
    at,
    actor: actorText(actor),
    type: event.type,
    event: seal === null ? event : { ...event, sealed: { commitment: seal.commitment } },
  });
  const hash = hashOf(head.hash, body);
  const sealed = seal === null ? null : { salt: seal.salt, payload: seal.payload };
  return {
    row: {
      seq,
      at,
      actor: actorText(actor),
      type: event.type,
      body,
      prevHash: head.hash,
      hash,
      sealed,
    },
    recorded: { seq, at, actor, hash, event },
  };
}

/** What binds a row to the one before: hex SHA-256 of that one's hash and its own text. */
export function hashOf(prevHash: string, body: string): string {
  return hashOfBoth(Buffer.from(prevHash, "hex"), body);
}

/** What binds a sealed payload to its row without telling it: hex SHA-256 of salt and text. */
export function commitmentOf(salt: Buffer, payload: string): string {
  return hashOfBoth(salt, payload);
}

/** In one call: a hasher, made for each row, costs a storm of votes more than the hashing. */
function hashOfBoth(bytes: Buffer, text: string): string {
  return hash("sha256", Buffer.concat([bytes, Buffer.from(text, "utf8")]), "hex");
}

const saltBytes = 16;
/** Randomness asked for in bulk: a call for each vote of a storm would be the dearest part of its row. */
let salts = Buffer.alloc(0);

function nextSalt(): Buffer {
  if (salts.length < saltBytes) salts = randomBytes(256 * saltBytes);
  const salt = salts.subarray(0, saltBytes);
  salts = salts.subarray(saltBytes);
  return salt;
}

function sealOf(sealed: object): { salt: Buffer; payload: string; commitment: string } {
  const salt = nextSalt();
  const payload = canonicalText(sealed);
  return { salt, payload, commitment: commitmentOf(salt, payload) };
}

/** Inserts rows of one stream, in two statements however many there are. */
export async function insertRows(
  tx: TransactionSql,
  stream: string,
  rows: readonly JournalRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const sealed = rows.flatMap(({ seq, sealed: part }) => (part === null ? [] : { seq, ...part }));
  const statements: Promise<unknown>[] = [
    tx`
      insert into journal (stream, seq, at, actor, type, body, prev_hash, hash)
      select ${stream}, seq, at, actor, type, body, decode(prev_hash, 'hex'), decode(hash, 'hex')
      from unnest(
        string_to_array(${lines(rows, ({ seq }) => String(seq))}, chr(10))::bigint[],
        string_to_array(${lines(rows, ({ at }) => at)}, chr(10))::timestamptz[],
        string_to_array(${lines(rows, ({ actor }) => actor)}, chr(10)),
        string_to_array(${lines(rows, ({ type }) => type)}, chr(10)),
        string_to_array(${lines(rows, ({ body }) => body)}, chr(10)),
        string_to_array(${lines(rows, ({ prevHash }) => prevHash)}, chr(10)),
        string_to_array(${lines(rows, ({ hash }) => hash)}, chr(10))
      ) as row (seq, at, actor, type, body, prev_hash, hash)`,
  ];
  if (sealed.length > 0)
    statements.push(tx`
      insert into journal_sealed (stream, seq, salt, payload)
      select ${stream}, seq, decode(salt, 'hex'), payload
      from unnest(
        string_to_array(${lines(sealed, ({ seq }) => String(seq))}, chr(10))::bigint[],
        string_to_array(${lines(sealed, ({ salt }) => salt.toString("hex"))}, chr(10)),
        string_to_array(${lines(sealed, ({ payload }) => payload)}, chr(10))
      ) as row (seq, salt, payload)`);
  // sent together, carried out in order: one round trip
  await Promise.all(statements);
}

/** Moves the stream's head to its last row. */
export function moveHead(tx: TransactionSql, stream: string, { seq, hash }: Head) {
  return tx`
    insert into stream_head (stream, seq, hash) values (${stream}, ${seq}, decode(${hash}, 'hex'))
    on conflict (stream) do update set seq = excluded.seq, hash = excluded.hash`;
}
