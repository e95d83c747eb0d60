/** Working sessions, passkeys, and what keeps guessing slow. Nothing here lets its reader sign in as anybody. */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  doublePrecision,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { account } from "./people";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const session = pgTable(
  "session",
  {
    /** hex SHA-256 of the secret in the cookie: whoever reads this table cannot become anybody */
    sessionId: text("session_id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => account.personId),
    via: text("via", { enum: ["password", "passkey", "demo"] }).notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
    seenAt: instant("seen_at").notNull().defaultNow(),
    /** ends by itself then, unless something is done before */
    expiresAt: instant("expires_at").notNull(),
    /** ends then whatever is done */
    endsAt: instant("ends_at").notNull(),
    /** so that its owner recognises it in the list */
    address: text("address").notNull(),
    device: text("device").notNull(),
  },
  (table) => [
    check("session_id_is_hash", sql`${table.sessionId} ~ '^[0-9a-f]{64}$'`),
    check("session_via", sql`${table.via} in ('password', 'passkey', 'demo')`),
    check("session_within_its_end", sql`${table.expiresAt} <= ${table.endsAt}`),
    index("session_by_person").on(table.personId),
    index("session_by_expiry").on(table.expiresAt),
  ],
);

export const passkey = pgTable(
  "passkey",
  {
    /** the authenticator's credential id, base64url */
    credentialId: text("credential_id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => account.personId),
    publicKey: bytea("public_key").notNull(),
    /** how often the authenticator says it was used; 0 for those that do not count */
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports").array().notNull(),
    /** copied between devices by its maker */
    synced: boolean("synced").notNull(),
    device: text("device").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    usedAt: instant("used_at"),
  },
  (table) => [
    check("passkey_counter", sql`${table.counter} >= 0`),
    index("passkey_by_person").on(table.personId),
  ],
);

/** A question put to an authenticator; answered at most once, and soon. */
export const challenge = pgTable(
  "challenge",
  {
    challenge: text("challenge").primaryKey(),
    purpose: text("purpose", { enum: ["register", "sign_in"] }).notNull(),
    /** who is registering; nobody is known yet when signing in */
    personId: uuid("person_id").references(() => account.personId),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    check(
      "challenge_person",
      sql`(${table.purpose} = 'register') = (${table.personId} is not null)`,
    ),
    index("challenge_by_expiry").on(table.expiresAt),
  ],
);

/** Leaky buckets of failed sign-ins, and the places an account has signed in from. */
export const signInAttempt = pgTable(
  "sign_in_attempt",
  {
    scope: text("scope", {
      enum: ["address", "account", "account_at_address", "known_place"],
    }).notNull(),
    /** hex SHA-256: what is typed as a user name is sometimes a password */
    key: text("key").notNull(),
    /** how full the bucket was at `at` */
    level: doublePrecision("level").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.key] }),
    index("sign_in_attempt_by_time").on(table.at),
  ],
);
