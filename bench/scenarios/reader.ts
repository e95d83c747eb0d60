/**
 * `reader`: the 352-page paper on a tablet whose processor is four times slower, the server warm. Ours is the whole
 * product, signed in, with everything around the paper; the others show the file and nothing else.
 * `READER_SCRUB_SECONDS` lengthens the scrubbing (600 are the ten minutes of the target).
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, CDPSession, Page } from "playwright-core";
import { tabletLandscape } from "../../tests/support/browser-sizes";
import { launchChromium } from "../../tests/support/chromium";
import { openPaperMeeting, type PaperMeeting } from "../../tests/support/paper-meeting";
import { pdf } from "../../tests/support/pdf";
import { ensureBuilt } from "../../tools/build.mjs";
import { type Row, row } from "../report";
import { serveViewers } from "../viewers";

const repetitions = Number(process.env.READER_REPETITIONS ?? 7);
const slower = 4;
const scrubSeconds = Number(process.env.READER_SCRUB_SECONDS ?? 60);
const file = path.resolve(
  fileURLToPath(new URL("../../", import.meta.url)),
  process.env.READER_PAPER ?? "../shared/dossiers/freeculture.pdf",
);

export async function reader(): Promise<Row[]> {
  await ensureBuilt();
  const meeting = await openPaperMeeting();
  const viewers = await serveViewers(file);
  const browser = await launchChromium();
  try {
    const address = await publish(meeting);
    const ours = new Viewer(browser, address, await meeting.cookieOf(meeting.people.member));
    const stock = new Viewer(browser, `${viewers.address}/stock.html`);
    const pdfium = new Viewer(browser, `${viewers.address}/pdfium.html`);
    // The server is warm, and so is the file's cache.
    for (const each of [ours, stock, pdfium]) await each.firstPage("cold");

    const found = { ours: times(), stock: times(), pdfium: times() };
    for (let turn = 0; turn < repetitions; turn += 1) {
      for (const [name, viewer] of [
        ["ours", ours],
        ["stock", stock],
        ["pdfium", pdfium],
      ] as const) {
        const cold = await viewer.firstPage("cold");
        found[name].cold.push(cold.paintedMs);
        found[name].seen.push(cold.seenMs);
        const warm = await viewer.firstPage("warm");
        found[name].warm.push(warm.paintedMs);
        found[name].turn.push(...warm.turnsMs);
      }
    }
    const stockName = "pdf.js stock viewer";
    const pdfiumName = "PDFium in WebAssembly";
    return [
      row("first page ms", "ms", found.ours.warm, { name: stockName, values: found.stock.warm }),
      row("first page ms, again", "ms", found.ours.warm, {
        name: pdfiumName,
        values: found.pdfium.warm,
      }),
      row("first page seen (poster), nothing cached", "ms", found.ours.seen, {
        name: stockName,
        values: found.stock.seen,
      }),
      row("first page, nothing cached", "ms", found.ours.cold, {
        name: stockName,
        values: found.stock.cold,
      }),
      row("first page, nothing cached, again", "ms", found.ours.cold, {
        name: pdfiumName,
        values: found.pdfium.cold,
      }),
      row("page turn, prefetched", "ms", found.ours.turn, {
        name: stockName,
        values: found.stock.turn,
      }),
      ...(await ours.scrub(stock)),
    ];
  } finally {
    await browser.close();
    viewers.stop();
    await meeting.stop();
  }
}

const times = () => ({
  cold: [] as number[],
  seen: [] as number[],
  warm: [] as number[],
  turn: [] as number[],
});

async function publish(meeting: PaperMeeting): Promise<string> {
  const { documentId } = await meeting.addPaper(
    meeting.items.open,
    await readFile(file),
    "Free Culture",
  );
  await meeting.addPaper(meeting.items.closed, pdf({ pages: ["One"] }), "Another");
  await meeting.publish();
  return `${meeting.server.address}/meetings/${meeting.meetingId}/papers/${documentId}?page=1`;
}

type First = { paintedMs: number; seenMs: number; turnsMs: number[] };

class Viewer {
  readonly #browser: Browser;
  readonly #address: string;
  readonly #cookie: string | null;

  constructor(browser: Browser, address: string, cookie: string | null = null) {
    this.#browser = browser;
    this.#address = address;
    this.#cookie = cookie;
  }

  /** `warm`: the program itself is in the browser's cache, as on every opening but the first. */
  async firstPage(cache: "cold" | "warm"): Promise<First> {
    const { page, end } = await this.#open();
    try {
      if (cache === "warm") {
        await paintedAt(page, 1);
        await page.goto("about:blank");
        await page.goto(this.#address, { waitUntil: "domcontentloaded" });
      }
      const paintedMs = await paintedAt(page, 1);
      const seenMs = await page.evaluate<number>("globalThis.seen ?? globalThis.painted[1]");
      const turnsMs: number[] = [];
      if (cache === "warm" && this.#cookie !== null) {
        for (let number = 2; number <= 6; number += 1) {
          await paintedAt(page, number);
          await page.waitForTimeout(400);
          turnsMs.push(await page.evaluate<number>(`turn(${number})`));
        }
      } else if (cache === "warm" && this.#address.includes("stock")) {
        for (let number = 2; number <= 6; number += 1) {
          await page.waitForTimeout(800);
          turnsMs.push(await page.evaluate<number>(`turn(${number})`));
        }
      }
      return { paintedMs, seenMs, turnsMs };
    } finally {
      await end();
    }
  }

  /** Random places for a while; the memory of the tab's own process, ours and the peer's. */
  async scrub(peer: Viewer): Promise<Row[]> {
    const [own, other] = [await this.#scrubbed(), await peer.#scrubbed()];
    const name = "pdf.js stock viewer";
    return [
      row("memory after a third of the scrubbing", "MB", [own.third], {
        name,
        values: [other.third],
      }),
      row("memory at its end", "MB", [own.end], { name, values: [other.end] }),
      row("growth over the last two thirds", "%", [percent(own)], {
        name,
        values: [percent(other)],
      }),
      row("canvases at their most", "MB", [own.canvases], { name, values: [other.canvases] }),
    ];
  }

  async #scrubbed(): Promise<{ third: number; end: number; canvases: number }> {
    const { page, devtools, end } = await this.#open();
    try {
      await paintedAt(page, 1);
      const finish = performance.now() + scrubSeconds * 1_000;
      const firstThird = performance.now() + (scrubSeconds * 1_000) / 3;
      let third: number | null = null;
      let canvases = 0;
      for (let step = 1; performance.now() < finish; step += 1) {
        // The same places each time: a linear congruence over the pages.
        const number = 1 + ((step * 137) % 352);
        await page.evaluate(`goTo(${number})`);
        await page.waitForTimeout(250);
        canvases = Math.max(canvases, await page.evaluate<number>("canvasMegabytes()"));
        if (third === null && performance.now() > firstThird) third = await memory(devtools);
      }
      return { third: third ?? 0, end: await memory(devtools), canvases };
    } finally {
      await end();
    }
  }

  async #open(): Promise<{ page: Page; devtools: CDPSession; end: () => Promise<void> }> {
    const context = await this.#browser.newContext({
      viewport: tabletLandscape,
      deviceScaleFactor: 2,
      hasTouch: true,
    });
    if (this.#cookie !== null) {
      const [name = "", value = ""] = this.#cookie.split("=");
      await context.addCookies([{ name, value, url: this.#address }]);
    }
    const page = await context.newPage();
    await page.addInitScript(watch);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.goto(this.#address, { waitUntil: "domcontentloaded" });
    return { page, devtools, end: () => context.close() };
  }
}

const percent = ({ third, end }: { third: number; end: number }) => (end / third - 1) * 100;

async function paintedAt(page: Page, number: number): Promise<number> {
  const giveUp = performance.now() + 60_000;
  for (;;) {
    // By the debugger: the page's own policy refuses what is evaluated in it.
    const at = await page
      .evaluate<number | null>(`globalThis.painted?.[${number}] ?? null`)
      // The page that is left and the one that comes change places at this moment.
      .catch(() => null);
    if (at !== null) return at;
    if (performance.now() > giveUp) throw new Error(`Page ${number} was not painted.`);
    await page.waitForTimeout(50);
  }
}

/** MB that the tab's scripts hold after a collection, and what its canvases take. */
async function memory(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { result } = await devtools.send("Runtime.evaluate", { expression: "canvasMegabytes()" });
  return usedSize / 1_048_576 + Number(result.value);
}

/** In the page, from its first moment: when each page is painted, by the page's own clock from the beginning of loading. */
const watch = `
  const note = () => {
    for (const sheet of document.querySelectorAll(".paper-sheet")) {
      const number = /(\\d+)$/.exec(sheet.getAttribute("aria-label") ?? "")?.[1];
      const poster = sheet.querySelector(".paper-poster");
      if (number === "1" && poster?.complete && poster.naturalWidth > 0) globalThis.seen ??= performance.now();
      if (sheet.dataset.state !== "painted") continue;
      globalThis.painted ??= {};
      globalThis.painted[number] ??= performance.now();
    }
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true });
  document.addEventListener("load", note, true);
  globalThis.canvasMegabytes = () =>
    [...document.querySelectorAll("canvas")].reduce((sum, canvas) => sum + canvas.width * canvas.height * 4, 0) / 1048576;
  const desk = () => document.querySelector(".paper-sheet")?.parentElement?.parentElement;
  globalThis.goTo ??= (number) => {
    const element = desk();
    element.scrollTop = (element.scrollHeight / 352) * (number - 1);
  };
  const top = (number) => {
    const sheet = document.querySelector('[aria-label="Page ' + number + '"], [aria-label="Trang ' + number + '"], .page[data-page-number="' + number + '"]');
    return sheet?.getBoundingClientRect().top ?? Infinity;
  };
  globalThis.turn = (number) => new Promise((resolve) => {
    const began = performance.now();
    if (desk()) {
      desk().focus();
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true, cancelable: true }));
    } else globalThis.goTo(number);
    const look = () => {
      const isThere = top(number) < 300 && globalThis.painted?.[number] !== undefined;
      if (isThere) requestAnimationFrame(() => resolve(performance.now() - began));
      else requestAnimationFrame(look);
    };
    look();
  });
`;
