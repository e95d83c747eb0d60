/** What the HTTP pipeline makes of odd bodies, of haste and of its own failures. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../server/config";
import { createHttpApp } from "../../server/http/app";
import {
  type IdentityServer,
  type NewPerson,
  send,
  signIn,
  startIdentityServer,
} from "../support/identity";
import { expectOnConsole } from "../support/quiet-console";

let server: IdentityServer;
let person: NewPerson;
let cookies: string[];
beforeAll(async () => {
  server = await startIdentityServer();
  person = await server.newPerson();
  ({ cookies } = await signIn(server.address, person));
});
afterAll(() => server.stop());

describe("bodies", () => {
  const command = (json: unknown) => send(server.address, "/commands", { cookies, json });
  const refused = { ok: false, commandId: null, refusal: { code: "invalid" } };

  test("a prototype's keys, deep nesting, what is no JSON and what is too much are refused", async () => {
    const poisoned = [
      '{"__proto__":{"type":"x"}}',
      '{"a":{"constructor":{}}}',
      '[{"prototype":1}]',
    ];
    const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    for (const body of [...poisoned, deep, "{", '"text"', "null"]) {
      const answer = await send(server.address, "/commands", {
        cookies,
        body,
        headers: { "content-type": "application/json", accept: "application/json" },
      });
      expect(answer.status, body.slice(0, 30)).toBe(400);
      expect(JSON.parse(answer.body).refusal.code).toBe("invalid");
    }
    const large = await command({ type: "x", text: "x".repeat(70_000) });
    expect(large.status).toBe(413);
    expect(JSON.parse(large.body)).toEqual(refused);
    expect((await command({ type: "no.such" })).status).toBe(400);
  });

  test("a page's form has a limit too, and must say how long it is", async () => {
    const large = await send(server.address, "/account", {
      cookies,
      form: { intent: "x".repeat(70_000) },
    });
    expect(large.status).toBe(413);
    const chunked = await send(server.address, "/account", {
      cookies,
      method: "POST",
      headers: {
        "transfer-encoding": "chunked",
        "content-type": "application/x-www-form-urlencoded",
      },
    });
    expect(chunked.status).toBe(411);
  });

  test("a form without scripts goes back to where it came from, with the reason", async () => {
    const answer = await send(server.address, "/commands", {
      cookies,
      form: { type: "ballot.vote", back: "/meetings?x=1" },
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe("/meetings?x=1&refused=invalid");
    const away = await send(server.address, "/commands", {
      cookies,
      form: { type: "ballot.vote", back: "//evil.example/" },
    });
    expect(away.headers.location).toBe("/?refused=invalid");
  });

  test("nonsense in an address or a cookie is no failure", async () => {
    for (const path of ["/%E0%A4%A", "/meetings/%00", "/sign-in?next=%", "/.%2e/x", "//x"]) {
      const { status } = await send(server.address, path, { cookies });
      expect(status, path).toBe(path.startsWith("/sign-in") ? 302 : 404);
    }
    const nowhere = await send(server.address, "/nowhere", { cookies });
    expect(nowhere.status).toBe(404);
    expect(nowhere.body).toContain("Không tìm thấy");
    const odd = await send(server.address, "/account", {
      cookies: ["session=%E0%A4%A", "=", "session", "a=b=c"],
    });
    expect(odd.status).toBe(302);
  });
});

describe("what nobody expected", () => {
  test("is logged once, without content, under the number that the person sees", async () => {
    const app = createHttpApp({
      config: readConfig({ NODE_ENV: "test" }),
      sessions: server.identity.sessions,
      execute: () => Promise.reject(new Error("the disk is full")),
      documents: null,
      devices: (_request, _response, next) => next(),
      bookmarks: null,
      pages: {
        files: (_request, _response, next) => next(),
        documents: (_request, _response, next) => next(),
        plainPage: ({ reference }) => Promise.resolve(`number ${reference}`),
        stop: () => Promise.resolve(),
      },
      isReady: () => Promise.resolve(true),
    });
    const http = createServer(app);
    await new Promise<void>((listening) => http.listen(0, listening));
    const bound: AddressInfo | string | null = http.address();
    const address = `http://localhost:${typeof bound === "object" ? bound?.port : ""}`;
    const lines: string[] = [];
    expectOnConsole(/"request failed"/);
    const said = console.error;
    console.error = (line: string) => lines.push(line);
    try {
      const page = await send(address, "/commands?secret=canary", {
        cookies,
        form: { text: "canary" },
      });
      expect(page.status).toBe(500);
      const reference = page.headers["x-request-id"];
      expect(page.body).toBe(`number ${reference}`);
      expect(lines).toHaveLength(1);
      const line = lines[0] ?? "";
      expect(JSON.parse(line)).toMatchObject({
        reference,
        method: "POST",
        path: "/commands",
        error: { message: "the disk is full" },
      });
      expect(line).not.toContain("canary");
      expect(line).not.toContain(cookies[0]?.split("=")[1]);
      const script = await send(address, "/commands", { cookies, json: { text: "canary" } });
      expect(JSON.parse(script.body)).toEqual({
        error: "unexpected",
        reference: script.headers["x-request-id"],
      });
    } finally {
      console.error = said;
      http.closeAllConnections();
      await new Promise((closed) => http.close(closed));
    }
  });
});

describe("too fast", () => {
  test("one session's changes are slowed with a time to come back, others are not", async () => {
    const { cookies: hasty } = await signIn(server.address, person);
    const { cookies: calm } = await signIn(server.address, person);
    const ask = (own: string[]) =>
      send(server.address, "/commands", { cookies: own, json: { type: "no.such" } });
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(hasty)));
    const slowed = answers.find(({ status }) => status === 429);
    expect(slowed?.headers["retry-after"]).toBe("1");
    expect(JSON.parse(slowed?.body ?? "{}")).toEqual({
      ok: false,
      commandId: null,
      refusal: { code: "rate_limited" },
      retryAfterMs: 1000,
    });
    expect((await ask(calm)).status).toBe(400);
    const page = await send(server.address, "/sign-out", { cookies: hasty, form: {} });
    if (page.status === 429) expect(page.body).toContain("Thao tác quá nhanh");
  });
});

test("health tells a balancer what it needs and nothing else", async () => {
  const live = await send(server.address, "/health/live");
  const ready = await send(server.address, "/health/ready");
  expect([live.status, live.body]).toEqual([200, '{"live":true}']);
  expect([ready.status, ready.body]).toEqual([200, '{"ready":true}']);
});
