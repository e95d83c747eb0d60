/**
 * Marks as bytes: what came in, in order, and what it amounts to. No document is ever held decoded
 * (docs/decisions/0022). A channel is one layer of one paper: the shared one, or a person's private or office one.
 */
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { layers } from "../../domain/marks";
import { bytea, instant } from "./columns";

export const markChannel = pgTable(
  "mark_channel",
  {
    channel: bigint("channel", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    meetingId: uuid("meeting_id").notNull(),
    documentId: uuid("document_id").notNull(),
    layer: text("layer", { enum: layers }).notNull(),
    /** whose private or office layer; null: the shared one */
    of: uuid("of"),
    /** the last place in its log; whoever writes takes the next ones under this row's lock, on whichever node */
    head: bigint("head", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    unique("mark_channel_once").on(table.documentId, table.layer, table.of).nullsNotDistinct(),
    check("mark_channel_layer", sql`${table.layer} in ('private', 'office', 'shared')`),
    check("mark_channel_of", sql`(${table.layer} = 'shared') = (${table.of} is null)`),
  ],
);

/** Everything that was written, in the order of the channel; kept for the history's time. */
export const markUpdate = pgTable(
  "mark_update",
  {
    channel: bigint("channel", { mode: "number" }).notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    /** whose Yjs document */
    owner: uuid("owner").notNull(),
    /** who wrote it, as the session said */
    author: uuid("author").notNull(),
    at: instant("at").notNull().defaultNow(),
    bytes: bytea("bytes").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channel, table.seq] }),
    check("mark_update_seq", sql`${table.seq} > 0`),
    check("mark_update_bytes", sql`octet_length(${table.bytes}) between 1 and 65536`),
  ],
);

/** One Yjs document up to a place in the log, without what was deleted. */
export const markSnapshot = pgTable(
  "mark_snapshot",
  {
    channel: bigint("channel", { mode: "number" }).notNull(),
    owner: uuid("owner").notNull(),
    /** holds every update of this owner up to here */
    seq: bigint("seq", { mode: "number" }).notNull(),
    marks: integer("marks").notNull(),
    bytes: bytea("bytes").notNull(),
    /** where each mark was written first and last: lines of `id since seq`, in an office with the author */
    places: text("places").notNull(),
  },
  (table) => [primaryKey({ columns: [table.channel, table.owner] })],
);

/** Client ids of Yjs, each one person's for ever in its document, and how far that person has written under it. */
export const markClient = pgTable(
  "mark_client",
  {
    channel: bigint("channel", { mode: "number" }).notNull(),
    owner: uuid("owner").notNull(),
    clientId: bigint("client_id", { mode: "number" }).notNull(),
    author: uuid("author").notNull(),
    /** the next clock */
    clock: bigint("clock", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.channel, table.owner, table.clientId] })],
);

/**
 * Who was mentioned in a layer since they last opened it: where to look, told only to those who have the layer. By the
 * place where the mark is written in its Yjs document, so that a deletion finds it.
 */
export const markMention = pgTable(
  "mark_mention",
  {
    channel: bigint("channel", { mode: "number" }).notNull(),
    owner: uuid("owner").notNull(),
    clientId: bigint("client_id", { mode: "number" }).notNull(),
    clock: bigint("clock", { mode: "number" }).notNull(),
    personId: uuid("person_id").notNull(),
    author: uuid("author").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.channel, table.owner, table.clientId, table.clock, table.personId],
    }),
    index("mark_mention_by_person").on(table.personId),
  ],
);

/** People who do not show where they read. */
export const hiddenReader = pgTable("hidden_reader", { personId: uuid("person_id").primaryKey() });
