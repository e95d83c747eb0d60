/** Separate from vite.config.ts on purpose: tests run our code without the framework's plugin. */
import { defineConfig } from "vitest/config";

const domainTests = ["domain/**/*.test.ts", "app/**/*.test.{ts,tsx}", "server/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: domainTests } },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.e2e.{ts,tsx}"],
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
