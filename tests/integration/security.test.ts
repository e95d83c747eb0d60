/** Whom the HTTP pipeline lets in, and what it tells the browser: on a real server, header by header. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type IdentityServer,
  type NewPerson,
  send,
  signIn,
  startIdentityServer,
} from "../support/identity";

let server: IdentityServer;
let person: NewPerson;
let cookies: string[];
beforeAll(async () => {
  server = await startIdentityServer();
  person = await server.newPerson();
  ({ cookies } = await signIn(server.address, person));
});
afterAll(() => server.stop());

describe("headers", () => {
  test("scripts run by a nonce that no other page has", async () => {
    const [first, second] = [
      await send(server.address, "/sign-in"),
      await send(server.address, "/sign-in"),
    ];
    const nonces = [first, second].map(({ headers }) => {
      const policy = headers["content-security-policy"] ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe-eval");
      return /script-src 'nonce-([\w-]+)';/.exec(policy)?.[1];
    });
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    // Every script of the page has it, and nothing else of the page shows it.
    const scripts = first.body.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonces[0]}"`);
  });

  test("pages are not framed, not guessed, not remembered, and tell others nothing", async () => {
    const { headers } = await send(server.address, "/account", { cookies });
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  test("files keep for a year under a policy of their own", async () => {
    const page = await send(server.address, "/sign-in");
    const script = /"(\/assets\/entry\.client-[\w-]+\.js)"/.exec(page.body)?.[1] ?? "";
    const file = await send(server.address, script);
    expect(file.status).toBe(200);
    expect(file.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(file.headers["content-security-policy"]).toContain("script-src 'self'");
    const missing = await send(server.address, "/assets/no-such.js");
    expect(missing.status).toBe(404);
  });
});

describe("changes from elsewhere", () => {
  const elsewhere: [string, Record<string, string>][] = [
    ["another site's page", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a sister site", { "sec-fetch-site": "same-site" }],
    ["a page that hides where it is", { origin: "null" }],
    ["our host on another port", { origin: "http://localhost:1" }],
    ["our host over another scheme", {}],
    ["a request typed by hand", { "sec-fetch-site": "none" }],
  ];
  test.each(elsewhere)("%s changes nothing", async (name, headers) => {
    const forged =
      name === "our host over another scheme"
        ? { origin: server.address.replace("http:", "https:") }
        : headers;
    const answer = await send(server.address, "/sign-out", { cookies, form: {}, headers: forged });
    expect(answer.status).toBe(403);
    expect((await send(server.address, "/account", { cookies })).status).toBe(200);
  });

  test("without origin and without the browser's word it is nobody's page", async () => {
    const { port } = new URL(server.address);
    const answer = await fetch(`http://localhost:${port}/sign-out`, { method: "POST" });
    expect(answer.status).toBe(403);
  });

  test("our own page's is believed by either", async () => {
    const own = await signIn(server.address, person, {
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(own.status).toBe(302);
  });
});

describe("strangers", () => {
  const places = [
    "/",
    "/meetings",
    "/meetings/new",
    "/account",
    "/journal",
    "/nowhere",
    "/uploads/1",
  ];
  test.each(places)("are sent from %s to the sign-in page, and come back", async (path) => {
    const answer = await send(server.address, path);
    expect(answer.status).toBe(302);
    const next = path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
    expect(answer.headers.location).toBe(`/sign-in${next}`);
    expect(answer.body).not.toContain("<main");
  });

  test("get no page's data either, only the way to sign in", async () => {
    for (const path of [
      "/_root.data",
      "/meetings.data",
      "/account.data?_routes=routes%2Faccount",
    ]) {
      const answer = await send(server.address, path, { headers: { accept: "*/*" } });
      expect(answer.status).toBe(202);
      expect(answer.body).toContain("SingleFetchRedirect");
      expect(answer.body).toContain("/sign-in");
      expect(answer.body).not.toContain("_routes");
      expect(answer.body).not.toContain("surroundings");
    }
  });

  test("and scripts get a refusal they can read", async () => {
    const answer = await send(server.address, "/commands", { json: { type: "ballot.vote" } });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toEqual({
      ok: false,
      commandId: null,
      refusal: { code: "unauthenticated" },
    });
  });

  test("a session that has ended sends even an action to the sign-in page", async () => {
    const ended = await signIn(server.address, person);
    await send(server.address, "/sign-out", { cookies: ended.cookies, form: {} });
    const page = await send(server.address, "/sign-in", { cookies: ended.cookies });
    expect(page.body).toContain("Phiên làm việc đã hết hạn.");
    const act = await send(server.address, "/account.data", {
      cookies: ended.cookies,
      form: { intent: "end-others" },
    });
    expect(act.body).toContain('"redirect","/sign-in?next=%2Faccount"');
  });
});

describe("plain HTTP", () => {
  const host = { host: "cabinet.example" };

  test("beyond this machine nothing but the reason is served", async () => {
    const page = await send(server.address, "/sign-in", { headers: host });
    expect(page.status).toBe(403);
    expect(page.body).toContain("Cần kết nối được mã hóa");
    const english = await send(server.address, "/sign-in", {
      headers: { ...host, "accept-language": "en" },
    });
    expect(english.body).toContain("An encrypted connection is needed");
    expect((await send(server.address, "/health/live", { headers: host })).status).toBe(200);
  });

  test("by explicit setting the cookie goes without prefix, and the page says so", async () => {
    const open = await server.another({ ALLOW_PLAIN_HTTP: "on" });
    try {
      const page = await send(open.address, "/sign-in", { headers: host });
      expect(page.body).toContain("Kết nối không mã hóa");
      const answer = await signIn(open.address, person, {
        headers: { ...host, origin: "http://cabinet.example" },
      });
      const [session] = answer.setCookies;
      expect(session).toMatch(
        /^session=[\w-]{43}; Max-Age=43200; Path=\/; SameSite=Lax; HttpOnly$|^session=/,
      );
      expect(session).toContain("HttpOnly");
      expect(session).toContain("SameSite=Lax");
      expect(session).not.toContain("Secure");
    } finally {
      await open.stop();
    }
  });

  test("behind a proxy with TLS the cookie is bound to the host and the browser keeps to TLS", async () => {
    const origin = "https://cabinet.example";
    const behind = await server.another({ PUBLIC_ORIGIN: origin, TRUSTED_PROXIES: "1" });
    try {
      const answer = await signIn(behind.address, person, { headers: { ...host, origin } });
      expect(answer.status).toBe(302);
      for (const cookie of answer.setCookies) {
        expect(cookie).toMatch(/^__Host-/);
        expect(cookie).toContain("Secure");
        expect(cookie).toContain("Path=/");
        expect(cookie).not.toContain("Domain");
      }
      expect(answer.headers["strict-transport-security"]).toContain("max-age=31536000");
      const page = await send(behind.address, "/account", {
        headers: host,
        cookies: answer.cookies,
      });
      expect(page.status).toBe(200);
      expect(page.body).not.toContain("Kết nối không mã hóa");
      const foreign = await signIn(behind.address, person, {
        headers: { ...host, origin: behind.address },
      });
      expect(foreign.status).toBe(403);
    } finally {
      await behind.stop();
    }
  });
});
