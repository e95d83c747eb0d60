/** Signing in and what comes of it: on a real server, a real PostgreSQL, by plain requests. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../../db/connect";
import { openSessions, type Sessions } from "../../server/sessions";
import { type IdentityServer, send, signIn, startIdentityServer } from "../support/identity";

let server: IdentityServer;
beforeAll(async () => {
  server = await startIdentityServer({ DEMO: "on", TRUSTED_PROXIES: "1" });
});
afterAll(() => server.stop());

/** The address our one trusted proxy saw; each test comes from places of its own. */
let places = 0;
const newPlace = () => ({ "x-forwarded-for": `203.0.113.${++places}` });

async function isSignedIn(cookies: readonly string[]): Promise<boolean> {
  const answer = await send(server.address, "/account", { cookies });
  return answer.status === 200;
}

describe("by password", () => {
  test("the right one opens the product and leads to where one wanted to go", async () => {
    const person = await server.newPerson();
    const answer = await signIn(server.address, person, { headers: newPlace(), next: "/account" });
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe("/account");
    const page = await send(server.address, "/account", { cookies: answer.cookies });
    expect(page.status).toBe(200);
    expect(page.body).toContain(person.name);
    expect(page.headers["cache-control"]).toBe("no-store");
  });

  test("only a hash of the session's secret is stored", async () => {
    const person = await server.newPerson();
    const { cookies } = await signIn(server.address, person, { headers: newPlace() });
    const token = cookies.find((cookie) => cookie.startsWith("session="))?.slice(8) ?? "";
    const rows = await server.database.sql<{ row: string }[]>`
      select to_jsonb(session)::text as row from session where person_id = ${person.personId}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).toContain(createHash("sha256").update(token).digest("hex"));
    expect(rows[0]?.row).not.toContain(token);
  });

  test("a wrong one and an unknown name get the same answer, with the name still typed", async () => {
    const { userName } = await server.newPerson();
    const wrong = await signIn(
      server.address,
      { userName, password: "nonsense" },
      { headers: newPlace() },
    );
    const unknown = await signIn(
      server.address,
      { userName: "nobody.here", password: "nonsense" },
      { headers: newPlace() },
    );
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body).toContain(`value="${userName}"`);
    const sentence = "Tên đăng nhập hoặc mật khẩu không đúng.";
    expect(wrong.body).toContain(sentence);
    expect(unknown.body).toContain(sentence);
    expect(wrong.setCookies.concat(unknown.setCookies)).toEqual([]);
  });

  test("letters count, not how a keyboard composes them", async () => {
    const person = await server.newPerson();
    const typed = {
      userName: ` ${person.userName.toUpperCase()} `,
      password: person.password.normalize("NFD"),
    };
    expect((await signIn(server.address, typed, { headers: newPlace() })).status).toBe(302);
  });

  test("a planted session is not taken over, and the browser's former session ends", async () => {
    const person = await server.newPerson();
    const planted = `session=${"A".repeat(43)}`;
    const first = await signIn(server.address, person, { headers: newPlace(), cookies: [planted] });
    expect(first.cookies).not.toContain(planted);
    expect(await isSignedIn([planted])).toBe(false);
    const second = await signIn(server.address, person, {
      headers: newPlace(),
      cookies: first.cookies,
    });
    expect(await isSignedIn(first.cookies)).toBe(false);
    expect(await isSignedIn(second.cookies)).toBe(true);
  });
});

describe("guessing", () => {
  test("ten free failures, then a wait, in a language and a header", async () => {
    const person = await server.newPerson();
    const headers = newPlace();
    const guess = () => signIn(server.address, { ...person, password: "guess" }, { headers });
    const statuses = [];
    for (let n = 0; n < 11; n++) statuses.push((await guess()).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    const refused = await signIn(server.address, person, { headers });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(60);
    expect(refused.body).toContain("Tài khoản không bị khóa.");
  });

  test("a thousand at once are no way round", async () => {
    const person = await server.newPerson();
    const headers = newPlace();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        signIn(server.address, { ...person, password: "guess" }, { headers }),
      ),
    );
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  test("a flood from one address keeps nobody out elsewhere", async () => {
    const person = await server.newPerson();
    const flooding = newPlace();
    for (let n = 0; n < 15; n++) {
      await signIn(server.address, { ...person, password: "guess" }, { headers: flooding });
    }
    expect((await signIn(server.address, person, { headers: newPlace() })).status).toBe(302);
  });

  test("a browser that has signed in before gets in even beside a flood", async () => {
    const person = await server.newPerson();
    const room = newPlace();
    const { cookies } = await signIn(server.address, person, { headers: room });
    const device = cookies.filter((cookie) => cookie.startsWith("device="));
    for (let n = 0; n < 15; n++) {
      await signIn(server.address, { ...person, password: "guess" }, { headers: room });
    }
    const stranger = await signIn(server.address, person, { headers: room });
    const owner = await signIn(server.address, person, { headers: room, cookies: device });
    expect([stranger.status, owner.status]).toEqual([429, 302]);
  });

  test("what is typed as a user name is stored nowhere", async () => {
    await signIn(
      server.address,
      { userName: "oops-my-password", password: "x" },
      { headers: newPlace() },
    );
    const rows = await server.database.sql<{ text: string }[]>`
      select to_jsonb(sign_in_attempt)::text as text from sign_in_attempt`;
    expect(rows.map(({ text }) => text).join()).not.toContain("oops-my-password");
  });
});

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

describe("the demo", () => {
  test("one click signs in as a demo person, and as nobody else", async () => {
    const demo = await server.newPerson({ demo: true });
    const real = await server.newPerson();
    const page = await send(server.address, "/sign-in");
    expect(page.body).toContain(demo.personId);
    expect(page.body).not.toContain(real.personId);
    const click = (person: string) =>
      send(server.address, "/sign-in/demo", { form: { person, next: "//evil.example" } });
    const inside = await click(demo.personId);
    expect(inside.headers.location).toBe("/");
    expect(await isSignedIn(inside.cookies)).toBe(true);
    expect((await click(real.personId)).status).toBe(404);
    expect((await click("' or 1=1")).status).toBe(404);
  });

  test("outside of demo mode there is no such door, and no list", async () => {
    const demo = await server.newPerson({ demo: true });
    const kept = await send(server.address, "/sign-in/demo", { form: { person: demo.personId } });
    const sober = await server.another({});
    try {
      expect(await isSignedIn(kept.cookies)).toBe(false);
      const click = await send(sober.address, "/sign-in/demo", { form: { person: demo.personId } });
      expect(click.status).toBe(404);
      expect(click.setCookies).toEqual([]);
      expect((await send(sober.address, "/sign-in")).body).not.toContain(demo.personId);
    } finally {
      await sober.stop();
    }
  });
});
