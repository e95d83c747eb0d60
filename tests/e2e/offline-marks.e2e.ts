/**
 * Marks on a tablet that starts while the server is dead: those that the server had are there, new ones are kept sealed
 * and said to wait, and on return each reaches the server once; and they leave the device with the pack.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { DocumentId, PersonId } from "../../domain/ids";
import { test } from "../support/browser";
import {
  aKeptDevice,
  countLogged,
  countParcels,
  filesWith,
  keepPack,
  unlock,
} from "../support/kept-device";
import { TestLine } from "../support/line";
import { openPaper, panel, rows, saved, tool, writeNote } from "../support/marking-page";
import { PaperProcess } from "../support/paper-process";
import { pdf } from "../support/pdf";

const planted = "GIEOCHU9B52";
const lines = [
  "Article 7. Authority over the change of land use",
  "The provincial committee decides areas under 500 hectares.",
  "The ministry is told every six months for inspection.",
  "The council supervises what is decided under this article.",
];

let server: PaperProcess;
/** each test marks a paper of its own */
const papers: DocumentId[] = [];

beforeAll(async () => {
  server = await PaperProcess.prepare(async (meeting) => {
    for (let n = 0; n < 4; n++) {
      const bytes = Buffer.concat([pdf({ pages: [lines.join("\n")] }), Buffer.from(`%${n}\n`)]);
      papers.push((await meeting.addPaper(meeting.items.open, bytes, `Paper ${n}`)).documentId);
    }
    await meeting.addPaper(meeting.items.closed, pdf({ pages: ["Closed"] }), "Closed");
    await meeting.publish();
  });
}, 180_000);
afterAll(() => server.remove());

function nextReading(): string {
  const documentId = papers.pop();
  if (documentId === undefined) throw new Error("every test needs a paper of its own");
  return `/meetings/${server.meetingId}/papers/${documentId}`;
}

async function signIn(page: Page, person: PersonId): Promise<void> {
  const [name = "", value = ""] = server.cookieOf(person).split("=");
  await page.context().addCookies([{ name, value, url: server.address }]);
}

/** Led to the page that is kept, opened by PIN, and on to the paper. */
async function openKept(page: Page, reading: string): Promise<void> {
  await page.goto(reading);
  await unlock(page);
  await page.waitForSelector('[aria-label="Trang 1"][data-state="painted"]', { timeout: 30_000 });
  await page.waitForFunction(
    () => document.querySelectorAll('[aria-label="Trang 1"] .paper-words span').length > 3,
  );
}

const pin = (page: Page, words: string) =>
  page.getByRole("button", { name: new RegExp(`^Ghi chú, .*“${words}”`) });
const waiting = (page: Page, count: number) =>
  panel(page).getByText(`${count} ghi chú đã lưu trên máy, chờ đồng bộ`).waitFor();

async function intoShared(page: Page): Promise<void> {
  await tool(page, "Ghi chú").click();
  await page.getByRole("button", { name: "Ghi vào: Riêng tư" }).click();
  await page.getByRole("menuitem", { name: /^Chung/ }).click();
}

