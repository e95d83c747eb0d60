/** `npm run check`: everything that can be said about the code without running it, side by side, in seconds. */
import { spawn } from "node:child_process";
import { checkSizes } from "./file-sizes";
import { checkVietnamese } from "./vietnamese";

type Finding = { ok: boolean; output: string };

const program = (name: string, ...args: string[]) => ({
  name,
  run: () => runProgram(`node_modules/.bin/${name}`, args),
});

const checks: { name: string; run: () => Promise<Finding> }[] = [
  program("tsc", "--noEmit"),
  program("biome", "check", "--error-on-warnings", "--max-diagnostics=200", "."),
  program(
    "depcruise",
    "--config",
    "tools/dependency-cruiser.cjs",
    "--output-type",
    "err-long",
    ".",
  ),
  program("knip", "--no-progress"),
  { name: "file sizes", run: checkSizes },
  { name: "Vietnamese", run: checkVietnamese },
];

const results = await Promise.all(
  checks.map(async ({ name, run }) => {
    const started = Date.now();
    const finding = await run();
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.info(`${finding.ok ? "✓" : "✗"} ${name} (${seconds} s)`);
    return finding;
  }),
);
for (const { ok, output } of results) {
  if (output.trim() && (!ok || output.includes("warning:"))) console.info(`\n${output.trim()}`);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

function runProgram(file: string, args: string[]): Promise<Finding> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}
