/** An error or a warning on the console that a test did not announce fails that test. */
import { afterEach, beforeEach, expect } from "vitest";

const said: string[] = [];
let announced: RegExp[] = [];

/** Announces what this test makes the product say on purpose. */
export function expectOnConsole(...patterns: RegExp[]): void {
  announced.push(...patterns);
}

for (const level of ["error", "warn"] as const) {
  const print = console[level].bind(console);
  console[level] = (...parts: unknown[]) => {
    const line = parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(" ");
    if (announced.some((pattern) => pattern.test(line))) return;
    said.push(line);
    print(...parts);
  };
}

beforeEach(() => {
  announced = [];
  said.length = 0;
});

afterEach(() => {
  expect(said, "unexpected on the console").toEqual([]);
});
