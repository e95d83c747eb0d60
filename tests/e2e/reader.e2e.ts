/** Reading papers in the room, in a real browser. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { DocumentId, type PersonId } from "../../domain/ids";
import { tabletPortrait, test, type Visit, type VisitOptions } from "../support/browser";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf, pdfWithJavaScript } from "../support/pdf";

let meeting: PaperMeeting;

const long = pdf({
  pages: Array.from({ length: 120 }, (_, page) => `Paragraph of page ${page + 1}`),
});

beforeAll(async () => {
  meeting = await openPaperMeeting();
  const { items, people, meetingId } = meeting;
  await meeting.addPaper(items.open, long, "Tờ trình");
  await meeting.addPaper(items.open, pdfWithJavaScript(), "Phụ lục");
  await meeting.must(people.secretary, {
    type: "document.attach_reference",
    meetingId,
    itemId: items.closed,
    documentId: DocumentId.parse(randomUUID()),
    kind: "report",
    title: { vi: "Báo cáo giấy", en: "Paper report" },
    grade: null,
    copies: 27,
  });
  await meeting.publish();
}, 120_000);
afterAll(() => meeting.stop());

async function enter(visit: Visit, person: PersonId, options: VisitOptions = {}): Promise<Page> {
  const page = await visit(meeting.server.address, options);
  const [name = "", value = ""] = (await meeting.cookieOf(person)).split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  await page.goto(`/meetings/${meeting.meetingId}/room`);
  return page;
}

const sheet = (page: Page, number: number) =>
  page.getByRole("group", { name: `Trang ${number}`, exact: true });
const painted = (page: Page, number: number) =>
  page.waitForSelector(`[aria-label="Trang ${number}"][data-state="painted"]`);
const desk = (page: Page) => page.getByRole("region", { name: /^Tài liệu/ });
const toolbar = (page: Page) => page.getByRole("region", { name: "Thanh đọc tài liệu" });
/** How the paper is shown, behind one button where the bar is short. */
async function openView(page: Page) {
  await toolbar(page).getByRole("button", { name: "Cách hiển thị" }).click();
  return page.getByRole("dialog", { name: "Cách hiển thị" });
}
const whereabouts = (page: Page, number: number) =>
  toolbar(page).getByText(`Trang ${number}/120 · trang ${number} của bộ tài liệu`).waitFor();

test("a paper is read by scrolling, by keys, by buttons and by its page number", async ({
  visit,
}) => {
  const page = await enter(visit, meeting.people.member);
  await painted(page, 1);
  await whereabouts(page, 1);

  await desk(page).focus();
  await page.keyboard.press("PageDown");
  await painted(page, 2);
  await page.keyboard.press("ArrowRight");
  await whereabouts(page, 3);
  await page.keyboard.press("End");
  await painted(page, 120);
  await whereabouts(page, 120);
  await page.keyboard.press("Home");
  const view = await openView(page);
  await view.getByRole("button", { name: "Trang sau" }).click();
  await whereabouts(page, 2);
  // A button or a switch uses its own keys.
  await view.getByRole("button", { name: "Trang sau" }).focus();
  await page.keyboard.press("ArrowRight");
  await whereabouts(page, 2);

  await view.getByRole("textbox", { name: /Số trang/ }).fill("77");
  await page.keyboard.press("Enter");
  await view.waitFor({ state: "detached" });
  await painted(page, 77);
  await whereabouts(page, 77);

  // A jump leaves a way back.
  await page.getByRole("button", { name: "Trở lại trang 2" }).click();
  await whereabouts(page, 2);
  expect(await page.getByRole("button", { name: /^Trở lại trang/ }).count()).toBe(0);
});

