import { type IncomingHttpHeaders, IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { Admission } from "./admission";
import { isOwnOrigin } from "./origin";
import { TokenBucket } from "./token-bucket";

describe("one socket's share", () => {
  test("is a burst, then so many a second", () => {
    const bucket = new TokenBucket(0);
    const burst = Array.from({ length: 61 }, () => bucket.take(0));
    expect(burst.filter((verdict) => verdict === "taken")).toHaveLength(60);
    expect(burst.at(-1)).toBe("refused");
    const later = Array.from({ length: 21 }, () => bucket.take(1_000));
    expect(later.filter((verdict) => verdict === "taken")).toHaveLength(20);
  });

  test("a flood is told from a stumble", () => {
    const bucket = new TokenBucket(0);
    const flood = Array.from({ length: 300 }, () => bucket.take(0));
    expect(flood.at(-1)).toBe("abuse");
    expect(flood.indexOf("abuse")).toBe(260);
  });
});

describe("admission", () => {
  test("lets a hundred in at a time and spreads the others", () => {
    vi.useFakeTimers();
    const admission = new Admission(() => 1);
    const entered = Array.from({ length: 300 }, () => admission.enter());
    const inside = entered.filter((entry) => entry.admitted);
    expect(inside).toHaveLength(100);
    const waits = entered.flatMap((entry) => (entry.admitted ? [] : entry.retryAfterMs));
    expect(Math.max(...waits)).toBeGreaterThan(Math.min(...waits));
    for (const entry of inside) entry.settle();
    expect(admission.enter().admitted).toBe(true);
    vi.useRealTimers();
  });

  test("a socket that never joins frees its place", () => {
    vi.useFakeTimers();
    const admission = new Admission();
    for (let count = 0; count < 100; count++) admission.enter();
    expect(admission.enter().admitted).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(admission.enter().admitted).toBe(true);
    vi.useRealTimers();
  });
});

describe("the origin of a handshake", () => {
  const asked = (headers: IncomingHttpHeaders) => {
    const request = new IncomingMessage(new Socket());
    Object.assign(request.headers, headers);
    return request;
  };
  test.each([
    [{ origin: "https://hop.example", host: "x" }, "https://hop.example", true],
    [{ origin: "https://hop.example.evil", host: "x" }, "https://hop.example", false],
    [{ origin: "http://localhost:3000", host: "localhost:3000" }, null, true],
    [{ origin: "http://localhost:3001", host: "localhost:3000" }, null, false],
    [{ origin: "https://localhost:3000", host: "localhost:3000" }, null, false],
    [{ origin: "null", host: "localhost:3000" }, null, false],
    [{ host: "localhost:3000" }, null, true],
    [{ host: "localhost:3000", "sec-fetch-site": "same-origin" }, null, true],
    [{ host: "localhost:3000", "sec-fetch-site": "cross-site" }, null, false],
  ])("%o with %s", (headers, publicOrigin, isOwn) => {
    expect(isOwnOrigin(asked(headers), { publicOrigin, trustedProxies: 0 })).toBe(isOwn);
  });
});
