/**
 * What keeps guessing slow without locking anybody out for good. Three leaky buckets of failures, in Postgres so that
 * a restart or a second node does not give guesses back:
 *  - one account from one address: 10, then one a minute;
 *  - one address: 120, then four a minute (a whole cabinet may sit behind one address; successes do not count, and
 *    those under way are fewer than that, because `passwords.ts` tells the 65th that it is busy);
 *  - one account from everywhere: 100, then 100 an hour. One address can fill it by one a minute at most, less than
 *    what leaks out, so a flood from one address cannot keep anybody out elsewhere.
 * A browser that has signed in to the account before carries a device cookie and has a bucket of its own (OWASP's
 * device cookies): not even strangers in the same room, behind the same address, can keep its owner out.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db";
import { signInAttempt } from "../../db/schema/sessions";
import { hashOf } from "./token";

type Scope = "address" | "account" | "account_at_address";
type Bucket = { scope: Scope; key: string };

const buckets: Record<Scope, { capacity: number; leakPerSecond: number }> = {
  address: { capacity: 120, leakPerSecond: 1 / 15 },
  account: { capacity: 100, leakPerSecond: 100 / 3600 },
  account_at_address: { capacity: 10, leakPerSecond: 1 / 60 },
};

export type Place = {
  userName: string;
  address: string;
  /** the token of the device cookie, if the browser has one */
  device: string | null;
};

export type Attempt =
  | { ok: false; retryAfterSeconds: number }
  | {
      ok: true;
      /** how many more failures are free from here */
      left: number;
      /** The password was right: gives back what was taken and remembers the device. */
      succeeded(device: string): Promise<void>;
      /** Nothing was tried after all (too busy): gives back what was taken. */
      withdrawn(): Promise<void>;
    };

export type Attempts = {
  /** Takes one from each bucket before the password is looked at, so that a thousand at once are no way round. */
  begin(place: Place): Promise<Attempt>;
};

export function openAttempts({ drizzle }: Pick<Database, "drizzle">): Attempts {
  async function isKnown(userKey: string, device: string | null): Promise<boolean> {
    if (device === null) return false;
    const rows = await drizzle
      .select({ key: signInAttempt.key })
      .from(signInAttempt)
      .where(
        sql`${signInAttempt.scope} = 'known_place' and ${signInAttempt.key} = ${hashOf(`${userKey}|${device}`)}`,
      );
    return rows.length > 0;
  }

  /** One more in each bucket that has room for it; those that are full stay as they are and are not answered. */
  async function take(into: readonly Bucket[]): Promise<{ scope: Scope; level: number }[]> {
    const next = sql`${leaked} + 1`;
    const rows = await drizzle
      .insert(signInAttempt)
      .values(into.map(({ scope, key }) => ({ scope, key, level: 1 })))
      .onConflictDoUpdate({
        target: [signInAttempt.scope, signInAttempt.key],
        set: { level: next, at: sql`now()` },
        setWhere: sql`${next} <= ${byScope("capacity")}`,
      })
      .returning({ scope: signInAttempt.scope, level: signInAttempt.level });
    return rows.flatMap(({ scope, level }) => (scope === "known_place" ? [] : [{ scope, level }]));
  }

  /** Until all of them have room for one more. */
  async function secondsUntilRoom(full: readonly Bucket[]): Promise<number> {
    const [row] = await drizzle
      .select({
        seconds: sql<number>`max((${leaked} + 1 - ${byScope("capacity")}) / ${byScope("leakPerSecond")})::float8`,
      })
      .from(signInAttempt)
      .where(among(full));
    return Math.max(1, Math.ceil(row?.seconds ?? 1));
  }

  async function giveBack(from: readonly Bucket[]): Promise<void> {
    // An insert goes row by row in the order given, the order of `take`; an update locks in an order of its own, and
    // two of them at once could wait for each other.
    await drizzle
      .insert(signInAttempt)
      .values(from.map(({ scope, key }) => ({ scope, key, level: 0 })))
      .onConflictDoUpdate({
        target: [signInAttempt.scope, signInAttempt.key],
        set: { level: sql`greatest(0, ${signInAttempt.level} - 1)` },
      });
  }

  return {
    async begin({ userName, address, device }) {
      const userKey = hashOf(userName.trim().toLowerCase().normalize("NFKC"));
      const from = (await isKnown(userKey, device)) ? `device ${device}` : `address ${address}`;
      // Always in this order, so that two sign-ins at once cannot wait for each other.
      const own: Bucket = { scope: "account_at_address", key: hashOf(`${userKey}|${from}`) };
      const taken: Bucket[] = from.startsWith("device")
        ? [own]
        : [{ scope: "account", key: userKey }, own, { scope: "address", key: hashOf(address) }];
      const levels = await take(taken);
      const full = taken.filter(({ scope }) => !levels.some((level) => level.scope === scope));
      if (full.length > 0) {
        // What was refused was not tried, so it counts nowhere.
        const elsewhere = taken.filter((bucket) => !full.includes(bucket));
        if (elsewhere.length > 0) await giveBack(elsewhere);
        return { ok: false, retryAfterSeconds: await secondsUntilRoom(full) };
      }
      const left = Math.min(
        ...levels.map(({ scope, level }) => Math.floor(buckets[scope].capacity - level)),
      );
      return {
        ok: true,
        left,
        withdrawn: () => giveBack(taken),
        async succeeded(usedDevice) {
          await giveBack(taken);
          await drizzle
            .insert(signInAttempt)
            .values({ scope: "known_place", key: hashOf(`${userKey}|${usedDevice}`), level: 0 })
            .onConflictDoUpdate({
              target: [signInAttempt.scope, signInAttempt.key],
              set: { at: sql`now()` },
            });
        },
      };
    },
  };
}

/** What is left in a bucket by now. */
const leaked = sql`greatest(0, ${signInAttempt.level} - extract(epoch from now() - ${signInAttempt.at}) * ${byScope("leakPerSecond")})`;

function among(wanted: readonly Bucket[]): SQL {
  const pairs = wanted.map(({ scope, key }) => sql`(${scope}, ${key})`);
  return sql`(${signInAttempt.scope}, ${signInAttempt.key}) in (${sql.join(pairs, sql`, `)})`;
}

/** `case scope when … end`: each bucket's own number. */
function byScope(which: "capacity" | "leakPerSecond"): SQL {
  const cases = Object.entries(buckets).map(
    ([scope, bucket]) => sql`when ${scope} then ${bucket[which]}::float8`,
  );
  return sql`case ${signInAttempt.scope} ${sql.join(cases, sql` `)} end`;
}
