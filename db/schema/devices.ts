/** Devices that keep papers. Nothing here opens anything: a device's keys never leave it. */
import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { account } from "./people";

export const device = pgTable(
  "device",
  {
    deviceId: uuid("device_id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => account.personId),
    name: text("name").notNull(),
    /** hex SHA-256 of the secret that the device made for itself */
    secretHash: text("secret_hash").notNull(),
    registeredAt: instant("registered_at").notNull().defaultNow(),
    seenAt: instant("seen_at").notNull().defaultNow(),
    /** the session in which it was last seen; its end by its person withdraws the device. No reference: sessions go */
    sessionId: text("session_id"),
    withdrawnBecause: text("withdrawn_because", { enum: ["lost", "signed_out"] }),
    withdrawnAt: instant("withdrawn_at"),
    /** who reported it lost */
    withdrawnBy: uuid("withdrawn_by").references(() => account.personId),
    /** when the device connected and heard of it */
    toldAt: instant("told_at"),
  },
  (table) => [
    check("device_name", sql`${table.name} <> ''`),
    check("device_secret_is_hash", sql`${table.secretHash} ~ '^[0-9a-f]{64}$'`),
    check("device_withdrawn_because", sql`${table.withdrawnBecause} in ('lost', 'signed_out')`),
    check(
      "device_withdrawn",
      sql`(${table.withdrawnBecause} is null) = (${table.withdrawnAt} is null)`,
    ),
    check(
      "device_lost_by",
      sql`(${table.withdrawnBy} is not null) = (${table.withdrawnBecause} is not distinct from 'lost')`,
    ),
    check("device_told", sql`${table.toldAt} is null or ${table.withdrawnAt} is not null`),
    index("device_by_person").on(table.personId),
    index("device_by_session").on(table.sessionId),
  ],
);
