import { expect, test } from "vitest";
import { Parts, StartAborted } from "./parts";

test("parts end in reverse, each after the one before", async () => {
  const ended: string[] = [];
  const parts = new Parts();
  for (const name of ["database", "cabinet", "http"]) {
    await parts.add(name, async () => {
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
  await parts.add("database", () => {
    ended.push("database");
    return Promise.resolve();
  });
  await parts.add("http", () => Promise.reject(new Error("stuck")));
  const failure = await parts.stop().catch((error: unknown) => error);
  expect(ended).toEqual(["database"]);
  expect(failure).toBeInstanceOf(AggregateError);
  expect(failure).toHaveProperty("errors.0.message", 'The part "http" did not end well.');
});

test("a part that comes up after the end was asked for is ended at once", async () => {
  const ended: string[] = [];
  const parts = new Parts();
  await parts.stop();
  const late = parts.add("cabinet", () => {
    ended.push("cabinet");
    return Promise.resolve();
  });
  await expect(late).rejects.toBeInstanceOf(StartAborted);
  expect(ended).toEqual(["cabinet"]);
});
