/** The `test` of end-to-end tests: visitors with browsers of their own, whose consoles must stay silent. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { test as base } from "vitest";
import { tabletLandscape } from "./browser-sizes";
import { launchChromium, patienceMs } from "./chromium";

export { desktop, tabletPortrait } from "./browser-sizes";

export type VisitOptions = BrowserContextOptions & {
  /** Console lines that this test provokes on purpose. */
  expectInConsole?: RegExp[];
};

/** Opens a fresh browser profile (own cookies, own storage) and gives its first page. */
export type Visit = (baseUrl: string, options?: VisitOptions) => Promise<Page>;

type Fixtures = {
  browser: Browser;
  visit: Visit;
};

export const test = base.extend<Fixtures>({
  browser: [
    // The empty pattern is how vitest reads that this fixture needs no other.
    async ({}, use) => {
      const browser = await launchChromium();
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  visit: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (baseUrl, { expectInConsole = [], ...options } = {}) => {
      const context = await browser.newContext({
        baseURL: baseUrl,
        viewport: tabletLandscape,
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        ...options,
      });
      context.setDefaultTimeout(patienceMs);
      contexts.push(context);
      listenTo(context, expectInConsole, complaints);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    if (complaints.length > 0) {
      throw new Error(`The browser's console was not silent:\n${complaints.join("\n")}`);
    }
  },
});

/** Collects what no page may say: errors, warnings and exceptions nobody caught. */
function listenTo(context: BrowserContext, expected: RegExp[], complaints: string[]): void {
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      note(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => note(`exception: ${String(error.error().stack)}`));
}
