import { describe, expect, it } from "vitest";
import { placeAmong, siblingsOf } from "./sorting";

const rows = [
  { id: "1", within: null },
  { id: "2", within: null },
  { id: "2.1", within: "2" },
  { id: "2.2", within: "2" },
  { id: "3", within: null },
];

describe("putting rows in order", () => {
  it("counts the position without the moved row", () => {
    expect(placeAmong(rows, "1", "3", false)).toBe(1);
    expect(placeAmong(rows, "1", "3", true)).toBe(2);
    expect(placeAmong(rows, "3", "1", false)).toBe(0);
  });

  it("keeps parts among the parts of their item", () => {
    expect(siblingsOf(rows, "2.2").map(({ id }) => id)).toEqual(["2.1", "2.2"]);
    expect(placeAmong(rows, "2.2", "2.1", false)).toBe(0);
    expect(placeAmong(rows, "2.2", "3", false)).toBeNull();
  });

  it("puts an item dropped between another's parts behind that item", () => {
    expect(placeAmong(rows, "1", "2.1", false)).toBe(1);
    expect(placeAmong(rows, "3", "2.2", true)).toBe(2);
  });
});
