/** Working sessions: who is behind a cookie, and the news of a session's end. Both doors ask here, HTTP and sockets. */
import type { IncomingHttpHeaders } from "node:http";
import { and, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { Database } from "../../db";
import { demoPerson } from "../../db/schema/people";
import { session as sessionTable } from "../../db/schema/sessions";
import type { PersonId } from "../../domain/ids";
import { type Instant, instantOf } from "../../domain/text";
import type { Config } from "../config";
import { logFailure } from "../log";
import { readToken } from "./cookies";
import { watchEndings } from "./endings";
import { openLucia, type SessionFacts } from "./lucia";
import { Recent } from "./recent";
import { hashOf, newToken } from "./token";

export type Session = {
  /** the hash of the cookie's secret: names the session, opens nothing */
  sessionId: string;
  personId: PersonId;
  name: string;
  administrator: boolean;
  expiresAt: Instant;
  via: SessionFacts["via"];
};

export type OpenSession = {
  sessionId: string;
  startedAt: Instant;
  seenAt: Instant;
  via: SessionFacts["via"];
  address: string;
  device: string;
};

export type Sessions = {
  /** Null for everything that is not a live session. Does not count as use: see `touch`. */
  authenticate(headers: IncomingHttpHeaders): Promise<Session | null>;
  /** Called within a second of the end, also of sessions this process has never seen. Answers how to leave. */
  onSessionEnded(listener: (sessionId: string) => void): () => void;
  /** The person did something: the idle time begins anew. Cheap, at most one write per half minute. */
  touch(sessionId: string): void;
  /** A new session with a new secret; the token goes into the cookie and nowhere else. */
  begin(personId: PersonId, facts: Omit<SessionFacts, "endsAt">): Promise<string>;
  end(sessionId: string): Promise<void>;
  /** Only what belongs to that person: another's id changes nothing. */
  endOwn(personId: PersonId, sessionId: string): Promise<void>;
  endOthers(personId: PersonId, keptSessionId: string): Promise<void>;
  list(personId: PersonId): Promise<OpenSession[]>;
  stop(): Promise<void>;
};

type Known = { session: Session; expiresAtMs: number; readAtMs: number; touchedAtMs: number };

/** Members of one node's meetings, several times over. */
const rememberedSessions = 10_000;
/** The backstop of the cache, should news of an end be lost in spite of everything. */
const trustedMs = 30_000;

export async function openSessions({
  database,
  config,
  sweepEveryMs = 500,
}: {
  database: Pick<Database, "sql" | "drizzle">;
  config: Pick<Config, "sessionIdleMs" | "sessionAbsoluteMs" | "demo">;
  sweepEveryMs?: number;
}): Promise<Sessions> {
  const { sessionIdleMs: idleMs, sessionAbsoluteMs: absoluteMs } = config;
  const { drizzle } = database;
  const lucia = openLucia(drizzle, idleMs);
  const known = new Recent<Known>(rememberedSessions);
  // An ended session never comes back, so this answers a reading that began before the end and finishes after it.
  const over = new Recent<true>(rememberedSessions);
  const reading = new Map<string, Promise<Session | null>>();
  const listeners = new Set<(sessionId: string) => void>();
  const touchEveryMs = Math.min(trustedMs, idleMs / 10);

  function ended(sessionId: string): void {
    known.delete(sessionId);
    if (over.get(sessionId)) return;
    over.set(sessionId, true);
    for (const listener of listeners) {
      try {
        listener(sessionId);
      } catch (error) {
        // One listener's fault must not keep another's socket alive.
        logFailure("session end listener", error);
      }
    }
  }

  // What the demo left open ends with it.
  if (!config.demo) {
    await drizzle
      .delete(sessionTable)
      .where(
        inArray(
          sessionTable.personId,
          drizzle.select({ personId: demoPerson.personId }).from(demoPerson),
        ),
      );
  }
  const endings = await watchEndings({
    database,
    idleMs,
    everyMs: sweepEveryMs,
    inUse: () => known.keys(),
    ended,
    prolonged: (sessionId, expiresAt) => {
      const held = known.get(sessionId);
      if (!held) return;
      held.expiresAtMs = expiresAt.getTime();
      held.session = { ...held.session, expiresAt: instantOf(expiresAt) };
    },
  });

  async function read(sessionId: string): Promise<Session | null> {
    const { session, user } = await lucia.validateSession(sessionId);
    if (!session || over.get(sessionId)) return null;
    const found: Session = {
      sessionId,
      personId: user.id,
      name: user.name,
      administrator: user.administrator,
      expiresAt: instantOf(session.expiresAt),
      via: session.via,
    };
    const now = Date.now();
    const expiresAtMs = Math.min(session.expiresAt.getTime(), session.endsAt.getTime());
    const touchedAtMs = known.get(sessionId)?.touchedAtMs ?? 0;
    known.set(sessionId, { session: found, expiresAtMs, readAtMs: now, touchedAtMs });
    return found;
  }

  /** A thousand sockets that come back at once with one session ask the database once. */
  function readOnce(sessionId: string): Promise<Session | null> {
    const under = reading.get(sessionId);
    if (under) return under;
    const started = read(sessionId).finally(() => reading.delete(sessionId));
    reading.set(sessionId, started);
    return started;
  }

  async function end(sessionId: string): Promise<void> {
    await lucia.invalidateSession(sessionId);
    ended(sessionId);
  }

  return {
    authenticate(headers) {
      const token = readToken(headers.cookie, "session");
      if (token === null) return Promise.resolve(null);
      const sessionId = hashOf(token);
      const held = known.get(sessionId);
      const now = Date.now();
      if (held && now < held.expiresAtMs && now - held.readAtMs < trustedMs) {
        return Promise.resolve(held.session);
      }
      return readOnce(sessionId);
    },

    onSessionEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    touch(sessionId) {
      const held = known.get(sessionId);
      const now = Date.now();
      if (held && now - held.touchedAtMs < touchEveryMs) return;
      if (held) held.touchedAtMs = now;
      endings.touch(sessionId);
    },

    async begin(personId, facts) {
      const token = newToken();
      const endsAt = new Date(Date.now() + absoluteMs);
      await lucia.createSession(personId, { ...facts, endsAt }, { sessionId: hashOf(token) });
      return token;
    },

    end,

    async endOwn(personId, sessionId) {
      const gone = await drizzle
        .delete(sessionTable)
        .where(and(eq(sessionTable.sessionId, sessionId), eq(sessionTable.personId, personId)))
        .returning({ sessionId: sessionTable.sessionId });
      for (const row of gone) ended(row.sessionId);
    },

    async endOthers(personId, keptSessionId) {
      const gone = await drizzle
        .delete(sessionTable)
        .where(and(eq(sessionTable.personId, personId), ne(sessionTable.sessionId, keptSessionId)))
        .returning({ sessionId: sessionTable.sessionId });
      for (const row of gone) ended(row.sessionId);
    },

    async list(personId) {
      const rows = await drizzle
        .select({
          sessionId: sessionTable.sessionId,
          startedAt: sessionTable.startedAt,
          seenAt: sessionTable.seenAt,
          via: sessionTable.via,
          address: sessionTable.address,
          device: sessionTable.device,
        })
        .from(sessionTable)
        .where(and(eq(sessionTable.personId, personId), gt(sessionTable.expiresAt, sql`now()`)))
        .orderBy(desc(sessionTable.seenAt));
      return rows.map(({ startedAt, seenAt, ...row }) => ({
        ...row,
        startedAt: instantOf(startedAt),
        seenAt: instantOf(seenAt),
      }));
    },

    stop: () => endings.stop(),
  };
}
