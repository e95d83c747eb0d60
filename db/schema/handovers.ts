/** Projection of hand-overs: where a person finds what was given to them, and what they gave. */
import { sql } from "drizzle-orm";
import { check, date, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { meeting } from "./meetings";

export const handover = pgTable(
  "handover",
  {
    handoverId: uuid("handover_id").primaryKey(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meeting.meetingId),
    memberId: uuid("member_id").notNull(),
    /** to whom */
    personId: uuid("person_id").notNull(),
    documentIds: jsonb("document_ids").notNull(),
    dueOn: date("due_on"),
    state: text("state", { enum: ["given", "finished", "taken_back"] }).notNull(),
    givenAt: instant("given_at").notNull(),
  },
  (table) => [
    check("handover_state", sql`${table.state} in ('given', 'finished', 'taken_back')`),
    check("handover_others", sql`${table.memberId} <> ${table.personId}`),
    index("handover_by_member").on(table.memberId),
    index("handover_by_person").on(table.personId),
  ],
);
