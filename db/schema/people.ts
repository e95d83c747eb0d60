/** Who may sign in. What a person is in a body stands in the journal, never here. */
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

export const person = pgTable(
  "person",
  {
    personId: uuid("person_id").primaryKey(),
    name: text("name").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [check("person_name", sql`${table.name} <> ''`)],
);

export const account = pgTable(
  "account",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => person.personId),
    /** lower case, so that it is unique however it is typed */
    userName: text("user_name").notNull().unique(),
    /** argon2id in PHC form; null: signs in by passkey or as a demo person only */
    passwordHash: text("password_hash"),
    administrator: boolean("administrator").notNull().default(false),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    check("account_user_name", sql`${table.userName} ~ '^[a-z0-9][a-z0-9._-]{1,62}$'`),
    check("account_password_hash", sql`${table.passwordHash} like '$argon2id$%'`),
  ],
);

/** One-click sign-in: a row exists only where the demo was seeded, and counts only while demo mode is on. */
export const demoPerson = pgTable("demo_person", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => account.personId),
  /** {vi, en} */
  title: jsonb("title").notNull(),
  /** a key of the messages `sessions.roles` */
  role: text("role").notNull(),
  /** where the sign-in page lists them */
  column: text("column", { enum: ["members", "office", "others"] }).notNull(),
  order: integer("order").notNull(),
});
