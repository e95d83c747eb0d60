import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Line, retryDelayMs, stateOf } from "./connection";
import { createServerClock } from "./server-clock";

const up: Line = {
  connected: true,
  road: "websocket",
  latencyMs: 20,
  waitingMs: 0,
  downMs: 0,
  hasNetwork: true,
};

describe("the state of a connection", () => {
  test.each<[string, Partial<Line>]>([
    ["online", {}],
    ["slow", { latencyMs: 1_500 }],
    ["slow", { waitingMs: 1_500 }],
    ["slow", { road: "polling" }],
    ["reconnecting", { connected: false, road: null, downMs: 3_000 }],
    ["offline", { connected: false, road: null, downMs: 30_000 }],
    ["offline", { connected: false, road: null, hasNetwork: false }],
  ])("is %s with %o", (state, line) => {
    expect(stateOf({ ...up, ...line })).toBe(state);
  });
});

test("tries come soon, never all at once, and stay under 2 s for the first minute", () => {
  fc.assert(
    fc.property(fc.nat(25), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, chance) => {
      const delay = retryDelayMs(attempt, () => chance);
      expect(delay).toBeGreaterThanOrEqual(150);
      expect(delay).toBeLessThanOrEqual(2_000);
    }),
  );
});

test("the clock errs by at most half the shortest way, however uneven the others were", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(300), fc.nat(300)), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: -1e9, max: 1e9 }),
      (ways, offset) => {
        let device = 0;
        const clock = createServerClock(
          () => device,
          () => 0,
        );
        for (const [there, back] of ways) {
          const sentAt = device;
          const serverAt = device + there + offset;
          device += there + back;
          clock.learn(sentAt, device, serverAt);
          device += 50;
        }
        const shortest = Math.min(...ways.map(([there, back]) => there + back));
        expect(Math.abs(clock.now() - (device + offset))).toBeLessThanOrEqual(shortest / 2 + 1e-6);
      },
    ),
  );
});
