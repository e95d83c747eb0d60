/** What becomes of sessions: seen and ended by their owners, by other nodes, by time. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../../db/connect";
import { openSessions, type Sessions } from "../../server/sessions";
import { type IdentityServer, send, signIn, startIdentityServer } from "../support/identity";

let server: IdentityServer;
beforeAll(async () => {
  server = await startIdentityServer({ TRUSTED_PROXIES: "1" });
});
afterAll(() => server.stop());

/** The address our one trusted proxy saw; each test comes from places of its own. */
let places = 0;
const newPlace = () => ({ "x-forwarded-for": `203.0.113.${++places}` });

async function isSignedIn(cookies: readonly string[]): Promise<boolean> {
  const answer = await send(server.address, "/account", { cookies });
  return answer.status === 200;
}

describe("open sessions", () => {
  test("a person sees and ends the own ones, and nobody else's", async () => {
    const person = await server.newPerson();
    const other = await server.newPerson();
    const [here, there, elsewhere] = await Promise.all([
      signIn(server.address, person, { headers: newPlace() }),
      signIn(server.address, person, { headers: newPlace() }),
      signIn(server.address, other, { headers: newPlace() }),
    ]);
    const idOf = ({ cookies }: { cookies: string[] }) =>
      createHash("sha256")
        .update(cookies.find((cookie) => cookie.startsWith("session="))?.slice(8) ?? "")
        .digest("hex");
    const page = await send(server.address, "/account", { cookies: here.cookies });
    expect(page.body).toContain(idOf(there));
    expect(page.body).not.toContain(idOf(elsewhere));
    const end = (sessionId: string) =>
      send(server.address, "/account", {
        cookies: here.cookies,
        form: { intent: "end-session", sessionId },
      });
    await end(idOf(elsewhere));
    expect(await isSignedIn(elsewhere.cookies)).toBe(true);
    await end(idOf(there));
    expect(await isSignedIn(there.cookies)).toBe(false);
    expect(await isSignedIn(here.cookies)).toBe(true);
  });

  test("ending the others keeps this one; signing out ends this one", async () => {
    const person = await server.newPerson();
    const here = await signIn(server.address, person, { headers: newPlace() });
    const there = await signIn(server.address, person, { headers: newPlace() });
    await send(server.address, "/account", {
      cookies: here.cookies,
      form: { intent: "end-others" },
    });
    expect(await isSignedIn(there.cookies)).toBe(false);
    expect(await isSignedIn(here.cookies)).toBe(true);
    const out = await send(server.address, "/sign-out", { cookies: here.cookies, form: {} });
    expect(out.headers.location).toBe("/sign-in?signed-out");
    expect(out.setCookies.join()).toContain("Max-Age=0");
    expect(await isSignedIn(here.cookies)).toBe(false);
  });

  test("a new password ends the other sessions and the old password", async () => {
    const person = await server.newPerson();
    const here = await signIn(server.address, person, { headers: newPlace() });
    const there = await signIn(server.address, person, { headers: newPlace() });
    const change = (current: string, wanted: string) =>
      send(server.address, "/account", {
        cookies: here.cookies,
        form: { intent: "change-password", current, wanted },
      });
    expect((await change("wrong", "a long new password")).status).toBe(422);
    expect((await change(person.password, "short")).status).toBe(422);
    expect(await isSignedIn(there.cookies)).toBe(true);
    expect((await change(person.password, "a long new password")).status).toBe(200);
    expect(await isSignedIn(there.cookies)).toBe(false);
    expect(await isSignedIn(here.cookies)).toBe(true);
    expect((await signIn(server.address, person, { headers: newPlace() })).status).toBe(401);
    const renewed = { ...person, password: "a long new password" };
    expect((await signIn(server.address, renewed, { headers: newPlace() })).status).toBe(302);
  });
});

