/** Searching as a reader does: beside the paper, from paper to paper, by keyboard, and without a line. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { PersonId } from "../../domain/ids";
import { tabletPortrait, test, type Visit, type VisitOptions } from "../support/browser";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

let meeting: PaperMeeting;
let first: string;

const filler = (page: number) => `Noi dung cua trang ${page}`;
const pages = (count: number, words: Record<number, string>) =>
  pdf({ pages: Array.from({ length: count }, (_, at) => words[at + 1] ?? filler(at + 1)) });

beforeAll(async () => {
  meeting = await openPaperMeeting();
  const { items } = meeting;
  const opened = await meeting.addPaper(
    items.open,
    pages(12, { 3: "Quan ly dat dai", 9: "Dat dai va nha o" }),
    "Tờ trình",
  );
  first = `/meetings/${meeting.meetingId}/papers/${opened.documentId}`;
  await meeting.addPaper(items.open, pages(4, { 2: "Luat dat dai" }), "Dự thảo Nghị định");
  await meeting.addPaper(items.open, pdf({ pages: [""] }), "Bản đồ");
  await meeting.addPaper(items.closed, pages(2, { 1: "dat dai kin" }), "Báo cáo kín");
  await meeting.publish();
}, 120_000);
afterAll(() => meeting.stop());

async function enter(visit: Visit, person: PersonId, options: VisitOptions = {}): Promise<Page> {
  const page = await visit(meeting.server.address, options);
  const [name = "", value = ""] = (await meeting.cookieOf(person)).split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  return page;
}

async function read(visit: Visit, person: PersonId, options: VisitOptions = {}): Promise<Page> {
  const page = await enter(visit, person, options);
  // the place where one read last is remembered for every device
  await page.goto(`${first}?page=1`);
  await page.waitForSelector('[aria-label="Trang 1"][data-state="painted"]');
  return page;
}

const field = (page: Page) => page.getByRole("searchbox", { name: "Từ cần tìm" });
const scope = (page: Page, name: RegExp) =>
  page.getByRole("group", { name: "Phạm vi tìm" }).getByRole("button", { name });
const results = (page: Page) => page.getByRole("region", { name: "Kết quả tìm" });
const position = (page: Page, words: string) =>
  page.getByRole("status").getByText(words, { exact: true }).waitFor();
const title = (page: Page, words: string) =>
  page.getByRole("region", { name: "Thanh đọc tài liệu" }).getByText(words).waitFor();
const marked = (page: Page) => page.locator(".found-on-page");

test("Ctrl+F searches the pack; hits are numbered as the pack is and lead to their place", async ({
  visit,
}) => {
  const page = await read(visit, meeting.people.member);
  await page.keyboard.press("Control+f");
  await expect.poll(() => field(page).evaluate((it) => it === document.activeElement)).toBe(true);
  await page.keyboard.type("đất đai");
  await page.getByText("4 kết quả trong 3 tài liệu · không phân biệt dấu").waitFor();
  await scope(page, /^Tài liệu này 2$/).waitFor();
  await scope(page, /^Nội dung 1 3$/).waitFor();
  await scope(page, /^Cả bộ tài liệu 4$/).waitFor();
  await page.getByText("Bản đồ là bản quét, không tìm được chữ").waitFor();

  await results(page)
    .getByRole("button", { name: /^Trang 9: Dat dai va nha o/ })
    .click();
  await title(page, "Trang 9/12 · trang 9 của bộ tài liệu");
  await position(page, "Kết quả 2/4");
  await page.locator(".found-on-page[data-current]").waitFor();
  // the mark lies on its words
  const [mark, sheet] = await Promise.all([
    page.locator(".found-on-page[data-current]").boundingBox(),
    page.getByRole("group", { name: "Trang 9", exact: true }).boundingBox(),
  ]);
  expect(mark?.y).toBeGreaterThan(sheet?.y ?? 0);
  expect(mark?.width).toBeGreaterThan(20);

  // on to the next paper, and the list comes along
  await page.getByRole("button", { name: "Kết quả sau" }).click();
  await title(page, "Trang 2/4 · trang 14 của bộ tài liệu");
  await position(page, "Kết quả 3/4");
  expect(await field(page).inputValue()).toBe("đất đai");
  await page.locator(".found-on-page[data-current]").waitFor();
  await page.keyboard.press("Shift+F3");
  await title(page, "Trang 9/12 · trang 9 của bộ tài liệu");
});

test("Enter goes to the first hit, Escape closes and gives the focus back", async ({ visit }) => {
  const page = await read(visit, meeting.people.member);
  const desk = page.getByRole("region", { name: /^Tài liệu/ });
  await desk.focus();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("dat dai");
  await scope(page, /^Cả bộ tài liệu 4$/).waitFor();
  await page.keyboard.press("Enter");
  await position(page, "Kết quả 1/4");
  await title(page, "Trang 3/12 · trang 3 của bộ tài liệu");
  await page.getByRole("button", { name: /Trở lại trang 1/ }).waitFor();
  await expect.poll(() => marked(page).count()).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await field(page).waitFor({ state: "detached" });
  expect(await marked(page).count()).toBe(0);
  expect(await desk.evaluate((it) => it === document.activeElement)).toBe(true);
});

test("a narrower scope, nothing found, and words that are still being typed", async ({ visit }) => {
  const page = await read(visit, meeting.people.member);
  await page.keyboard.press("Control+f");
  await page.keyboard.type("dat dai");
  await scope(page, /^Tài liệu này/).click();
  await page.getByText("2 kết quả trong 1 tài liệu · không phân biệt dấu").waitFor();
  expect(
    await results(page)
      .getByRole("button", { name: /^Trang/ })
      .count(),
  ).toBe(2);
  await field(page).fill("quan l");
  await page.getByText("Không có từ nào đúng như đã gõ").waitFor();
  await field(page).fill("không có đâu");
  await page.getByText("Không tìm thấy “không có đâu”").first().waitFor();
  await field(page).fill("");
  await page.getByText("Gõ có dấu hoặc không dấu.").waitFor();
});

test("held upright, a hit folds the list away and stays on the page", async ({ visit }) => {
  const page = await read(visit, meeting.people.member, { viewport: tabletPortrait });
  await page.getByRole("button", { name: "Tìm trong tài liệu (Ctrl+F)" }).click();
  await field(page).fill("nha o");
  await results(page)
    .getByRole("button", { name: /^Trang 9/ })
    .click();
  await field(page).waitFor({ state: "detached" });
  await page.locator(".found-on-page[data-current]").waitFor();
  await position(page, "Kết quả 1/1");
  await page.getByRole("button", { name: "Đóng tìm kiếm" }).click();
  expect(await marked(page).count()).toBe(0);
});

test("without a line the open paper is still searched, and all of it when the line is back", async ({
  visit,
}) => {
  const page = await read(visit, meeting.people.member, { expectInConsole: [/ERR_FAILED/] });
  await page.keyboard.press("Control+f");
  await page.keyboard.type("trang 3");
  await page.getByText(/kết quả trong/).waitFor();
  const line = (url: URL) => url.pathname.endsWith("/search");
  await page.route(line, (route) => route.abort());
  await field(page).fill("dat dai");
  await page.getByText("Mất kết nối: chỉ tìm được trong tài liệu đang mở.").waitFor();
  await page.getByText("2 kết quả trong 1 tài liệu · không phân biệt dấu").waitFor();
  await page.unroute(line);
  await page.getByRole("button", { name: "Thử lại" }).click();
  await page.getByText("4 kết quả trong 3 tài liệu · không phân biệt dấu").waitFor();
});

test("everything is searched from the bar above, and a hit opens its paper at the place", async ({
  visit,
}) => {
  const page = await enter(visit, meeting.people.rapporteur);
  await page.goto("/");
  await page.getByRole("link", { name: "Tìm trong mọi tài liệu" }).click();
  await field(page).fill("luat dat dai");
  await page.keyboard.press("Enter");
  await page.getByText("1 kết quả trong 1 tài liệu · không phân biệt dấu").waitFor();
  expect(new URL(page.url()).search).toBe("?q=luat+dat+dai");
  await results(page)
    .getByRole("link", { name: /^Trang 14: Luat dat dai/ })
    .click();
  await title(page, "Trang 2/4 · trang 14 của bộ tài liệu");
  await page.locator(".found-on-page[data-current]").waitFor();
  await position(page, "Kết quả 1/1");
  // the guest's pack holds no closed item, and none of its hits
  await field(page).fill("dat dai");
  await scope(page, /^Cả bộ tài liệu 3$/).waitFor();
});
