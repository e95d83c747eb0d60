import { expect, it } from "vitest";
import { isLeased, leaseEnd, trustedNow } from "./lease";

const day = 24 * 3_600_000;
const renewedMs = Date.parse("2026-11-24T07:00:00.000Z");
const seen = { highestMs: renewedMs, renewedMs };

it("DV5 a lease runs for the body's days from the last renewal, and not a moment longer", () => {
  expect(leaseEnd(seen, 7)).toBe(renewedMs + 7 * day);
  expect(isLeased(seen, 7, renewedMs + 7 * day - 1)).toBe(true);
  expect(isLeased(seen, 7, renewedMs + 7 * day)).toBe(false);
  expect(isLeased(seen, 1, renewedMs + 2 * day)).toBe(false);
});

it("DV5 what was never renewed is not leased", () => {
  expect(isLeased({ highestMs: 0, renewedMs: null }, 7, renewedMs)).toBe(false);
});

it("DV6 a clock that was put back gives no time back", () => {
  const late = { highestMs: renewedMs + 8 * day, renewedMs };
  expect(trustedNow(late, renewedMs)).toBe(renewedMs + 8 * day);
  expect(isLeased(late, 7, renewedMs)).toBe(false);
});

it("DV6 a clock that stands before the server's time costs nothing", () => {
  expect(isLeased(seen, 7, renewedMs - 30 * day)).toBe(true);
});
