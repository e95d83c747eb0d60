import type { Page } from "playwright-core";

/** Opens a page whose scripts stay away, as on a slow line, until the answered function is called; then it comes alive. */
export async function openWithScriptsHeld(page: Page, to: string): Promise<() => Promise<void>> {
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(to, { waitUntil: "commit" });
  return async () => {
    release?.();
    await page.waitForFunction(() => "__remixRouter" in window);
  };
}
