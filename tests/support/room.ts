/** What people do in the meeting room, by what they see there. */
import type { Page } from "playwright-core";

/** Chooses, looks again, confirms. A second touch of the same tap would not count, so it waits as people do. */
export async function chooseAndConfirm(page: Page, answer: RegExp, confirm: string): Promise<void> {
  await page.getByRole("button", { name: answer }).click();
  const button = page.getByRole("button", { name: confirm });
  await button.waitFor();
  await pastDoubleTap(page);
  await button.click();
}

/** Half a second of the page's own clock after the choice. */
export async function pastDoubleTap(page: Page): Promise<void> {
  const since = await page.evaluate(() => performance.now());
  await page.waitForFunction((then) => performance.now() - then > 450, since);
}

/** @param word of the page's language: `Trang`, `Page` */
export async function paintedPage(page: Page, word: string, number: number): Promise<void> {
  await page.waitForSelector(`[aria-label="${word} ${number}"][data-state="painted"]`, {
    timeout: 60_000,
  });
}

/** Waits until it can be read on the screen; a narrow screen's words may wait hidden beside a wide one's. */
export async function sees(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor();
}
