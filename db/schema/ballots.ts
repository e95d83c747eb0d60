/** Projection of ballots: the question, who may vote, and each vote that counts, once per voter. */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { agendaItem } from "./agenda";
import { instant } from "./columns";
import { meeting } from "./meetings";

export const ballot = pgTable(
  "ballot",
  {
    ballotId: uuid("ballot_id").primaryKey(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meeting.meetingId),
    itemId: uuid("item_id")
      .notNull()
      .references(() => agendaItem.itemId),
    question: jsonb("question").notNull(),
    state: text("state", { enum: ["prepared", "open", "closed", "declared", "void"] }).notNull(),
    /** wording, rule and manner of voting, frozen at opening */
    terms: jsonb("terms"),
    openedAt: instant("opened_at"),
    closesAt: instant("closes_at"),
    closedAt: instant("closed_at"),
    declaredAt: instant("declared_at"),
    result: jsonb("result"),
  },
  (table) => [
    check(
      "ballot_state",
      sql`${table.state} in ('prepared', 'open', 'closed', 'declared', 'void')`,
    ),
    check(
      "ballot_opened",
      sql`(${table.state} = 'prepared') = (${table.openedAt} is null) and (${table.openedAt} is null) = (${table.terms} is null)`,
    ),
    check(
      "ballot_closed",
      sql`(${table.closedAt} is null) = (${table.result} is null) and (${table.state} not in ('closed', 'declared') or ${table.closedAt} is not null) and (${table.state} not in ('prepared', 'open') or ${table.closedAt} is null)`,
    ),
    check(
      "ballot_declared",
      sql`(${table.state} = 'declared') = (${table.declaredAt} is not null)`,
    ),
    // at most one of a meeting is open: 0001_guards.sql
    index("ballot_by_meeting").on(table.meetingId),
  ],
);

/** Frozen at opening: rows are inserted and never changed (0001_guards.sql). */
export const ballotRoll = pgTable(
  "ballot_roll",
  {
    ballotId: uuid("ballot_id")
      .notNull()
      .references(() => ballot.ballotId),
    personId: uuid("person_id").notNull(),
    membershipId: uuid("membership_id").notNull(),
    name: text("name").notNull(),
    order: integer("order").notNull(),
    head: boolean("head").notNull(),
    presides: boolean("presides").notNull(),
    present: boolean("present").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ballotId, table.personId] }),
    unique("ballot_roll_seat").on(table.ballotId, table.membershipId),
  ],
);

export const vote = pgTable(
  "vote",
  {
    ballotId: uuid("ballot_id").notNull(),
    voter: uuid("voter").notNull(),
    answer: text("answer", { enum: ["yes", "no", "abstain"] }).notNull(),
    at: instant("at").notNull(),
    /** place in the meeting's journal */
    seq: bigint("seq", { mode: "number" }).notNull(),
    /** hex hash of that row: the receipt */
    hash: text("hash").notNull(),
  },
  (table) => [
    // one vote that counts per voter
    primaryKey({ columns: [table.ballotId, table.voter] }),
    // and only by those on the roll
    foreignKey({
      columns: [table.ballotId, table.voter],
      foreignColumns: [ballotRoll.ballotId, ballotRoll.personId],
    }),
    // lower-case hex of 32 bytes; a pattern says the same, at half the price of the whole row
    check(
      "vote_hash",
      sql`octet_length(${table.hash}) = 64 and ${table.hash} = encode(decode(${table.hash}, 'hex'), 'hex')`,
    ),
    check("vote_answer", sql`${table.answer} in ('yes', 'no', 'abstain')`),
  ],
);
