import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "../../domain/text";
import { instantAt, localOf } from "./zoned";

describe("times in the body's zone", () => {
  it("reads 08:00 in Hà Nội as 01:00 UTC", () => {
    expect(instantAt("2026-11-25T08:00", "Asia/Ho_Chi_Minh")).toBe("2026-11-25T01:00:00.000Z");
  });

  it.each(["Asia/Ho_Chi_Minh", "Asia/Kathmandu", "America/St_Johns", "UTC"])(
    "gives back every whole minute it showed: %s",
    (zone) => {
      const from = Date.parse("2026-01-01T00:00:00Z");
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 500_000 }), (minutes) => {
          const at = instantOf(new Date(from + minutes * 60_000));
          const local = localOf(at, zone);
          const back = instantAt(local, zone);
          // Where clocks go back an hour is shown twice; then the instant may be the other of the two.
          expect(back === null ? null : localOf(back, zone)).toBe(local);
        }),
      );
    },
  );

  it.each(["", "2026-11-25", "tomorrow", "2026-13-40T08:00"])("does not read %j", (text) => {
    expect(instantAt(text, "Asia/Ho_Chi_Minh")).toBeNull();
  });
});
