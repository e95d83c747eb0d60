/** Projection of the bodies' streams: who sits and serves where, for lists and pickers. */
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";

export const body = pgTable("body", {
  bodyId: uuid("body_id").primaryKey(),
  parentId: uuid("parent_id").references((): AnyPgColumn => body.bodyId),
  /** {vi, en} */
  name: jsonb("name").notNull(),
  /** IANA name */
  timeZone: text("time_zone").notNull(),
  /** all rules of procedure ever adopted, each with its first day */
  rules: jsonb("rules").notNull(),
});

export const agency = pgTable(
  "agency",
  {
    agencyId: uuid("agency_id").primaryKey(),
    bodyId: uuid("body_id")
      .notNull()
      .references(() => body.bodyId),
    code: text("code").notNull(),
    name: jsonb("name").notNull(),
    kind: text("kind", {
      enum: ["ministry", "province", "office", "department", "other"],
    }).notNull(),
    fromDay: date("from_day").notNull(),
    toDay: date("to_day"),
    mergedInto: uuid("merged_into").references((): AnyPgColumn => agency.agencyId),
  },
  (table) => [
    check("agency_term", sql`${table.fromDay} <= ${table.toDay}`),
    check("agency_merger", sql`${table.mergedInto} is null or ${table.toDay} is not null`),
    check(
      "agency_kind",
      sql`${table.kind} in ('ministry', 'province', 'office', 'department', 'other')`,
    ),
    // the code is unique among those in force: 0001_guards.sql
  ],
);

export const membership = pgTable(
  "membership",
  {
    membershipId: uuid("membership_id").primaryKey(),
    bodyId: uuid("body_id")
      .notNull()
      .references(() => body.bodyId),
    personId: uuid("person_id").notNull(),
    name: text("name").notNull(),
    title: jsonb("title").notNull(),
    role: text("role", { enum: ["chair", "vice_chair", "member"] }).notNull(),
    /** place in the protocol order, from 1 */
    order: integer("order").notNull(),
    votingRight: boolean("voting_right").notNull(),
    agencyId: uuid("agency_id").references(() => agency.agencyId),
    fromDay: date("from_day").notNull(),
    /** first day no longer in force */
    toDay: date("to_day"),
  },
  (table) => [
    check("membership_term", sql`${table.fromDay} <= ${table.toDay}`),
    check("membership_role", sql`${table.role} in ('chair', 'vice_chair', 'member')`),
    check("membership_order", sql`${table.order} >= 1`),
    // order, person and head are unique among those in force: 0001_guards.sql
    index("membership_by_person").on(table.personId),
  ],
);

export const roleGrant = pgTable(
  "role_grant",
  {
    grantId: uuid("grant_id").primaryKey(),
    bodyId: uuid("body_id")
      .notNull()
      .references(() => body.bodyId),
    personId: uuid("person_id").notNull(),
    name: text("name").notNull(),
    title: jsonb("title").notNull(),
    role: text("role").notNull(),
    fromDay: date("from_day").notNull(),
    /** first day no longer in force */
    toDay: date("to_day"),
  },
  (table) => [
    check("role_grant_term", sql`${table.fromDay} <= ${table.toDay}`),
    // a role is held once at a time: 0001_guards.sql
    index("role_grant_by_person").on(table.personId),
  ],
);

/** Whom a member has named for the own office in a body. */
export const officeStaff = pgTable(
  "office_staff",
  {
    bodyId: uuid("body_id")
      .notNull()
      .references(() => body.bodyId),
    memberId: uuid("member_id").notNull(),
    personId: uuid("person_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.bodyId, table.memberId, table.personId] }),
    check("office_staff_others", sql`${table.memberId} <> ${table.personId}`),
  ],
);
