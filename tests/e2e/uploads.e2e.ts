/** Papers brought to the agenda by the office, in a real browser. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { desktop, test, type Visit, type VisitOptions } from "../support/browser";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf, truncatedPdf } from "../support/pdf";

let meeting: PaperMeeting;
beforeAll(async () => {
  meeting = await openPaperMeeting();
}, 120_000);
afterAll(() => meeting.stop());

async function enterBuilder(visit: Visit, options: VisitOptions = {}): Promise<Page> {
  const page = await visit(meeting.server.address, { viewport: desktop, ...options });
  const cookie = await meeting.cookieOf(meeting.people.secretary);
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  await page.goto(`/meetings/${meeting.meetingId}/edit`);
  await page.getByText("Phân cấp quản lý đất đai").first().click();
  return page;
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/pdf", buffer });
const choose = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.locator("input[type=file]").first().setInputFiles(files);
const rows = (page: Page) => page.getByRole("list", { name: "Tệp đang tải lên" });

async function papersOnAgenda(): Promise<string[][] | undefined> {
  const view = await meeting.server.cabinet.read.meetingView(
    meeting.meetingId,
    meeting.people.secretary,
  );
  const item = view?.shared.office?.items.find(({ itemId }) => itemId === meeting.items.open);
  return item?.papers.map(({ kind, title }) => [kind, title.vi]).sort();
}

test("many files at once: the sound ones come onto the agenda, the others say why not", async ({
  visit,
}) => {
  // A refusal is an answer of 4xx, which browsers put on the console by themselves.
  const page = await enterBuilder(visit, { expectInConsole: [/422/] });
  await choose(
    page,
    file("01_Tờ trình phân cấp.pdf", pdf({ pages: ["One", "Two"] })),
    file("02_Báo cáo thẩm định.pdf", pdf({ pages: ["Three"] })),
    file("03_cắt cụt.pdf", truncatedPdf()),
    file("04_rỗng.pdf", Buffer.alloc(0)),
  );
  await rows(page).getByText("Tệp PDF bị cắt cụt").waitFor();
  await rows(page).getByText("Tệp rỗng").waitFor();
  await expect.poll(papersOnAgenda, { timeout: 20_000 }).toEqual([
    ["appraisal_report", "Báo cáo thẩm định"],
    ["submission", "Tờ trình phân cấp"],
  ]);
  await page.getByText("Tờ trình phân cấp", { exact: true }).first().waitFor();

  // Another's act re-renders the page; the refused rows stay until they are dismissed.
  await meeting.must(meeting.people.secretary, {
    type: "agenda.remove_item",
    meetingId: meeting.meetingId,
    itemId: meeting.items.closed,
  });
  await page.getByText("Nội dung kín").first().waitFor({ state: "detached" });
  await rows(page).getByText("Tệp rỗng").waitFor();
  await page.getByRole("button", { name: "Bỏ 04_rỗng.pdf khỏi danh sách" }).click();
  await rows(page).getByText("Tệp rỗng").waitFor({ state: "detached" });
});

test("a file that stands on the agenda already is added only when asked for", async ({ visit }) => {
  const page = await enterBuilder(visit);
  const twin = pdf({ pages: ["the same"] });
  await choose(page, file("Phụ lục.pdf", twin));
  await page.getByText("Phụ lục").first().waitFor();
  await rows(page).waitFor({ state: "detached" });
  await choose(page, file("Phụ lục (bản sao).pdf", twin));
  await rows(page).getByText("Giống hệt tệp của tài liệu “Phụ lục”.").waitFor();
  await page.getByRole("button", { name: "Vẫn thêm" }).click();
  await page.getByText("Phụ lục (bản sao)").first().waitFor();
});

test("an upload can be cancelled and sent again", async ({ visit }) => {
  const page = await enterBuilder(visit, { expectInConsole: [/ERR_/] });
  let held: (() => void) | null = null;
  const waiting = new Promise<void>((resolve) => {
    held = resolve;
  });
  await page.route("**/uploads/*", async (route) => {
    await waiting;
    await route.continue().catch(() => undefined);
  });
  await choose(page, file("Đề án.pdf", pdf({ pages: ["a proposal"] })));
  await page.getByRole("button", { name: "Hủy tải Đề án.pdf" }).click();
  await rows(page).getByText("Đã hủy tải").waitFor();
  (held as (() => void) | null)?.();
  await page.unroute("**/uploads/*");
  await page.getByRole("button", { name: "Tải lại Đề án.pdf" }).click();
  await rows(page).waitFor({ state: "detached" });
  await page.getByText("Đề án").first().waitFor();
});
