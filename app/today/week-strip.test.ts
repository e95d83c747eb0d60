import { describe, expect, it } from "vitest";
import { weekOf } from "./week-strip";

describe("the week", () => {
  it.each(["2026-11-23", "2026-11-25", "2026-11-29"])("runs from Monday to Sunday: %s", (day) => {
    expect(weekOf(day)).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-25",
      "2026-11-26",
      "2026-11-27",
      "2026-11-28",
      "2026-11-29",
    ]);
  });

  it("crosses the end of a year", () => {
    expect(weekOf("2027-01-01")[0]).toBe("2026-12-28");
  });
});
