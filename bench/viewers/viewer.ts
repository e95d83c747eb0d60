/** One viewer on a tablet whose processor is four times slower, and what can be measured of it. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "playwright-core";
import { tabletLandscape } from "../../tests/support/browser-sizes";
import { watch } from "./watch";

const slower = 4;
const giveUpMs = 60_000;
/** Between two jumps of the scrubbing: a hand that moves on before everything is painted. */
const scrubStepMs = 250;

export type Opening = {
  /** until page 1 is painted sharp */
  paintedMs: number;
  /** until something of it is seen: the poster, where there are posters */
  seenMs: number;
};

export type Scrubbing = {
  thirdMb: number;
  endMb: number;
  canvasesMb: number;
  /** of each second, how long the page could not answer a finger: what tasks take beyond 50 ms */
  blockedShare: number;
};

export class Viewer {
  readonly #browser: Browser;
  readonly #address: string;
  readonly #cookie: string | null;

  constructor(browser: Browser, address: string, cookie: string | null = null) {
    this.#browser = browser;
    this.#address = address;
    this.#cookie = cookie;
  }

  /** With nothing in the browser's cache. */
  cold(): Promise<Opening> {
    return this.#in((tab) => tab.opened());
  }

  /** With the program itself in the browser's cache, as on every opening but the first; then `turns` pages on. */
  warm(turns: number): Promise<Opening & { turnsMs: number[] }> {
    return this.#in(async (tab) => {
      await tab.opened();
      await tab.page.goto("about:blank");
      await tab.go(this.#address);
      const opening = await tab.opened();
      const turnsMs: number[] = [];
      for (let number = 2; number <= 1 + turns; number += 1) {
        await tab.paintedAt(number);
        await pause(400);
        turnsMs.push(Number(await tab.say(`turn(${number})`)));
      }
      return { ...opening, turnsMs };
    });
  }

  /** Places all over the paper, the same each time, for a while. */
  scrub(pages: number, seconds: number): Promise<Scrubbing> {
    return this.#in(async (tab) => {
      await tab.opened();
      await tab.say("blockedMs = 0");
      const begin = performance.now();
      const since = () => (performance.now() - begin) / 1_000;
      let thirdMb: number | null = null;
      let canvasesMb = 0;
      for (let step = 1; since() < seconds; step += 1) {
        await tab.say(`goTo(${1 + ((step * 137) % pages)}, ${pages})`);
        await pause(scrubStepMs);
        canvasesMb = Math.max(canvasesMb, Number(await tab.say("canvasMegabytes()")));
        if (thirdMb === null && since() > seconds / 3) thirdMb = await tab.memoryMb();
      }
      const blockedShare = Number(await tab.say("blockedMs")) / 1_000 / since();
      return { thirdMb: thirdMb ?? 0, endMb: await tab.memoryMb(), canvasesMb, blockedShare };
    });
  }

  async #in<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
    const context = await this.#browser.newContext({
      viewport: tabletLandscape,
      deviceScaleFactor: 2,
      hasTouch: true,
    });
    try {
      if (this.#cookie !== null) {
        const [name = "", value = ""] = this.#cookie.split("=");
        await context.addCookies([{ name, value, url: new URL(this.#address).origin }]);
      }
      const page = await context.newPage();
      await page.addInitScript(watch);
      const devtools = await context.newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
      const tab = new Tab(page, devtools, () => processMb(this.#browser));
      await tab.go(this.#address);
      return await work(tab);
    } finally {
      await context.close();
    }
  }
}

class Tab {
  readonly page: Page;
  readonly #devtools: CDPSession;
  readonly #processMb: () => Promise<number | null>;

  constructor(page: Page, devtools: CDPSession, processMb: () => Promise<number | null>) {
    this.page = page;
    this.#devtools = devtools;
    this.#processMb = processMb;
  }

  async go(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: "domcontentloaded" });
  }

  async opened(): Promise<Opening> {
    const paintedMs = await this.paintedAt(1);
    return { paintedMs, seenMs: Number((await this.say("globalThis.seen ?? null")) ?? paintedMs) };
  }

  async paintedAt(number: number): Promise<number> {
    const giveUp = performance.now() + giveUpMs;
    for (;;) {
      const at = await this.say(`globalThis.painted?.[${number}] ?? null`);
      if (typeof at === "number") return at;
      if (performance.now() > giveUp) {
        throw new Error(`Page ${number} was not painted: ${this.page.url()}`);
      }
      await pause(25);
    }
  }

  /** By the debugger: the page's own policy refuses what is evaluated in it. */
  async say(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#devtools.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value;
  }

  /** What the tab's own process holds, its threads included; where the system does not say, what its scripts hold. */
  async memoryMb(): Promise<number> {
    await this.#devtools.send("HeapProfiler.collectGarbage");
    const whole = await this.#processMb();
    if (whole !== null) return whole;
    const { usedSize } = await this.#devtools.send("Runtime.getHeapUsage");
    return usedSize / 1_048_576 + Number(await this.say("canvasMegabytes()"));
  }
}

/** One tab is open at a time: it is the largest of the browser's processes that show pages. */
async function processMb(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  let most: number | null = null;
  for (const { type, id } of processInfo) {
    const status = `/proc/${id}/status`;
    if (type !== "renderer" || !existsSync(status)) continue;
    const kilobytes = /^RssAnon:\s+(\d+)/m.exec(await readFile(status, "utf8"))?.[1];
    if (kilobytes !== undefined) most = Math.max(most ?? 0, Number(kilobytes) / 1_024);
  }
  return most;
}
