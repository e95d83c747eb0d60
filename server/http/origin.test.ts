import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { clientAddress, isLoopback, isOverTls, ownOrigin, placeOf } from "./origin";

describe("a place", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::5", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::", "fe80:0:0:0"],
  ])("of %s is %s", (address, place) => {
    expect(placeOf(address)).toBe(place);
  });
});

/** What a server makes of a real request with these headers. */
function seen<Result>(
  headers: Record<string, string>,
  look: (request: IncomingMessage) => Result,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const server = createServer((incoming, response) => {
      response.end();
      server.close();
      resolve(look(incoming));
    });
    server.listen(0, "127.0.0.1", () => {
      const bound: AddressInfo | string | null = server.address();
      const port = typeof bound === "object" && bound !== null ? bound.port : 0;
      request({ host: "127.0.0.1", port, headers, agent: false }).on("error", reject).end();
    });
  });
}

const alone = { publicOrigin: null, trustedProxies: 0 };
const behindOne = { publicOrigin: null, trustedProxies: 1 };
const forged = { "x-forwarded-for": "198.51.100.1, 203.0.113.9", "x-forwarded-proto": "https" };

describe("what a client says of itself", () => {
  test("is not believed without a proxy of ours", async () => {
    expect(await seen(forged, (incoming) => clientAddress(incoming, alone))).toBe("127.0.0.1");
    expect(await seen(forged, (incoming) => isOverTls(incoming, alone))).toBe(false);
  });

  test("is believed as far as our own proxies wrote it", async () => {
    expect(await seen(forged, (incoming) => clientAddress(incoming, behindOne))).toBe(
      "203.0.113.9",
    );
    expect(await seen(forged, (incoming) => isOverTls(incoming, behindOne))).toBe(true);
    const nonsense = { "x-forwarded-for": "<script>" };
    expect(await seen(nonsense, (incoming) => clientAddress(incoming, behindOne))).toBe(
      "127.0.0.1",
    );
  });

  test("our origin is the set one, or what was asked for", async () => {
    const set = { ...alone, publicOrigin: "https://cabinet.example" };
    const asked = { host: "rebound.example:3000" };
    expect(await seen(asked, (incoming) => ownOrigin(incoming, set))).toBe(set.publicOrigin);
    expect(await seen(asked, (incoming) => ownOrigin(incoming, alone))).toBe(
      "http://rebound.example:3000",
    );
  });

  test("the own machine is one that was asked for by its own name", async () => {
    expect(await seen({ host: "localhost:3000" }, isLoopback)).toBe(true);
    expect(await seen({ host: "[::1]:3000" }, isLoopback)).toBe(true);
    expect(await seen({ host: "cabinet.example" }, isLoopback)).toBe(false);
    expect(await seen({ host: "localhost.evil.example" }, isLoopback)).toBe(false);
  });
});
