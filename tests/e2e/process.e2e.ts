/** The process as an operator meets it: it starts, it ends when asked to, and leaves nothing behind. */
import type { ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { databasePid, type Ran, startProcess } from "../support/server-process";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}

async function endedWithin(
  ms: number,
  { child, ended }: { child: ChildProcess; ended: Promise<Ran> },
) {
  const asked = performance.now();
  child.kill("SIGTERM");
  const ran = await ended;
  expect(performance.now() - asked).toBeLessThan(ms);
  return ran;
}

test("SIGTERM ends it with 0 within ten seconds, and its database with it", async () => {
  const running = await startProcess();
  const address = await running.saying(/E-Cabinet is at (\S+)/);
  expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  const database = await databasePid(running.dataDir);
  expect(isAlive(database)).toBe(true);
  // A browser that keeps its connection open must not hold up the end.
  const page = await fetch(`${address}/sign-in`, { headers: { accept: "text/html" } });
  expect(page.status).toBe(200);
  expect(await endedWithin(10_000, running)).toEqual({ code: 0, signal: null });
  expect(isAlive(database)).toBe(false);
});

test("SIGTERM in the middle of the first start ends it with 0 too", async () => {
  const running = await startProcess({ DEMO: "on" });
  await running.saying(/Filling the demonstration/);
  const database = await databasePid(running.dataDir);
  expect(await endedWithin(10_000, running)).toEqual({ code: 0, signal: null });
  expect(isAlive(database)).toBe(false);
  expect(running.said()).not.toContain("E-Cabinet is at");
});

test("a setting that cannot be used stops the start by its name, before anything is made", async () => {
  const { ended, said } = await startProcess({ PORT: "eighty" });
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(said()).toContain("PORT: ");
  expect(said()).not.toContain("    at ");
});

test("a port that is taken is said in one line, and the database is ended again", async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const address = other.address();
  if (address === null || typeof address === "string") throw new Error("No TCP port was bound.");
  const running = await startProcess({ PORT: String(address.port) });
  expect(await running.ended).toEqual({ code: 1, signal: null });
  expect(running.said().trim()).toBe(`PORT: another program listens on ${address.port}.`);
});
