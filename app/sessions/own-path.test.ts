import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test.each([
  ["/meetings/1?tab=papers#p3", "/meetings/1?tab=papers#p3"],
  ["/", "/"],
  ["//evil.example/", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/.//evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["", "/"],
  [null, "/"],
])("after signing in %j leads to %j", (wanted, path) => {
  expect(ownPath(wanted)).toBe(path);
});
