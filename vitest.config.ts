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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.e2e.{ts,tsx}"],
          setupFiles: withServer,
          globalSetup: [
            "tests/support/require-browser.ts",
            "tests/support/postgres.ts",
            "tests/support/bundled-processes.ts",
          ],
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