test("what the server had is there without it; what is written then waits on the device, and is sent once", {
  timeout: 300_000,
}, async ({ visit }) => {
  const reading = nextReading();
  await server.start();
  const { member, chair } = server.people;
  const tablet = await aKeptDevice(server.address, server.cookieOf(member));
  const other = await visit(server.address, { expectInConsole: [/.*/] });
  await signIn(other, chair);
  await openPaper(other, reading);
  await intoShared(other);
  await writeNote(other, "council", "Ý kiến của chủ tọa", { isHeld: true });
  await saved(other);

  let page = await tablet.start();
  await keepPack(page, server.meetingId);
  await openPaper(page, reading);
  await writeNote(page, "hectares", `${planted} có kết nối`);
  await saved(page);
  await expect.poll(() => countLogged(page)).toBe(0);
  await tablet.end();
  expect(await filesWith(tablet.folder, planted)).toEqual([]);

  await server.kill();
  page = await tablet.start();
  await openKept(page, reading);
  await pin(page, "council").click();
  await rows(page).getByText("Ý kiến của chủ tọa").waitFor();
  await pin(page, "hectares").waitFor();
  await panel(page).getByText("Mọi ghi chú đã được lưu").waitFor();
  await intoShared(page);
  await writeNote(page, "ministry", `${planted} khi mất kết nối`, { isHeld: true });
  await waiting(page, 1);
  await rows(page).getByRole("img", { name: "Đã lưu trên máy, chờ đồng bộ" }).waitFor();
  await tablet.end();
  expect(await filesWith(tablet.folder, planted)).toEqual([]);

  // Restarted once more: it is still there, and still said to wait.
  page = await tablet.start();
  await page.goto("/offline");
  await page.getByText(/^1 ghi chú đã lưu trên máy, chờ đồng bộ/).waitFor();
  await openKept(page, reading);
  await pin(page, "ministry").waitFor();
  await waiting(page, 1);
  await pin(page, "hectares").click();
  await rows(page).getByRole("textbox", { name: "Trả lời" }).fill("Trả lời khi mất kết nối");
  await rows(page).getByRole("button", { name: "Gửi" }).click();
  await waiting(page, 2);
  await tablet.end();

  // On return it is sent from whatever page is opened, without the paper being opened again.
  await server.start();
  page = await tablet.start();
  await page.goto("/account");
  await pin(other, "ministry").waitFor({ timeout: 30_000 });
  await openPaper(page, reading);
  await panel(page).getByText("Mọi ghi chú đã được lưu").waitFor();
  for (const words of ["council", "hectares", "ministry"])
    expect(await pin(page, words).count()).toBe(1);
  await page.getByRole("button", { name: /^Ghi chú, .*“hectares”.*2 ý kiến/ }).waitFor();
  expect(await pin(other, "ministry").count()).toBe(1);
  await tablet.end();
  expect(await filesWith(tablet.folder, planted)).toEqual([]);
});

test("a pack whose time is over does not open, nor do its marks; signing out takes them from the device", {
  timeout: 240_000,
}, async () => {
  const reading = nextReading();
  await server.start();
  const tablet = await aKeptDevice(server.address, server.cookieOf(server.people.member));
  let page = await tablet.start();
  await keepPack(page, server.meetingId);
  await openPaper(page, reading);
  await writeNote(page, "hectares", "Trước khi hết thời hạn");
  await saved(page);
  await tablet.end();

  await server.kill();
  page = await tablet.start();
  await page.clock.setSystemTime(Date.now() + 8 * 24 * 3_600_000);
  await page.goto(reading);
  await unlock(page);
  await page.getByText("Hết thời hạn lưu").waitFor();
  expect(await page.getByText("Trước khi hết thời hạn").count()).toBe(0);
  expect(await page.locator('[aria-label="Trang 1"]').count()).toBe(0);
  await tablet.end();

  await server.start();
  page = await tablet.start();
  await page.goto("/account");
  await expect.poll(() => countParcels(page), { timeout: 15_000 }).toBeGreaterThan(0);
  await page.getByRole("button", { name: /^Tài khoản/ }).click();
  await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
  await page.waitForURL(/signed-out|sign-in/);
  await page.goto("/offline");
  await page.getByText("Tài liệu đã được gỡ khi đăng xuất").waitFor();
  expect(await countParcels(page)).toBe(0);
});

test("on a device that keeps no pack, what was marked cut off leaves with another page of the meeting", {
  timeout: 240_000,
}, async ({ visit }) => {
  const reading = nextReading();
  await server.start();
  const { member, chair } = server.people;
  const line = await TestLine.to(server.address);
  const other = await visit(server.address);
  await signIn(other, chair);
  await openPaper(other, reading);
  const page = await visit(line.address, { expectInConsole: [/.*/] });
  const [name = "", value = ""] = server.cookieOf(member).split("=");
  await page.context().addCookies([{ name, value, url: line.address }]);
  await openPaper(page, reading);
  await intoShared(page);
  line.cut();
  await writeNote(page, "ministry", "Khi mất kết nối", { isHeld: true });
  await waiting(page, 1);
  // the page is closed before the line is back, and the paper is not opened again
  const context = page.context();
  await page.close();
  line.restore();
  const another = await context.newPage();
  await another.goto(`/meetings/${server.meetingId}/papers/${papers[0]}`);
  await pin(other, "ministry").waitFor({ timeout: 30_000 });
  await expect.poll(() => countLogged(another)).toBe(0);
});
