import { expect, test } from "vitest";
import { lines } from "./lines";

test("values come one to a line, empty ones too", () => {
  expect(lines([1, 2, 3], String)).toBe("1\n2\n3");
  expect(lines(["a", "", "c"], (text) => text)).toBe("a\n\nc");
});

test("JSON never breaks a line, whatever was typed", () => {
  expect(lines([{ typed: "một\nhai" }], (row) => JSON.stringify(row))).toBe(
    '{"typed":"một\\nhai"}',
  );
});

test("a value that would come out as two is refused", () => {
  expect(() => lines(["a\nb"], (text) => text)).toThrow(RangeError);
});