describe("the end of a session", () => {
  const facts = { via: "password", address: "203.0.113.1", device: "test" } as const;

  async function withSessions(
    lifetimes: { sessionIdleMs: number; sessionAbsoluteMs: number },
    run: (sessions: Sessions, ended: (sessionId: string) => Promise<number>) => Promise<void>,
  ): Promise<void> {
    const sessions = await openSessions({
      database: server.database,
      config: { ...lifetimes, demo: true },
    });
    const ends = new Map<string, number>();
    const waiting = new Map<string, (at: number) => void>();
    sessions.onSessionEnded((sessionId) => {
      ends.set(sessionId, Date.now());
      waiting.get(sessionId)?.(Date.now());
    });
    const ended = (sessionId: string) =>
      new Promise<number>((resolve) => {
        const already = ends.get(sessionId);
        if (already === undefined) waiting.set(sessionId, resolve);
        else resolve(already);
      });
    try {
      await run(sessions, ended);
    } finally {
      await sessions.stop();
    }
  }

  const long = { sessionIdleMs: 60_000, sessionAbsoluteMs: 600_000 };

  test("is heard within a second on every node, and opens nothing any more", async () => {
    const { personId } = await server.newPerson();
    await withSessions(long, async (here) => {
      await withSessions(long, async (there, heardThere) => {
        const cookie = `session=${await here.begin(personId, facts)}`;
        const session = await there.authenticate({ cookie });
        expect(session?.personId).toBe(personId);
        const asked = Date.now();
        await here.end(session?.sessionId ?? "");
        expect((await heardThere(session?.sessionId ?? "")) - asked).toBeLessThan(1_000);
        expect(await there.authenticate({ cookie })).toBeNull();
        expect(await here.authenticate({ cookie })).toBeNull();
      });
    });
  });

  test("is heard though the listening connection was cut meanwhile", async () => {
    const { personId } = await server.newPerson();
    await withSessions(long, async (there, heardThere) => {
      const cookie = `session=${await there.begin(personId, facts)}`;
      const session = await there.authenticate({ cookie });
      const asked = Date.now();
      // One statement of the owner's: whoever listens is gone before the end is announced.
      const owner = connect(server.database.url, { max: 1 });
      const [cut] = await owner<{ listeners: number }[]>`
        with cut as materialized (
          select pg_terminate_backend(pid) from pg_stat_activity
          where query ilike 'listen%session_ended%' and datname = current_database()
            and pid <> pg_backend_pid()
        ), gone as (
          delete from session where session_id = ${session?.sessionId ?? ""}
            and (select count(*) from cut) > 0
        )
        select count(*)::int as listeners from cut`;
      await owner.end();
      expect(cut?.listeners).toBeGreaterThan(0);
      expect((await heardThere(session?.sessionId ?? "")) - asked).toBeLessThan(1_000);
    });
  });

  test("comes by itself when nothing is done, not before", async () => {
    const { personId } = await server.newPerson();
    await withSessions(
      { sessionIdleMs: 1_200, sessionAbsoluteMs: 60_000 },
      async (sessions, heard) => {
        const began = Date.now();
        const cookie = `session=${await sessions.begin(personId, facts)}`;
        const session = await sessions.authenticate({ cookie });
        const after = (await heard(session?.sessionId ?? "")) - began;
        expect(after).toBeGreaterThanOrEqual(1_200);
        expect(after).toBeLessThan(2_200);
        expect(await sessions.authenticate({ cookie })).toBeNull();
      },
    );
  });

  test("is put off by use, but not beyond its absolute end", async () => {
    const { personId } = await server.newPerson();
    await withSessions(
      { sessionIdleMs: 900, sessionAbsoluteMs: 2_400 },
      async (sessions, heard) => {
        const began = Date.now();
        const cookie = `session=${await sessions.begin(personId, facts)}`;
        const session = await sessions.authenticate({ cookie });
        const sessionId = session?.sessionId ?? "";
        const using = setInterval(() => sessions.touch(sessionId), 50);
        const after = (await heard(sessionId)) - began;
        clearInterval(using);
        expect(after).toBeGreaterThanOrEqual(2_400);
        expect(after).toBeLessThan(3_400);
      },
    );
  });
});
