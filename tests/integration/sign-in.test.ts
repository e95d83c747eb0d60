/** Signing in: on a real server, a real PostgreSQL, by plain requests. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
