/** Who paints the pages, that all paint alike, and what a window holds that nobody looks at; in a real browser. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { DocumentId } from "../../domain/ids";
import { test, type Visit } from "../support/browser";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";
import { pageBeyondThreads, variedPages, variedPaper } from "../support/varied-paper";

let meeting: PaperMeeting;
let varied: DocumentId;

/** The owner's dossiers lie beside the project, where there are any. */
const dossiers = path.resolve(import.meta.dirname, "../../../shared/dossiers");
const looked = [
  { name: "rotation.pdf", pages: 2, most: 0.001 },
  // Its lines are drawn four times over each other; a page's own canvas joins some of that.
  { name: "standard_fonts.pdf", pages: 1, most: 0.05 },
  { name: "tracemonkey.pdf", pages: 3, most: 0.01 },
  { name: "pdkids.pdf", pages: 3, most: 0.01 },
];
const given = new Map<string, DocumentId>();

beforeAll(async () => {
  meeting = await openPaperMeeting();
  varied = (await meeting.addPaper(meeting.items.open, await variedPaper(), "Đủ loại")).documentId;
  await meeting.addPaper(meeting.items.closed, pdf({ pages: ["One"] }), "Kín");
  for (const { name } of existsSync(dossiers) ? looked : []) {
    const bytes = await readFile(path.join(dossiers, name));
    given.set(name, (await meeting.addPaper(meeting.items.open, bytes, name)).documentId);
  }
  await meeting.publish();
}, 120_000);
afterAll(() => meeting.stop());

type Painter = "thread" | "page";

async function open(visit: Visit, documentId: DocumentId, painter: Painter): Promise<Page> {
  const page = await visit(meeting.server.address);
  const [name = "", value = ""] = (await meeting.cookieOf(meeting.people.member)).split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  if (painter === "page") {
    // An older Safari: nothing to draw on outside of a document.
    await page.addInitScript(() => Reflect.deleteProperty(window, "OffscreenCanvas"));
  }
  await page.goto(`/meetings/${meeting.meetingId}/papers/${documentId}?page=1`);
  return page;
}

type Painted = { painter: Painter; width: number; height: number; pixels: string };

/** Turns to a page, and takes its picture as a PNG: equal pixels make equal pictures. */
async function painted(page: Page, number: number): Promise<Painted> {
  await page.evaluate(async (wanted) => {
    const desk = document.querySelector("[data-desk]");
    // Only what is near the eye exists: down in halves of a screen until the page does.
    for (let step = 0; step < 40; step += 1) {
      const sheet = desk?.querySelector(`[aria-label="Trang ${wanted}"]`);
      if (sheet) return sheet.scrollIntoView();
      desk?.scrollBy(0, desk.clientHeight / 2);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
  }, number);
  await page.waitForSelector(`[aria-label="Trang ${number}"][data-state="painted"]`);
  return page.locator(`[aria-label="Trang ${number}"] canvas`).evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error("no canvas");
    return {
      // A canvas that was given a finished picture takes no drawing.
      painter: canvas.getContext("2d") === null ? ("thread" as const) : ("page" as const),
      width: canvas.width,
      height: canvas.height,
      pixels: canvas.toDataURL(),
    };
  });
}

type Comparison = { painter: Painter; differing: number };

/** Page by page, as the thread and as the page's own thread paint it. */
async function compare(visit: Visit, documentId: DocumentId, pages: number) {
  const byThread = await open(visit, documentId, "thread");
  const byPage = await open(visit, documentId, "page");
  const found: Comparison[] = [];
  for (let number = 1; number <= pages; number += 1) {
    const one = await painted(byThread, number);
    const other = await painted(byPage, number);
    expect(other.painter).toBe("page");
    found.push({ painter: one.painter, differing: await differing(byPage, one, other) });
  }
  return found;
}

