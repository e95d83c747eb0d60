/**
 * Lucia over our own tables. Lucia stores the id it is given; it is given the hash of the cookie's secret, so the
 * secret itself is nowhere in the database. The adapter is ours because the ready-made one reads whole rows of both
 * tables and knows no absolute end. What replacing Lucia takes: `authenticate.ts` calls four of its methods.
 */
import { and, eq, gt, lte, sql } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import type { Database } from "../../db";
import { account, person } from "../../db/schema/people";
import { session } from "../../db/schema/sessions";
import { PersonId } from "../../domain/ids";

export type SessionFacts = {
  via: "password" | "passkey" | "demo";
  endsAt: Date;
  address: string;
  device: string;
};
type PersonFacts = { name: string; administrator: boolean };

declare module "lucia" {
  interface Register {
    Lucia: SessionLucia;
    UserId: PersonId;
    DatabaseSessionAttributes: SessionFacts;
    DatabaseUserAttributes: PersonFacts;
  }
}

export type SessionLucia = Lucia<SessionFacts, PersonFacts>;

/** @param idleMs a session ends when nothing was done for so long */
export function openLucia(drizzle: Database["drizzle"], idleMs: number): SessionLucia {
  return new Lucia(adapterOf(drizzle), {
    sessionExpiresIn: new TimeSpan(idleMs, "ms"),
    getSessionAttributes: (facts) => facts,
    getUserAttributes: (facts) => facts,
  });
}

const columns = {
  sessionId: session.sessionId,
  personId: session.personId,
  expiresAt: session.expiresAt,
  via: session.via,
  endsAt: session.endsAt,
  address: session.address,
  device: session.device,
};

type Row = {
  sessionId: string;
  personId: string;
  expiresAt: Date;
} & SessionFacts;

function asDatabaseSession({
  sessionId,
  personId,
  expiresAt,
  ...attributes
}: Row): DatabaseSession {
  return { id: sessionId, userId: PersonId.parse(personId), expiresAt, attributes };
}

function adapterOf(drizzle: Database["drizzle"]): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const [found] = await drizzle
        .select({ session: columns, name: person.name, administrator: account.administrator })
        .from(session)
        .innerJoin(account, eq(account.personId, session.personId))
        .innerJoin(person, eq(person.personId, session.personId))
        .where(and(eq(session.sessionId, sessionId), gt(session.endsAt, sql`now()`)));
      if (!found) return [null, null];
      const { name, administrator } = found;
      const held = asDatabaseSession(found.session);
      return [held, { id: held.userId, attributes: { name, administrator } }];
    },
    async getUserSessions(personId) {
      const rows = await drizzle
        .select(columns)
        .from(session)
        .where(eq(session.personId, personId));
      return rows.map(asDatabaseSession);
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const { endsAt } = attributes;
      await drizzle.insert(session).values({
        sessionId: id,
        personId: userId,
        expiresAt: expiresAt < endsAt ? expiresAt : endsAt,
        ...attributes,
      });
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await drizzle
        .update(session)
        .set({ expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, ${session.endsAt})` })
        .where(eq(session.sessionId, sessionId));
    },
    async deleteSession(sessionId) {
      await drizzle.delete(session).where(eq(session.sessionId, sessionId));
    },
    async deleteUserSessions(personId) {
      await drizzle.delete(session).where(eq(session.personId, personId));
    },
    async deleteExpiredSessions() {
      await drizzle.delete(session).where(lte(session.expiresAt, sql`now()`));
    },
  };
}
