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
let second: DocumentId;

beforeAll(async () => {
  meeting = await openPaperMeeting();
  const paper = (n: number) => {
    const bytes = pdf({ pages: Array.from({ length: 6 }, () => lines.join("\n")) });
    const other = Buffer.concat([bytes, Buffer.from(`%${n}\n`)]);
    return meeting.addPaper(meeting.items.open, other, `Paper ${n}`);
  };
  await paper(1);
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

async function isAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  // what the library announces of a press outlives the button it speaks of
  const found = await page.evaluate(
    "axe.run({ exclude: '[data-live-announcer]' }, { resultTypes: ['violations'] })",
  );
  expect(Violations.parse(found).violations).toEqual([]);
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
