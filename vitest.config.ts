/** Separate from vite.config.ts on purpose: tests run our code without the framework's plugin. */
import { defineConfig } from "vitest/config";

const pureTests = [
  "domain/**/*.test.ts",
  "db/**/*.test.ts",
  "app/**/*.test.{ts,tsx}",
  "server/**/*.test.ts",
];
const setupFiles = ["tests/support/quiet-console.ts"];

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: pureTests, setupFiles } },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          setupFiles,
          globalSetup: ["tests/support/postgres.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.e2e.{ts,tsx}"],
          setupFiles,
          globalSetup: ["tests/support/require-browser.ts", "tests/support/postgres.ts"],
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
