/** What hands do on the page of a paper: its tools, its words, its notes. */
import type { Page } from "playwright-core";

/** The paper is there, with its first page painted and its words in their places. */
export async function openPaper(page: Page, address: string): Promise<void> {
  const text = page.waitForResponse((response) => response.url().endsWith("/text"));
  await page.goto(address);
  await page.waitForSelector('[aria-label="Trang 1"][data-state="painted"]');
  await (await text).finished();
  await page.waitForFunction(
    () => document.querySelectorAll('[aria-label="Trang 1"] .paper-words span').length > 2,
  );
}

export const tool = (page: Page, name: string) =>
  page.getByRole("group", { name: "Công cụ đánh dấu" }).getByRole("button", { name });
export const panel = (page: Page) =>
  page.getByRole("complementary", { name: "Ghi chú và công cụ" });
export const rows = (page: Page) => panel(page).getByRole("region", { name: "Danh sách ghi chú" });
/** The server has acknowledged everything. */
export const saved = (page: Page) =>
  panel(page)
    .getByText(/^Đã lưu \d\d:\d\d$/)
    .waitFor();
export const drawn = (page: Page) => page.locator(".mark-drawing [data-mark]");

/** Where words stand on the first page, in pixels of the window. */
export async function wordsAt(page: Page, words: string) {
  const found = await page.evaluate(async (wanted) => {
    // A bar that came or went a moment ago: the paper is put back to its place within the frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const layer = document.querySelector('[aria-label="Trang 1"] .paper-words');
    const walker = document.createTreeWalker(layer ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const shown = range.getBoundingClientRect();
      // under the bars, or below the window: no hand would reach it
      if (shown.top < 250 || shown.bottom > innerHeight - 100)
        node.parentElement?.scrollIntoView({ block: "center" });
      const { left, top, right, bottom } = range.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    }
    return null;
  }, words);
  if (found === null) throw new Error(`not on the page: ${words}`);
  return found;
}

/** From the middle of the first word's letters to the middle of the last one's. */
export async function dragOver(page: Page, from: string, to: string): Promise<void> {
  const start = await wordsAt(page, from);
  const end = await wordsAt(page, to);
  await page.mouse.move((start.left + start.right) / 2, start.middle);
  await page.mouse.down();
  await page.mouse.move((start.left + end.right) / 2, end.middle, { steps: 5 });
  await page.mouse.move((end.left + end.right) / 2, end.middle, { steps: 5 });
  await page.mouse.up();
}

/** Sets a note down on a word, in the layer that is chosen. */
export async function writeNote(page: Page, words: string, body: string, { isHeld = false } = {}) {
  if (!isHeld) await tool(page, "Ghi chú").click();
  const { left, right, middle } = await wordsAt(page, words);
  await page.mouse.click((left + right) / 2, middle);
  await page.getByRole("textbox", { name: "Nội dung" }).fill(body);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await tool(page, "Ghi chú").click();
}
