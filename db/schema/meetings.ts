/** Projection of meetings: what a list needs to find them. What a person sees of one is decided by its state. */
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { body } from "./bodies";
import { instant } from "./columns";

export const meeting = pgTable(
  "meeting",
  {
    meetingId: uuid("meeting_id").primaryKey(),
    bodyId: uuid("body_id")
      .notNull()
      .references(() => body.bodyId),
    /** {vi, en} */
    title: jsonb("title").notNull(),
    kind: text("kind").notNull(),
    form: text("form").notNull(),
    authority: text("authority").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    place: text("place").notNull(),
    phase: text("phase").notNull(),
    /** number of the latest publication; 0 before the first */
    revision: integer("revision").notNull(),
    /** seq of the last event folded in */
    seq: bigint("seq", { mode: "number" }).notNull(),
  },
  (table) => [
    check("meeting_time", sql`${table.startsAt} < ${table.endsAt}`),
    check("meeting_revision", sql`${table.revision} >= 0`),
    check(
      "meeting_kind",
      sql`${table.kind} in ('regular', 'thematic', 'extraordinary', 'standing', 'working', 'conference')`,
    ),
    check("meeting_form", sql`${table.form} in ('room', 'online', 'hybrid')`),
    check("meeting_authority", sql`${table.authority} in ('decides', 'advises')`),
    check(
      "meeting_phase",
      sql`${table.phase} in ('draft', 'awaiting_approval', 'sent_back', 'approved', 'published', 'in_session', 'suspended', 'closed', 'cancelled')`,
    ),
    index("meeting_by_body").on(table.bodyId, table.startsAt),
  ],
);

/** What was published, one row per revision; what it held stands in the journal. */
export const meetingRevision = pgTable(
  "meeting_revision",
  {
    meetingId: uuid("meeting_id").notNull(),
    number: integer("number").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.number] }),
    foreignKey({ columns: [table.meetingId], foreignColumns: [meeting.meetingId] }),
    check("meeting_revision_number", sql`${table.number} >= 1`),
  ],
);