test("its words can be selected, and what is held stays small", async ({ visit }) => {
  const page = await enter(visit, meeting.people.member);
  await painted(page, 1);
  await sheet(page, 1).getByText("Paragraph of page 1").waitFor({ state: "attached" });
  const said = await sheet(page, 1)
    .locator(".paper-words")
    .evaluate((words) => {
      getSelection()?.selectAllChildren(words);
      return getSelection()?.toString();
    });
  expect(said).toContain("Paragraph of page 1");

  await desk(page).focus();
  for (let turn = 0; turn < 12; turn += 1) await page.keyboard.press("PageDown");
  await painted(page, 13);
  const held = await desk(page)
    .locator("canvas")
    .evaluateAll((all) =>
      all.map((canvas) =>
        canvas instanceof HTMLCanvasElement ? canvas.width * canvas.height * 4 : 0,
      ),
    );
  expect(held.length).toBeLessThanOrEqual(3);
  expect(held.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(96 * 1024 * 1024);
});

test("zoom keeps the place, goes from 50 to 400 %, and back to the width", async ({ visit }) => {
  const page = await enter(visit, meeting.people.member);
  await painted(page, 1);
  await desk(page).focus();
  for (let turn = 0; turn < 4; turn += 1) await page.keyboard.press("PageDown");
  await whereabouts(page, 5);
  const view = await openView(page);
  const zoom = (name: string) => view.getByRole("button", { name });
  while (await zoom("Phóng to").isEnabled()) await zoom("Phóng to").click();
  await view.getByText("400 %").waitFor();
  await whereabouts(page, 5);
  await painted(page, 5);
  while (await zoom("Thu nhỏ").isEnabled()) await zoom("Thu nhỏ").click();
  await view.getByText("50 %").waitFor();
  await zoom("Vừa chiều ngang").click();
  await whereabouts(page, 5);
  const { x, y, width, height } = (await desk(page).boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  await page.mouse.move(x + width / 2, y + height / 2);
  const percent = () => view.getByText(/^\d+ %$/).textContent();
  const before = await percent();
  await page.keyboard.press("Escape");
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await openView(page);
  await expect.poll(percent).not.toBe(before);
});

test("the place is remembered on this device, per paper", async ({ visit }) => {
  const page = await enter(visit, meeting.people.member);
  await painted(page, 1);
  await desk(page).focus();
  for (let turn = 0; turn < 6; turn += 1) await page.keyboard.press("PageDown");
  await whereabouts(page, 7);
  await page.waitForFunction(() => localStorage.getItem("reader.places")?.includes('"page":7'));
  await page.reload();
  await painted(page, 7);
  await whereabouts(page, 7);
});

test("papers are chosen from the title; active content is said and does not run", async ({
  visit,
}) => {
  const page = await enter(visit, meeting.people.member);
  await painted(page, 1);
  await toolbar(page)
    .getByRole("button", { name: /Chọn tài liệu/ })
    .click();
  await page.getByRole("menuitem", { name: /Phụ lục/ }).click();
  await toolbar(page).getByText("Trang 1/1 · trang 121 của bộ tài liệu").waitFor();
  await page.getByText("đã được vô hiệu hóa").waitFor();
  await painted(page, 1);
});

test("a page that waits for the line is said, and comes when the line is back", async ({
  visit,
}) => {
  const page = await enter(visit, meeting.people.member, { expectInConsole: [/ERR_FAILED/] });
  // The bytes never arrive; the rest of the room does.
  const down = (url: URL) =>
    url.pathname.startsWith("/documents/") && !url.pathname.endsWith("pages");
  await page.route(down, (route) => route.abort());
  await page.reload();
  await page.getByText("Mất kết nối.").waitFor();
  await page.unroute(down);
  await painted(page, 1);
  await page.getByText("Mất kết nối.").waitFor({ state: "detached" });
}, 60_000);

test("a paper on paper only says where it is had", async ({ visit }) => {
  const page = await enter(visit, meeting.people.member, { viewport: tabletPortrait });
  await painted(page, 1);
  await page.getByText("Nội dung kín").first().click();
  await page.getByText("27 bản, phát tại phiên họp, thu hồi sau phiên họp").waitFor();
});

test("a new version is offered, not pushed under the reader's eyes", async ({ visit }) => {
  const { documentId } = await meeting.addPaper(
    meeting.items.open,
    pdf({ pages: ["One", "Two"] }),
    "Dự thảo",
  );
  await meeting.publish();
  const page = await enter(visit, meeting.people.chair);
  await toolbar(page)
    .getByRole("button", { name: /Chọn tài liệu/ })
    .click();
  await page.getByRole("menuitem", { name: /Dự thảo/ }).click();
  await painted(page, 2);
  await desk(page).focus();
  await page.keyboard.press("End");

  const { versionId } = await meeting.upload(pdf({ pages: ["One", "Two", "Three"] }));
  const { meetingId, items } = meeting;
  await meeting.must(meeting.people.secretary, {
    type: "document.attach",
    meetingId,
    itemId: items.open,
    documentId,
    versionId,
    kind: "draft_decision",
    title: { vi: "Dự thảo", en: "" },
    grade: null,
  });
  await meeting.publish();
  await page.getByText("Đã có bản 2 của tài liệu này.").waitFor();
  await toolbar(page)
    .getByText(/^Trang 2\/2/)
    .waitFor();
  await page.getByRole("button", { name: "Đọc bản 2" }).click();
  await toolbar(page)
    .getByText(/^Trang 2\/3/)
    .waitFor();
  await painted(page, 3);
});

test("a paper has a page of its own, with its pages beside it, and an address for each place", async ({
  visit,
}) => {
  const page = await enter(visit, meeting.people.member);
  await painted(page, 1);
  await toolbar(page).getByRole("link", { name: "Đọc toàn màn hình" }).click();
  await page.waitForURL(/\/papers\/[^/]+\?page=1$/);
  await painted(page, 1);
  const { pathname } = new URL(page.url());
  const rail = page.getByRole("navigation", { name: "Trong tài liệu" });
  await rail.getByRole("button", { name: "Trang 3, trang 3 của bộ tài liệu" }).click();
  await whereabouts(page, 3);
  await page.getByRole("button", { name: "Trở lại trang 1" }).click();
  await whereabouts(page, 1);

  await page.goto(`${pathname}?page=44`);
  await painted(page, 44);
  await whereabouts(page, 44);
  await page.waitForFunction(() => localStorage.getItem("reader.places")?.includes('"page":44'));
  await page.goto(`${pathname}?page=-3&version=nonsense`);
  await page.getByText(/^Trang 44\/120/).waitFor();
});
