/** Layers between people, in real browsers: an office and its hand-over, mentions by name, who else reads. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { z } from "zod";
import type { DocumentId, PersonId } from "../../domain/ids";
import { test, type Visit, type VisitOptions } from "../support/browser";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

const lines = ["Article 8. Thresholds", "The committee decides areas under 500 hectares."];

const Violations = z.object({ violations: z.array(z.unknown()) });

let meeting: PaperMeeting;
let first: DocumentId;
let second: DocumentId;

beforeAll(async () => {
  meeting = await openPaperMeeting();
  const paper = (n: number) => {
    const bytes = pdf({ pages: Array.from({ length: 6 }, () => lines.join("\n")) });
    const other = Buffer.concat([bytes, Buffer.from(`%${n}\n`)]);
    return meeting.addPaper(meeting.items.open, other, `Paper ${n}`);
  };
  first = (await paper(1)).documentId;
  second = (await paper(2)).documentId;
  await meeting.addPaper(meeting.items.closed, pdf({ pages: ["Closed"] }), "Closed");
  await meeting.publish();
}, 180_000);
afterAll(() => meeting.stop());

async function enter(visit: Visit, person: PersonId, options: VisitOptions = {}): Promise<Page> {
  const page = await visit(meeting.server.address, options);
  const [name = "", value = ""] = (await meeting.cookieOf(person)).split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  return page;
}

async function read(page: Page, documentId: DocumentId): Promise<void> {
  await page.goto(`/meetings/${meeting.meetingId}/papers/${documentId}`);
  await isOpen(page);
}

async function isOpen(page: Page): Promise<void> {
  await page.waitForSelector('[aria-label="Trang 1"][data-state="painted"]');
  await page.waitForFunction(
    () => document.querySelectorAll('[aria-label="Trang 1"] .paper-words span').length > 1,
  );
}

const panel = (page: Page) => page.getByRole("complementary", { name: "Ghi chú và công cụ" });
const rows = (page: Page) => panel(page).getByRole("region", { name: "Danh sách ghi chú" });

async function isAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  // what the library announces of a press outlives the button it speaks of
  const found = await page.evaluate(
    "axe.run({ exclude: '[data-live-announcer]' }, { resultTypes: ['violations'] })",
  );
  expect(Violations.parse(found).violations).toEqual([]);
}

/** Puts a note down on the word, into the layer that the tool says, and answers that layer's name. */
async function note(page: Page, word: string, body: string): Promise<void> {
  const tools = page.getByRole("group", { name: "Công cụ đánh dấu" });
  const tool = tools.getByRole("button", { name: "Ghi chú" });
  if ((await tool.getAttribute("aria-pressed")) !== "true") await tool.click();
  const box = await page.evaluate((wanted) => {
    const layer = document.querySelector('[aria-label="Trang 1"] .paper-words');
    const walker = document.createTreeWalker(layer ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }
    return null;
  }, word);
  if (box === null) throw new Error(`not on the page: ${word}`);
  await page.mouse.click(box.x, box.y);
  const dialog = page.getByRole("dialog", { name: "Ghi chú mới" });
  await dialog.getByRole("textbox").fill(body);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

test("a member names and removes the own staff on the account page, by keyboard too", async ({
  visit,
}) => {
  const page = await enter(visit, meeting.people.member);
  await page.goto("/account");
  await page.getByText("Chưa chọn người giúp việc.").waitFor();
  const choose = page.getByRole("button", { name: /Người được chọn/ });
  await expect
    .poll(async () => {
      await choose.focus();
      await page.keyboard.press("Enter");
      return page.getByRole("option").count();
    })
    .toBe(1);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const list = page.getByRole("list", { name: "Danh sách người giúp việc" });
  await list.getByText("Thư ký của thành viên").waitFor();
  // there is nobody else to choose from
  expect(await choose.count()).toBe(0);
  // anew, without what the library still announces of the press
  await page.reload();
  await list.getByText("Thư ký của thành viên").waitFor();
  await isAccessible(page);
  await list.getByRole("button", { name: /^Bỏ Thư ký của thành viên/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Chưa chọn người giúp việc.").waitFor();
  await choose.waitFor();

  // for everybody without a seat there is no such card
  const secretary = await enter(visit, meeting.people.secretary);
  await secretary.goto("/account");
  await secretary.getByRole("heading", { name: "Hiển thị khi đọc" }).waitFor();
  expect(await secretary.getByRole("heading", { name: "Người giúp việc" }).count()).toBe(0);
});

test("a paper is handed over, prepared in the office's layer, shared after a look, and taken back", async ({
  visit,
}) => {
  const { people, bodyId } = meeting;
  await meeting.must(people.member, { type: "office.name_staff", bodyId, personId: people.staff });
  const member = await enter(visit, people.member);
  // where the reader was is said once more when the paper has gone, and refused
  const staff = await enter(visit, people.staff, { expectInConsole: [/404.*\/bookmarks\//] });
  await staff.goto("/");
  await staff.getByText("Hôm nay không có việc cần xử lý").waitFor();

  await read(member, first);
  await member.getByRole("button", { name: "Giao chuẩn bị…" }).click();
  const give = member.getByRole("dialog", { name: "Giao chuẩn bị tài liệu" });
  await give.getByRole("button", { name: "Giao", exact: true }).click();
  await give.getByText("Ghi việc cần chuẩn bị.").waitFor();
  // from the first word on, a press beside it throws nothing away
  await give
    .getByRole("textbox", { name: "Việc cần chuẩn bị" })
    .fill("Dự thảo ý kiến về ngưỡng 500 ha");
  const asked = member.getByRole("alertdialog", { name: "Giao chuẩn bị tài liệu" });
  await asked.getByLabel(/^Hạn/).fill("2026-12-01");
  await asked.getByRole("button", { name: "Giao", exact: true }).click();
  await panel(member).getByText("Đang chuẩn bị").waitFor();
  await isAccessible(member);

  await staff.goto("/");
  await staff.getByText("Thành viên 2 giao:").waitFor();
  await staff.getByText("Hạn 01/12/2026").waitFor();
  await isAccessible(staff);
  await staff.getByRole("link", { name: "Mở tài liệu: Paper 1" }).click();
  await isOpen(staff);
  await staff.getByText("Dự thảo ý kiến về ngưỡng 500 ha").first().waitFor();
  // one paper of the item, two layers, and a way back that is no room
  expect(await staff.getByText("1 tài liệu").count()).toBe(1);
  expect(await panel(staff).getByText("Chung", { exact: true }).count()).toBe(0);
  await note(staff, "hectares", "Đề nghị giữ 500 ha");
  await panel(staff).getByText("Đề nghị giữ 500 ha").waitFor();
  await rows(member).getByText("Đề nghị giữ 500 ha").waitFor();

  await staff.getByRole("button", { name: "Đã chuẩn bị xong" }).click();
  await member.getByText("Thư ký của thành viên đã chuẩn bị xong tài liệu này.").waitFor();
  await member.goto("/");
  await member.getByText("Giao Thư ký của thành viên:").waitFor();
  await member.getByText("Đã chuẩn bị xong").waitFor();
  await member.getByRole("link", { name: "Mở tài liệu: Paper 1" }).click();
  await isOpen(member);
  await rows(member).getByText("Đề nghị giữ 500 ha").click();
  await rows(member).getByRole("button", { name: "Thao tác với ghi chú" }).click();
  await member.getByRole("menuitem", { name: "Đưa vào lớp Chung…" }).click();
  const share = member.getByRole("dialog", { name: "Đưa ghi chú vào lớp Chung" });
  await share.getByText("Đề nghị giữ 500 ha").waitFor();
  await share.getByText("chair", { exact: true }).waitFor();
  expect(await share.getByText("staff", { exact: true }).count()).toBe(0);
  await share.getByRole("button", { name: "Đưa vào lớp Chung" }).click();
  const chair = await enter(visit, people.chair);
  await read(chair, first);
  await rows(chair).getByText("Đề nghị giữ 500 ha").waitFor();
  await rows(chair)
    .getByText(/Chung · Thành viên 2/)
    .waitFor();

  // taken back: what is open at the staff's is closed, and there is nothing to be found any more
  await panel(member)
    .getByRole("button", { name: /^Thu lại tài liệu đã giao/ })
    .click();
  await member
    .getByRole("alertdialog")
    .getByRole("button", { name: "Thu lại", exact: true })
    .click();
  await staff.getByText("Đề nghị giữ 500 ha").first().waitFor({ state: "detached" });
  await staff.goto("/");
  await staff.getByText("Hôm nay không có việc cần xử lý").waitFor();
});

test("who is mentioned by name in an answer finds it on Today, and it is gone once read", async ({
  visit,
}) => {
  const { people } = meeting;
  const member = await enter(visit, people.member);
  const chair = await enter(visit, people.chair);
  await chair.goto("/");
  expect(await chair.getByText("Được nhắc tới").count()).toBe(0);
  await read(member, second);
  const tools = member.getByRole("group", { name: "Công cụ đánh dấu" });
  await tools.getByRole("button", { name: "Ghi chú" }).click();
  await member.getByRole("button", { name: "Ghi vào: Riêng tư" }).click();
  await member.getByRole("menuitem", { name: /^Chung/ }).click();
  await member.getByRole("menu").waitFor({ state: "detached" });
  await note(member, "hectares", "Ngưỡng này cần xem lại");
  await member.keyboard.press("Escape");
  await rows(member).getByText("Ngưỡng này cần xem lại").click();
  await rows(member).getByRole("textbox", { name: "Trả lời" }).fill("Xin ý kiến Chủ tọa");
  await rows(member).getByRole("button", { name: "Nhắc tới" }).click();
  await member.getByRole("menuitem", { name: "chair" }).click();
  await rows(member).getByText("Nhắc tới: chair").waitFor();
  await rows(member).getByRole("button", { name: "Gửi" }).click();
  await rows(member).getByText("Nhắc tới: Thành viên 1").waitFor();

  await expect
    .poll(async () => {
      await chair.goto("/");
      return chair.getByText("member nhắc tới").count();
    })
    .toBe(1);
  await isAccessible(chair);
  await chair.getByRole("link", { name: "Đọc ghi chú: Paper 2" }).click();
  await isOpen(chair);
  await panel(chair).getByRole("button", { name: "Nhắc tới tôi 1" }).waitFor();
  await rows(chair).getByText("Ngưỡng này cần xem lại").click();
  await rows(chair).getByText("Xin ý kiến Chủ tọa").waitFor();
  await chair.goto("/");
  await chair.getByRole("heading", { name: "Việc hôm nay" }).waitFor();
  expect(await chair.getByText("member nhắc tới").count()).toBe(0);
});

test("who reads the paper now is shown in the bar, and whoever hides is shown nowhere", async ({
  visit,
}) => {
  const { people } = meeting;
  const member = await enter(visit, people.member);
  const chair = await enter(visit, people.chair);
  const heard: string[] = [];
  chair.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => heard.push(String(payload))),
  );
  await read(chair, second);
  await read(member, second);
  const seen = chair.getByRole("button", { name: "1 người khác đang đọc: Thành viên 2" });
  await seen.waitFor();
  await isAccessible(chair);
  await seen.click();
  const who = chair.getByRole("dialog", { name: "1 người khác đang đọc" });
  await who.getByText(/^trang \d/).waitFor();
  await chair.keyboard.press("Escape");

  // hidden on the own device: gone at the other's at once
  await member.getByRole("button", { name: "1 người khác đang đọc: Thành viên 1" }).click();
  await member.getByText("Hiển thị tôi với người khác").click();
  await seen.waitFor({ state: "detached" });
  await member.keyboard.press("Escape");

  // kept for the person: with another visit nothing is said at all
  const sent: string[] = [];
  const again = await enter(visit, people.member);
  again.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => sent.push(String(payload))),
  );
  await read(again, second);
  await again.getByRole("button", { name: "1 người khác đang đọc: Thành viên 1" }).waitFor();
  heard.length = 0;
  await again.keyboard.press("PageDown");
  expect(sent.filter((frame) => /marks\.presence.*"page":\d/.test(frame))).toEqual([]);
  expect(heard.filter((frame) => /marks\.readings.*"page":\d/.test(frame))).toEqual([]);
  expect(await seen.count()).toBe(0);

  await again.goto("/account");
  await again.getByText("Đang ẩn với người cùng đọc.").waitFor();
  await again.getByRole("button", { name: "Hiển thị", exact: true }).click();
  await again.getByText("Người cùng đọc thấy trang đang đọc.").waitFor();
  await read(again, second);
  await seen.waitFor();
});
