/** The first page of a paper is there as soon as its screen is, before anything of ours runs in the browser. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import type { PersonId } from "../../domain/ids";
import { tabletPortrait, test, type Visit, type VisitOptions } from "../support/browser";
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

/** Where the page lies once its picture, or its poster, is to be seen. */
async function placeOf(page: Page, number: number, seen: string) {
  const sheet = page.getByRole("group", { name: `Trang ${number}`, exact: true });
  await sheet.locator(seen).waitFor();
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
    const inRoom = await placeOf(bare, 1, "img");
    expect(inRoom).toEqual(await placeOf(whole, 1, "canvas"));

    await bare.goto(`${paperAddress}?page=7`);
    await whole.goto(`${paperAddress}?page=7`);
    const picture = bare.locator(".paper-poster");
    await expect.poll(() => picture.evaluate(isDrawn)).toBe(true);
    expect(await picture.getAttribute("src")).toContain("/pages/7/");
    const alone = await placeOf(bare, 7, "img");
    const painted = await placeOf(whole, 7, "canvas");
    expect(alone).toEqual(painted);
  });
}

const isDrawn = (image: Element) => image instanceof HTMLImageElement && image.naturalWidth > 0;
