import { expect, test } from "vitest";
import { Parts } from "./parts";

test("parts end in reverse, each after the one before", async () => {
  const ended: string[] = [];
  const parts = new Parts();
  for (const name of ["database", "cabinet", "http"]) {
    parts.add(name, async () => {
      await Promise.resolve();
      ended.push(name);
    });
  }
  await Promise.all([parts.stop(), parts.stop()]);
  expect(ended).toEqual(["http", "cabinet", "database"]);
});

test("a part that fails to end does not keep the others alive, and is named", async () => {
  const ended: string[] = [];
  const parts = new Parts();
  parts.add("database", () => {
    ended.push("database");
    return Promise.resolve();
  });
  parts.add("http", () => Promise.reject(new Error("stuck")));
  const failure = await parts.stop().catch((error: unknown) => error);
  expect(ended).toEqual(["database"]);
  expect(failure).toBeInstanceOf(AggregateError);
  expect(failure).toHaveProperty("errors.0.message", 'The part "http" did not end well.');
});
