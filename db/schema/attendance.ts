/** Projection of who is asked to a meeting and who is there. */
import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { meeting } from "./meetings";

export const participant = pgTable(
  "participant",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meeting.meetingId),
    /** a member's is the id of the seat, so it is unique within its meeting only */
    invitationId: uuid("invitation_id").notNull(),
    personId: uuid("person_id").notNull(),
    name: text("name").notNull(),
    title: jsonb("title").notNull(),
    capacity: text("capacity").notNull(),
    membershipId: uuid("membership_id"),
    /** "all", or the items a guest is asked for */
    items: jsonb("items").notNull(),
    invitation: text("invitation").notNull(),
    invitationAt: instant("invitation_at"),
    presence: text("presence").notNull(),
    presenceAt: instant("presence_at"),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.invitationId] }),
    check(
      "participant_capacity",
      sql`${table.capacity} in ('member', 'substitute', 'rapporteur', 'invitee', 'observer')`,
    ),
    check(
      "participant_seat",
      sql`(${table.capacity} in ('member', 'substitute')) = (${table.membershipId} is not null)`,
    ),
    check(
      "participant_invitation",
      sql`${table.invitation} in ('not_sent', 'sent', 'confirmed', 'absence_requested', 'absence_granted', 'absence_refused', 'substitute_named')`,
    ),
    check(
      "participant_invited",
      sql`(${table.invitation} = 'not_sent') = (${table.invitationAt} is null)`,
    ),
    check(
      "participant_presence",
      sql`${table.presence} in ('expected', 'room', 'remote', 'away', 'left')`,
    ),
    check(
      "participant_arrived",
      sql`(${table.presence} = 'expected') = (${table.presenceAt} is null)`,
    ),
    index("participant_by_person").on(table.personId),
  ],
);
