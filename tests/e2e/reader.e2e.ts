/** Reading papers in the room, in a real browser. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { DocumentId, type PersonId } from "../../domain/ids";
import { tabletPortrait, test, type Visit, type VisitOptions } from "../support/browser";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf, pdfWithJavaScript } from "../support/pdf";
import { faultsOn } from "../support/touch-faults";

let meeting: PaperMeeting;
/** with contents, a link within and a link out */
let linked: DocumentId;

const long = pdf({
  pages: Array.from({ length: 120 }, (_, page) => `Paragraph of page ${page + 1}`),
});

/** Its pages are objects 7, 9, 11 … */
const withContents = pdf({
  pages: ["One", "Two", "Three", "Four", "Five"],
  catalogue: "/Outlines 3 0 R",
  objects: [
    "<</Type/Outlines/First 4 0 R/Last 4 0 R/Count 1>>",
    "<</Title(Chapter Three)/Parent 3 0 R/Dest[11 0 R/XYZ 0 700 null]>>",
  ],
  pageEntries: `/Annots[<</Type/Annot/Subtype/Link/Rect[50 600 250 640]/Dest[13 0 R/Fit]>>
    <</Type/Annot/Subtype/Link/Rect[50 500 250 540]/A<</S/URI/URI(https://example.org/quite/another)>>>>]`,
});

