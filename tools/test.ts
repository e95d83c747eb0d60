/** `npm test`: the check, then unit, integration and end-to-end tests; ends with one line, `N passed, N failed`. */
import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { z } from "zod";
import { ensureBuilt } from "./build.mjs";
import { ensurePatched } from "./patched.mjs";

type Count = { passed: number; failed: number };

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});

ensurePatched();
const counts: Count[] = [];
counts.push(await step("check", () => runCheck()));
counts.push(await step("unit", () => runTests("unit")));
const built = await step("build", () => build());
// A build that fails is one failure; one that succeeds is no test.
if (built.failed > 0) counts.push(built);
counts.push(await step("integration", () => runTests("integration")));
counts.push(await step("e2e", () => runTests("e2e", "e2e-alone")));

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.info(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function step(name: string, run: () => Promise<Count>): Promise<Count> {
  console.info(`\n— ${name}`);
  const started = Date.now();
  const count = await run();
  console.info(`— ${name} took ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return count;
}

async function runCheck(): Promise<Count> {
  const code = await run(process.execPath, ["--import", "tsx", "tools/check.ts"]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function build(): Promise<Count> {
  try {
    await ensureBuilt();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

/** Projects of vitest.config.ts, counted from their own report; whatever it could not count is one failure. */
async function runTests(...projects: string[]): Promise<Count> {
  const file = `.cache/tests-${projects[0]}.json`;
  await mkdir(".cache", { recursive: true });
  await rm(file, { force: true });
  const code = await run("node_modules/.bin/vitest", [
    ...["run", ...projects.flatMap((name) => ["--project", name])],
    ...["--reporter", "default", "--reporter", "json"],
    ...["--outputFile.json", file],
  ]);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return { passed: 0, failed: 1 };
  const counted = report.parse(JSON.parse(text));
  const failed = Math.max(
    counted.numFailedTests,
    counted.numFailedTestSuites > 0 || code !== 0 ? 1 : 0,
  );
  return { passed: counted.numPassedTests, failed };
}

/** Runs a program to its end in our terminal; the signals that end us end it too. */
function run(file: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: "inherit" });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    process.once("SIGTERM", forward);
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("SIGTERM", forward);
      resolve(code ?? 1);
    });
  });
}
