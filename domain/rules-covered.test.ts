/** Every numbered rule has a test that begins with its number, and no test speaks of a rule that is not written. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const textsOf = (folder: string, ending: string) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => readFileSync(`${root}/${folder}/${path}`, "utf8"));

const written = textsOf("domain", "RULES.md").flatMap((text) =>
  [...text.matchAll(/^\| ([A-Z]{2}\d+) \|/gm)].flatMap(([, rule]) => rule ?? []),
);
/** Titles begin with one number or several: `"BA14 a vote …"`, `"AG1, AG2 an item …"`. */
const tests = [...textsOf("domain", ".test.ts"), ...textsOf("tests", ".test.ts")];
const tested = tests.flatMap((text) =>
  [...text.matchAll(/["'`]((?:[A-Z]{2}\d+, )*[A-Z]{2}\d+) [^"'`]/g)].flatMap(
    ([, rules]) => rules?.split(", ") ?? [],
  ),
);

test("every rule in a RULES.md is in a test's title", () => {
  expect(written.length).toBeGreaterThan(80);
  expect(written.filter((rule) => !tested.includes(rule))).toEqual([]);
});

test("every rule in a test's title is in a RULES.md", () => {
  expect([...new Set(tested)].filter((rule) => !written.includes(rule))).toEqual([]);
});

test("no number is given to two rules", () => {
  expect(written.filter((rule, index) => written.indexOf(rule) !== index)).toEqual([]);
});