test("pages are painted outside of the page's own thread, and look as if they were not", async ({
  visit,
}) => {
  const found = await compare(visit, varied, variedPages);
  expect(found.map(({ painter }) => painter)).toEqual(
    found.map((_, index) => (index + 1 === pageBeyondThreads ? "page" : "thread")),
  );
  for (const { differing } of found) expect(differing).toBeLessThan(0.001);
}, 90_000);

describe.runIf(existsSync(dossiers))("with the owner's dossiers", () => {
  for (const { name, pages, most } of looked) {
    test(`${name} looks the same by either thread`, async ({ visit }) => {
      const documentId = given.get(name);
      if (documentId === undefined) throw new Error(`${name} was not uploaded.`);
      const found = await compare(visit, documentId, pages);
      for (const { differing } of found) expect(differing).toBeLessThan(most);
    }, 90_000);
  }
});

/** The share of pixels that plainly differ. */
function differing(page: Page, one: Painted, other: Painted): Promise<number> {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  if (one.pixels === other.pixels) return Promise.resolve(0);
  return page.evaluate(
    async (pictures) => {
      const [left, right] = await Promise.all(
        pictures.map(async (address) => {
          const picture = new Image();
          picture.src = address;
          await picture.decode();
          const canvas = document.createElement("canvas");
          canvas.width = picture.width;
          canvas.height = picture.height;
          const context = canvas.getContext("2d");
          context?.drawImage(picture, 0, 0);
          return context?.getImageData(0, 0, canvas.width, canvas.height).data;
        }),
      );
      if (left === undefined || right === undefined) throw new Error("no pictures");
      let count = 0;
      for (let at = 0; at < left.length; at += 4) {
        const step = (offset: number) =>
          Math.abs((left[at + offset] ?? 0) - (right[at + offset] ?? 0));
        if (Math.max(step(0), step(1), step(2)) > 64) count += 1;
      }
      return count / (left.length / 4);
    },
    [one.pixels, other.pixels],
  );
}

test("a bar that comes and goes moves no page", async ({ visit }) => {
  for (const where of ["paper", "room"]) {
    const page = await open(visit, varied, "thread");
    if (where === "room") await page.goto(`/meetings/${meeting.meetingId}/room`);
    // the room opens at the place that was read last
    const shown = await page.waitForSelector('[data-desk] [data-state="painted"]');
    const name = await shown.getAttribute("aria-label");
    const top = () =>
      page
        .locator(`[data-desk] [aria-label="${name}"]`)
        .evaluate((sheet) => Math.round(sheet.getBoundingClientRect().top));
    await page.locator("[data-desk]").evaluate((desk) => desk.scrollBy(0, 90));
    const before = await top();
    const tool = page
      .getByRole("group", { name: "Công cụ đánh dấu" })
      .getByRole("button", { name: "Tô màu" });
    const bar = page.getByRole("region", { name: "Màu và nơi ghi" });
    await tool.click();
    await bar.waitFor();
    await expect.poll(top).toBe(before);
    await tool.click();
    await bar.waitFor({ state: "detached" });
    await expect.poll(top).toBe(before);
  }
}, 60_000);

test("a window that nobody looks at holds no picture, and shows its poster at once when it is back", async ({
  visit,
}) => {
  const page = await open(visit, varied, "thread");
  await painted(page, 1);
  const hide = (hidden: boolean) =>
    page.evaluate((isHidden) => {
      Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  const canvases = page.locator("[data-desk] canvas");
  const held = await canvases.elementHandles();
  expect(held.length).toBeGreaterThan(0);
  await hide(true);
  await page.waitForFunction(() => document.querySelectorAll("[data-desk] canvas").length === 0);
  for (const canvas of held) {
    expect(
      await canvas.evaluate((each) => (each instanceof HTMLCanvasElement ? each.width : null)),
    ).toBe(0);
  }
  await page
    .locator('[aria-label="Trang 1"] .paper-poster')
    .evaluate((poster: HTMLImageElement) => poster.decode());
  await hide(false);
  await page.waitForSelector('[aria-label="Trang 1"][data-state="painted"]');
});
