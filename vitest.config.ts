/** Separate from vite.config.ts on purpose: tests run our code without the framework's plugin. */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const pureTests = [
  "domain/**/*.test.ts",
  "db/**/*.test.ts",
  "app/**/*.test.{ts,tsx}",
  "server/**/*.test.ts",
];
const setupFiles = ["tests/support/quiet-console.ts"];
const withServer = [...setupFiles, "tests/support/run-bundled.ts"];

/** Two where there are two cores, for much of each test is waiting; no more than one PostgreSQL has connections for. */
const maxWorkers = Math.min(4, Math.max(2, availableParallelism() - 1));

const ends = ["tests/e2e/**/*.e2e.{ts,tsx}"];
/** A thousand voters, and a promise of three seconds: measured with nobody else at work, after all others. */
const promised = "tests/e2e/killed.e2e.ts";
const inBrowser = {
  setupFiles: withServer,
  globalSetup: [
    "tests/support/require-browser.ts",
    "tests/support/postgres.ts",
    "tests/support/bundled-processes.ts",
  ],
  testTimeout: 90_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      { test: { name: "unit", include: pureTests, setupFiles } },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          setupFiles: withServer,
          globalSetup: ["tests/support/postgres.ts", "tests/support/bundled-processes.ts"],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      { test: { ...inBrowser, name: "e2e", include: ends, exclude: [promised] } },
      { test: { ...inBrowser, name: "e2e-alone", include: [promised], maxWorkers: 1 } },
    ],
  },
});