beforeAll(async () => {
  meeting = await openPaperMeeting();
  const { items, people, meetingId } = meeting;
  await meeting.addPaper(items.open, long, "Tờ trình");
  await meeting.addPaper(items.open, pdfWithJavaScript(), "Phụ lục");
  linked = (await meeting.addPaper(items.open, withContents, "Quy hoạch")).documentId;
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
// Everybody begins at page 1: places are kept on the server.
beforeEach(async () => {
  const { sql } = meeting.server.database;
  await sql`delete from reading_place`;
  await sql`delete from bookmark`;
});

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
/** A button of its own, or with other things behind the last one of a short bar. */
const view = /^(?:Cách hiển thị|Thao tác khác)$/;
/** How the paper is shown, behind one button where the bar is short. */
async function openView(page: Page) {
  await toolbar(page).first().getByRole("button", { name: view }).click();
  return page.getByRole("dialog", { name: view });
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
  // the paper before it has a second page too
  const at = (where: RegExp) => toolbar(page).getByText(where).waitFor();
  await at(/^Trang 1\/2/);
  await painted(page, 2);
  await desk(page).focus();
  await page.keyboard.press("End");
  await at(/^Trang 2\/2/);

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
  await at(/^Trang 2\/2/);
  await page.getByRole("button", { name: "Đọc bản 2" }).click();
  await at(/^Trang 2\/3/);
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

test("whole pages, two beside each other, turned and dark: as the reader likes, and kept", async ({
  visit,
}) => {
  const page = await enter(visit, meeting.people.member);
  await painted(page, 1);
  const box = async (number: number) => {
    const found = await sheet(page, number).boundingBox();
    if (found === null) throw new Error(`Page ${number} is not there.`);
    return found;
  };
  const view = await openView(page);
  await view.getByRole("button", { name: "Vừa cả trang" }).click();
  const deskHeight = (await desk(page).boundingBox())?.height ?? 0;
  await expect.poll(async () => (await box(1)).height).toBeLessThan(deskHeight);
  await view.getByText("Hai trang cạnh nhau").click();
  await expect.poll(async () => (await box(2)).y - (await box(1)).y).toBe(0);
  expect((await box(2)).x).toBeGreaterThan((await box(1)).x);
  await view.getByRole("button", { name: "Xoay trang" }).click();
  await expect.poll(async () => (await box(1)).width > (await box(1)).height).toBe(true);
  await view.getByText("Giấy tối").click();
  await page.keyboard.press("Escape");
  await painted(page, 1);
  await page.reload();
  await painted(page, 1);
  await expect.poll(async () => (await box(2)).y - (await box(1)).y).toBe(0);
  expect(await sheet(page, 1).evaluate((paper) => getComputedStyle(paper).filter)).toContain(
    "invert",
  );
});

test("place and bookmarks are there on the next device", async ({ visit }) => {
  const tablet = await enter(visit, meeting.people.rapporteur);
  await painted(tablet, 1);
  await desk(tablet).focus();
  for (let turn = 0; turn < 8; turn += 1) await tablet.keyboard.press("PageDown");
  await whereabouts(tablet, 9);
  const kept = (change: string) =>
    tablet.waitForResponse(
      (response) => response.ok() && (response.request().postData() ?? "").includes(change),
    );
  const marked = kept('"what":"add"');
  await toolbar(tablet).getByRole("button", { name: "Đánh dấu trang này" }).click();
  await marked;
  await toolbar(tablet).getByRole("button", { name: "Bỏ dấu trang này" }).waitFor();
  await desk(tablet).focus();
  const left = kept('"page":10');
  await tablet.keyboard.press("PageDown");
  await whereabouts(tablet, 10);
  await left;

  const desktop = await enter(visit, meeting.people.rapporteur);
  await whereabouts(desktop, 10);
  await painted(desktop, 10);
  await toolbar(desktop).getByRole("button", { name: "Ghi chú và công cụ" }).click();
  await desktop.getByRole("tab", { name: "Dấu trang" }).click();
  await desktop.getByRole("button", { name: /^Trang 9/ }).click();
  await whereabouts(desktop, 9);
});

const readAt = async (visit: Visit, options: VisitOptions = {}) => {
  const page = await enter(visit, meeting.people.member, options);
  await page.goto(`/meetings/${meeting.meetingId}/papers/${linked}`);
  await painted(page, 1);
  return page;
};
const where = (page: Page, number: number) =>
  toolbar(page)
    .getByText(new RegExp(`^Trang ${number}/5`))
    .waitFor();

test("contents and links lead to their places and back; a link out is shown, never opened", async ({
  visit,
}) => {
  const page = await readAt(visit);
  const rail = page.getByRole("navigation", { name: "Trong tài liệu" });
  await rail
    .getByRole("button", { name: /^Trang 2,/ })
    .locator("img")
    .evaluate((picture: HTMLImageElement) => picture.decode());
  await rail.getByRole("tab", { name: "Mục lục" }).click();
  await rail.getByRole("button", { name: /Chapter Three/ }).click();
  await where(page, 3);
  await page.getByRole("button", { name: /^Trở lại trang/ }).click();
  await where(page, 1);
  await sheet(page, 1)
    .getByRole("button", { name: /^Liên kết tới trang/ })
    .click();
  await where(page, 4);
  await sheet(page, 4).getByRole("button", { name: "Liên kết ra ngoài" }).click();
  await page.getByText("https://example.org/quite/another").waitFor();
  expect(page.context().pages()).toHaveLength(1);
});

test("the handle at the edge leads through the paper, by finger and by keys", async ({ visit }) => {
  const page = await readAt(visit);
  const handle = page.getByRole("slider", { name: "Trang của tài liệu" });
  await handle.focus();
  await page.keyboard.press("End");
  await where(page, 5);
  await page.keyboard.press("ArrowUp");
  await where(page, 4);
  const box = await handle.boundingBox();
  if (box === null) throw new Error("no handle");
  await page.mouse.move(box.x + 22, box.y + 22);
  await page.mouse.down();
  await page.mouse.move(box.x + 22, box.y - 2_000, { steps: 4 });
  await page.mouse.up();
  await where(page, 1);
});

test("held upright, one handle leads through all papers of the item, and every target is large enough", async ({
  visit,
}) => {
  const upright = { viewport: tabletPortrait, hasTouch: true, isMobile: true };
  const page = await readAt(visit, upright);
  await sheet(page, 1).getByRole("button", { name: "Liên kết ra ngoài" }).waitFor();
  expect(await faultsOn(page)).toEqual([]);
  const handle = page.getByRole("slider", { name: "Trang của các tài liệu thuộc nội dung" });
  await handle.focus();
  await page.keyboard.press("Home");
  await whereabouts(page, 1);
  await page.getByRole("button", { name: /^Trở lại trang/ }).click();
  await where(page, 1);
});

test("a running number of the pack leads to its page, in whichever paper it is, and back", async ({
  visit,
}) => {
  const page = await readAt(visit);
  const go = async (number: string) => {
    const view = await openView(page);
    await view.getByRole("textbox", { name: "Hoặc trang của bộ tài liệu" }).fill(number);
    await page.keyboard.press("Enter");
    return view;
  };
  await go("77");
  await whereabouts(page, 77);
  await page.getByRole("button", { name: "Trở lại trang 122" }).click();
  await where(page, 1);
  const view = await go("122a");
  await view.getByText("Không có trang này trong các tài liệu đang mở.").waitFor();
});

test("two papers, or two places of one, are read side by side", async ({ visit }) => {
  const page = await readAt(visit);
  await (await openView(page)).getByText("Mở thêm một tài liệu bên cạnh").click();
  const beside = page.getByRole("region", { name: "Tài liệu bên cạnh" });
  const bar = beside.getByRole("region", { name: "Thanh đọc tài liệu" });
  await bar.getByText(/^Trang 1\/120/).waitFor();
  await beside.locator('[data-state="painted"]').first().waitFor();
  await beside.getByRole("region", { name: /^Tài liệu Tờ trình/ }).focus();
  await page.keyboard.press("PageDown");
  await bar.getByText(/^Trang 2\/120/).waitFor();
  await toolbar(page)
    .first()
    .getByText(/^Trang 1\/5/)
    .waitFor();
  await (await openView(page)).getByText("Mở thêm một tài liệu bên cạnh").click();
  await beside.waitFor({ state: "detached" });
});

test("its words flow in any size, are read aloud by the device's voice, and lead back to their page", async ({
  visit,
}) => {
  const page = await enter(visit, meeting.people.member);
  // A device with an English voice that says a piece in 20 ms.
  await page.addInitScript(() => {
    const spoken: string[] = [];
    const voices = [{ lang: "en-GB", localService: true, name: "Test" }];
    class Utterance {
      onend: (() => void) | null = null;
      constructor(readonly text: string) {}
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      cancel: () => undefined,
      speak(words: Utterance) {
        spoken.push(words.text);
        if (spoken.length < 3) setTimeout(() => words.onend?.(), 20);
      },
    });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "spoken", { value: spoken });
  });
  await page.goto(`/meetings/${meeting.meetingId}/papers/${linked}?page=2`);
  await painted(page, 2);
  await (await openView(page)).getByRole("button", { name: "Chữ lớn và đọc to" }).click();
  const flowing = page.getByRole("region", { name: "Chữ lớn và đọc to" });
  const words = flowing.getByText("Two", { exact: true });
  const size = () => words.evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize));
  const before = await size();
  await flowing.getByRole("button", { name: "Chữ lớn hơn" }).click();
  expect(await size()).toBeGreaterThan(before);
  await flowing.getByRole("button", { name: "Đọc to" }).click();
  await expect.poll(() => page.evaluate("spoken")).toEqual(["Two", "Three", "Four"]);
  await flowing.getByRole("button", { name: "Tạm dừng đọc" }).click();
  await flowing.getByRole("button", { name: "Thôi đọc" }).click();
  await flowing.getByRole("button", { name: "Đọc to" }).waitFor();
  await flowing.getByRole("button", { name: "Trở lại trang tài liệu" }).click();
  await flowing.waitFor({ state: "detached" });
});
