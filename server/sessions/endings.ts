/**
 * How every node hears of every session's end within a second, whoever ended it. A session ends by its row being
 * deleted, and a trigger on that says so (`NOTIFY session_ended`): sign-out, another node, an administrator's SQL and
 * expiry (a delete by the sweep below) come the same way. LISTEN rather than asking twice a second for all sessions in
 * use: it costs nothing while nothing ends, and 2,000 open sockets would make each question 130 KB. What LISTEN can
 * miss is the moment in which its connection was lost, so whenever it stands again, or the database answers again,
 * everything in use is looked up once.
 */
import { and, gt, inArray, lte, sql } from "drizzle-orm";
import type { Database } from "../../db";
import { challenge, session, signInAttempt } from "../../db/schema/sessions";
import { logFailure } from "../log";

type Watch = {
  database: Pick<Database, "sql" | "drizzle">;
  idleMs: number;
  everyMs: number;
  /** sessions whose end matters to this process */
  inUse: () => string[];
  ended: (sessionId: string) => void;
  /** new ends of sessions that were used since the last sweep */
  prolonged: (sessionId: string, expiresAt: Date) => void;
};

export type Endings = {
  /** The session was used; written with the next sweep. */
  touch(sessionId: string): void;
  stop(): Promise<void>;
};

/** Old buckets and challenges are cleared once in so many sweeps. */
const sweepsPerClearing = 600;

export async function watchEndings(watch: Watch): Promise<Endings> {
  const { database, everyMs, ended, inUse } = watch;
  const { drizzle } = database;
  const touched = new Set<string>();
  let failing = false;
  let sweeps = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> = Promise.resolve();

  async function reconcile(): Promise<void> {
    const used = inUse();
    if (used.length === 0) return;
    const rows = await drizzle
      .select({ sessionId: session.sessionId })
      .from(session)
      .where(inArray(session.sessionId, used));
    const alive = new Set(rows.map((row) => row.sessionId));
    for (const sessionId of used) if (!alive.has(sessionId)) ended(sessionId);
  }

  async function flushTouched(): Promise<void> {
    if (touched.size === 0) return;
    const used = [...touched];
    const rows = await drizzle
      .update(session)
      .set({
        seenAt: sql`now()`,
        expiresAt: sql`least(now() + make_interval(secs => ${watch.idleMs / 1000}), ${session.endsAt})`,
      })
      .where(and(inArray(session.sessionId, used), gt(session.expiresAt, sql`now()`)))
      .returning({ sessionId: session.sessionId, expiresAt: session.expiresAt });
    // Only now: what could not be written is tried again with the next sweep.
    for (const sessionId of used) touched.delete(sessionId);
    for (const row of rows) watch.prolonged(row.sessionId, row.expiresAt);
  }

  async function sweep(): Promise<void> {
    // In this order: what was used in time must not be swept away.
    await flushTouched();
    await drizzle.delete(session).where(lte(session.expiresAt, sql`now()`));
    if (sweeps++ % sweepsPerClearing === 0) {
      await drizzle.delete(challenge).where(lte(challenge.expiresAt, sql`now()`));
      await drizzle
        .delete(signInAttempt)
        .where(
          sql`${signInAttempt.at} < now() - case when ${signInAttempt.scope} = 'known_place' then interval '400 days' else interval '2 hours' end`,
        );
    }
    if (failing) await reconcile();
    failing = false;
  }

  function sweepOn(): void {
    sweeping = sweep()
      .catch((error: unknown) => {
        // Once per outage: the database's own supervision reports the rest.
        if (!failing) logFailure("session sweep", error);
        failing = true;
      })
      .then(() => {
        if (!stopped) timer = setTimeout(sweepOn, everyMs);
      });
  }

  const listening = await database.sql.listen("session_ended", ended, () => {
    reconcile().catch((error: unknown) => {
      // The next sweep that succeeds repeats it.
      failing = true;
      logFailure("session reconciliation", error);
    });
  });
  sweepOn();

  return {
    touch: (sessionId) => touched.add(sessionId),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await sweeping;
      await flushTouched();
      await listening.unlisten();
    },
  };
}
