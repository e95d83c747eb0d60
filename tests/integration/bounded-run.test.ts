/** Programs that work on hostile files end with the server, in whatever way it ends. */
import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { runBounded } from "../../server/documents/office/bounded-run";

async function isRunning(words: string): Promise<boolean> {
  for (const entry of await readdir("/proc")) {
    const line = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
    if (line.replaceAll("\0", " ").trim() === words) return true;
  }
  return false;
}

test("a server that is killed takes the program and its children with it", async () => {
  // Recognised among all processes by how long it would sleep.
  const seconds = `300.${process.pid}`;
  const own = path.resolve("tests/support/bounded-process.ts");
  const server = spawn(process.execPath, ["--import", "tsx", own, seconds], { stdio: "ignore" });
  const poll = { timeout: 20_000, interval: 50 };
  await expect.poll(() => isRunning(`sleep ${seconds}`), poll).toBe(true);
  server.kill("SIGKILL");
  await expect.poll(() => isRunning(`sleep ${seconds}`), poll).toBe(false);
});

test("a program sees no environment of ours, and no network where the system can take it away", async () => {
  const lines: string[] = [];
  const given = ["-c", "env; echo; tail -n +3 /proc/net/dev"];
  const end = await runBounded(
    { program: "/bin/sh", given, startIn: tmpdir() },
    { limitMs: 20_000, residentMb: 512 },
    { home: tmpdir(), alive: new Set(), onLine: (line) => lines.push(line) },
  );
  expect(end).toBe("ended");
  const names = lines.slice(0, lines.indexOf("")).map((line) => line.split("=")[0]);
  const known = ["HOME", "LANG", "NODE_ENV", "OLDPWD", "PATH", "PWD", "SHLVL", "TMPDIR", "_"];
  expect(names.filter((name) => !known.includes(name ?? ""))).toEqual([]);
  expect(lines.some((line) => line.trim().startsWith("lo:"))).toBe(true);
  const canUnplug = await new Promise((resolve) => {
    spawn("unshare", ["--map-root-user", "--net", "true"], { stdio: "ignore" })
      .once("exit", (code) => resolve(code === 0))
      .once("error", () => resolve(false));
  });
  const outside = Object.keys(networkInterfaces()).filter((name) => name !== "lo");
  const seen = outside.filter((name) => lines.some((line) => line.trim().startsWith(`${name}:`)));
  if (canUnplug) expect(seen).toEqual([]);
});
