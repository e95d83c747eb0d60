import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SeatView } from "../../domain/meetings";
import { instantOf } from "../../domain/text";
import { countLooks, lookOf } from "./seat-state";

type Shown = Pick<SeatView, "presence" | "invitation">;
const at = instantOf(new Date("2026-11-25T01:00:00.000Z"));

const seat: fc.Arbitrary<Shown> = fc.record({
  presence: fc.oneof(
    fc.constant<SeatView["presence"]>({ state: "expected" }),
    fc
      .constantFrom("room", "remote", "away", "left")
      .map((state): SeatView["presence"] => ({ state, at })),
  ),
  invitation: fc.constantFrom<SeatView["invitation"]>(
    "not_sent",
    "sent",
    "confirmed",
    "absence_requested",
    "absence_granted",
    "absence_refused",
    "substitute_named",
  ),
});

describe("the seat map's legend", () => {
  it("counts every seat once", () => {
    fc.assert(
      fc.property(fc.array(seat), (seats) => {
        const { invited, present, remote, absent } = countLooks(seats);
        expect(invited + present + remote + absent).toBe(seats.length);
      }),
    );
  });

  it("believes presence over the invitation: who was excused and came is there", () => {
    expect(lookOf({ presence: { state: "room", at }, invitation: "absence_granted" })).toBe(
      "present",
    );
    expect(lookOf({ presence: { state: "expected" }, invitation: "absence_granted" })).toBe(
      "absent",
    );
  });
});
