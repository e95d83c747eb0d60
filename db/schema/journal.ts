/**
 * The journal: append-only, one gapless hash chain per stream. Update, delete and truncate are refused
 * by triggers and not granted to the application (migrations/0001_guards.sql), and a row that does not
 * continue its chain is refused on insert.
 */
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";

export const journal = pgTable(
  "journal",
  {
    /** `meeting:<uuid>` or `body:<uuid>` */
    stream: text("stream").notNull(),
    /** gapless from 1 */
    seq: bigint("seq", { mode: "number" }).notNull(),
    at: instant("at").notNull(),
    /** a person's id, `system:clock` or `system:installer` */
    actor: text("actor").notNull(),
    type: text("type").notNull(),
    /** the canonical JSON text (RFC 8785) that was hashed, byte for byte */
    body: text("body").notNull(),
    /** hash of the row before; 32 zero bytes before the first */
    prevHash: bytea("prev_hash").notNull(),
    /** SHA-256 of prev_hash ‖ body */
    hash: bytea("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.stream, table.seq] }),
    check("journal_seq", sql`${table.seq} >= 1`),
    check("journal_hash", sql`octet_length(${table.hash}) = 32`),
    check("journal_prev_hash", sql`octet_length(${table.prevHash}) = 32`),
  ],
);

/** Confidential or guessable parts of events; the journal holds their salted commitments. */
export const journalSealed = pgTable(
  "journal_sealed",
  {
    stream: text("stream").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    salt: bytea("salt").notNull(),
    /** canonical JSON text */
    payload: text("payload").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.stream, table.seq] }),
    foreignKey({
      columns: [table.stream, table.seq],
      foreignColumns: [journal.stream, journal.seq],
    }),
    check("journal_sealed_salt", sql`octet_length(${table.salt}) >= 16`),
  ],
);

/** Where each stream ends. */
export const streamHead = pgTable(
  "stream_head",
  {
    stream: text("stream").primaryKey(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: bytea("hash").notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.stream, table.seq],
      foreignColumns: [journal.stream, journal.seq],
    }),
  ],
);

/** The first answer to a command is its only one, for ever. */
export const commandAnswer = pgTable(
  "command_answer",
  {
    commandId: uuid("command_id").primaryKey(),
    /** SHA-256 over who gave it and its canonical text */
    payloadHash: bytea("payload_hash").notNull(),
    answer: jsonb("answer").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [check("command_answer_hash", sql`octet_length(${table.payloadHash}) = 32`)],
);
