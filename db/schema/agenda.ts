/** Projection of agendas: the working copy's items in their order, with what happened to each. */
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { meeting } from "./meetings";

export const agendaItem = pgTable(
  "agenda_item",
  {
    itemId: uuid("item_id").primaryKey(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meeting.meetingId),
    parentId: uuid("parent_id").references((): AnyPgColumn => agendaItem.itemId),
    /** among its siblings, from 0; unique when the transaction ends (0001_guards.sql) */
    position: integer("position").notNull(),
    title: jsonb("title").notNull(),
    purpose: text("purpose").notNull(),
    treatment: text("treatment").notNull(),
    closed: boolean("closed").notNull(),
    grade: text("grade"),
    leadAgency: text("lead_agency"),
    presenter: jsonb("presenter"),
    minutes: integer("minutes").notNull(),
    openToObservers: boolean("open_to_observers").notNull(),
    edition: integer("edition").notNull(),
    /** at most one of a meeting is current (0001_guards.sql) */
    course: text("course").notNull(),
    outcome: text("outcome"),
    /** when it was concluded, postponed or withdrawn */
    settledAt: instant("settled_at"),
  },
  (table) => [
    check("agenda_item_minutes", sql`${table.minutes} between 0 and 600`),
    check("agenda_item_parent", sql`${table.parentId} <> ${table.itemId}`),
    check(
      "agenda_item_course",
      sql`${table.course} in ('planned', 'current', 'suspended', 'concluded', 'postponed', 'withdrawn')`,
    ),
    check(
      "agenda_item_outcome",
      sql`(${table.course} = 'concluded') = (${table.outcome} is not null)`,
    ),
    check(
      "agenda_item_settled",
      sql`(${table.course} in ('concluded', 'postponed', 'withdrawn')) = (${table.settledAt} is not null)`,
    ),
    index("agenda_item_by_meeting").on(table.meetingId),
  ],
);
