import { expect } from "vitest";
import { readConfig } from "../../server/config";
import { serve } from "../../server/serve";
import { test } from "../support/browser";

test("a page comes from the built product and runs its scripts", async ({ visit }) => {
  const server = await serve(readConfig({ NODE_ENV: "test", PORT: "0" }));
  const page = await visit(server.address);
  await page.goto("/");
  await page.waitForFunction(() => "__remixRouter" in window);
  expect(await page.getAttribute("html", "lang")).toBe("vi");
  await page.close();
  await server.stop();
});
