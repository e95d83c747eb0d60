/** The first page of a paper is there as soon as its screen is, before anything of ours runs in the browser. */
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import type { PersonId } from "../../domain/ids";
import { tabletPortrait, test, type Visit, type VisitOptions } from "../support/browser";
import { productRoot } from "../support/database";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

let meeting: PaperMeeting;
let paperAddress: string;

beforeAll(async () => {
  meeting = await openPaperMeeting();
  const pages = Array.from({ length: 12 }, (_, page) => `Paragraph of page ${page + 1}`);
  const { documentId } = await meeting.addPaper(meeting.items.open, pdf({ pages }), "Tờ trình");
  await meeting.addPaper(meeting.items.closed, pdf({ pages: ["One"] }), "Báo cáo");
  await meeting.publish();
  paperAddress = `/meetings/${meeting.meetingId}/papers/${documentId}`;
}, 120_000);
afterAll(() => meeting.stop());
// Everybody begins at page 1: places are kept on the server.
beforeEach(async () => {
  await meeting.server.database.sql`delete from reading_place`;
});

async function visitor(visit: Visit, person: PersonId, options: VisitOptions): Promise<Page> {
  const page = await visit(meeting.server.address, options);
  const [name = "", value = ""] = (await meeting.cookieOf(person)).split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  return page;
}

/** Where the page lies once it is drawn by the server (`waiting`) or painted by the reader. */
async function placeOf(page: Page, number: number, state: "waiting" | "painted") {
  const sheet = page.locator(`[aria-label="Trang ${number}"][data-state="${state}"]`);
  await sheet.waitFor();
  const box = await sheet.boundingBox();
  return Object.values(box ?? {}).map((pixels) => Math.round(pixels));
}

for (const { name, size } of [
  { name: "held across", size: {} },
  { name: "held upright", size: { viewport: tabletPortrait } },
]) {
  test(`${name}, the page that is asked for comes with its screen, where it stays`, async ({
    visit,
  }) => {
    const { member } = meeting.people;
    const bare = await visitor(visit, member, { ...size, javaScriptEnabled: false });
    const whole = await visitor(visit, member, size);
    const room = `/meetings/${meeting.meetingId}/room`;

    await bare.goto(room);
    await whole.goto(room);
    const inRoom = await placeOf(bare, 1, "waiting");
    expect(inRoom).toEqual(await placeOf(whole, 1, "painted"));

    let posters = 0;
    whole.on("request", (request) => {
      if (request.url().endsWith("/pages/7/poster.webp")) posters += 1;
    });
    await bare.goto(`${paperAddress}?page=7`);
    await whole.goto(`${paperAddress}?page=7`);
    const picture = bare.locator("img.paper-poster");
    await expect.poll(() => picture.evaluate(isDrawn)).toBe(true);
    expect(await picture.getAttribute("src")).toContain("/pages/7/");
    const alone = await placeOf(bare, 7, "waiting");
    const painted = await placeOf(whole, 7, "painted");
    expect(alone).toEqual(painted);
    // The server's own element stays: what it shows is asked for once.
    expect(posters).toBe(1);
  });
}

test("the page is painted sharp while the program is still being loaded", async ({ visit }) => {
  const page = await visitor(visit, meeting.people.member, {
    expectInConsole: [/ERR_FAILED/, /^exception: $/],
  });
  await page.route("**/assets/entry.client-*.js", (route) => route.abort());
  await page.goto(`${paperAddress}?page=3`);
  await page.locator('[data-page="3"][data-early="painted"]').waitFor();
  const canvas = page.locator("[data-early] canvas");
  expect(await canvas.evaluate(isInked)).toBe(true);
});

test("the program of the room does not grow: compressed, without the engine", async ({ visit }) => {
  // As the server sends it: what comes later is asked for by what has come.
  const page = await visitor(visit, meeting.people.member, { javaScriptEnabled: false });
  await page.goto(`/meetings/${meeting.meetingId}/room`);
  const preloads = page.locator('link[rel="modulepreload"]');
  const files = await preloads.evaluateAll((links) =>
    links.map((link) => link.getAttribute("href")),
  );
  const sizes = [...new Set(files)].map((file) => {
    const built = path.join(productRoot, "build/client", file ?? "");
    return statSync(existsSync(`${built}.br`) ? `${built}.br` : built).size;
  });
  expect(sizes.length).toBeGreaterThan(20);
  // What the design allows. Record 0082 says what belongs into it.
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThan(250);
});

/** Something was painted, and on paper: most of it is white. */
function isInked(canvas: Element): boolean {
  if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return false;
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [canvas.width, canvas.height];
  const context = copy.getContext("2d");
  context?.drawImage(canvas, 0, 0);
  const pixels = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
  let [white, dark] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] === 255 && pixels[at + 3] === 255) white += 1;
    else if (Number(pixels[at]) < 128 && pixels[at + 3] === 255) dark += 1;
  }
  return dark > 0 && white > dark;
}

const isDrawn = (image: Element) => image instanceof HTMLImageElement && image.naturalWidth > 0;
