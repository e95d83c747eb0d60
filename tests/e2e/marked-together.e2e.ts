/**
 * Two tablets and a desktop mark the same page together. One tablet loses its line and marks on; the server is killed;
 * the tablet is restarted from what it keeps; everybody marks on without a server; it comes back: all three are equal,
 * nothing is lost, and nothing is there twice.
 */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { openDatabase } from "../../db";
import type { DocumentId, PersonId } from "../../domain/ids";
import { desktop, tabletPortrait, test } from "../support/browser";
import { productRoot } from "../support/database";
import { aKeptDevice, keepPack, unlock } from "../support/kept-device";
import { TestLine } from "../support/line";
import { openPaper, tool, wordsAt, writeNote } from "../support/marking-page";
import { PaperProcess } from "../support/paper-process";
import { pdf } from "../support/pdf";

const words = Array.from({ length: 24 }, (_, n) => `term${String(n).padStart(2, "0")}`);
const lines = Array.from({ length: 8 }, (_, n) => words.slice(n * 3, n * 3 + 3).join("      "));

let server: PaperProcess;
let documentId: DocumentId;
beforeAll(async () => {
  server = await PaperProcess.prepare(async (meeting) => {
    const bytes = pdf({ pages: [lines.join("\n"), "Page two"] });
    ({ documentId } = await meeting.addPaper(meeting.items.open, bytes, "Marked together"));
    await meeting.addPaper(meeting.items.closed, pdf({ pages: ["Closed"] }), "Closed");
    await meeting.publish();
  });
}, 180_000);
afterAll(() => server.remove());

const reading = () => `/meetings/${server.meetingId}/papers/${documentId}`;

async function signIn(context: BrowserContext, address: string, person: PersonId) {
  const [name = "", value = ""] = server.cookieOf(person).split("=");
  await context.addCookies([{ name, value, url: address }]);
}

/** Everything that is written goes to all: chosen once for a page. */
async function writeToAll(page: Page): Promise<void> {
  await tool(page, "Ghi chú").click();
  await page.getByRole("button", { name: "Ghi vào: Riêng tư" }).click();
  await page.getByRole("menuitem", { name: /^Chung/ }).click();
  await tool(page, "Ghi chú").click();
}

async function highlight(page: Page, word: string): Promise<void> {
  await tool(page, "Tô màu").click();
  const { left, right, middle } = await wordsAt(page, word);
  await page.mouse.move(left + 3, middle);
  await page.mouse.down();
  await page.mouse.move(right - 3, middle, { steps: 5 });
  await page.mouse.up();
  await mark(page, "Tô màu", word).waitFor();
  await tool(page, "Tô màu").click();
}

const mark = (page: Page, kind: string, word: string) =>
  page.getByRole("button", { name: new RegExp(`^${kind}, .*“${word}”`) });

/** All marks as a reader hears them, but for their authors' names: oneself is called otherwise than another. */
async function marksOn(page: Page): Promise<string[]> {
  const names = await page
    .getByRole("button", { name: /^(?:Ghi chú|Tô màu), .*“term/ })
    .evaluateAll((found) => found.map((each) => each.getAttribute("aria-label") ?? ""));
  // by layer, owner and id: the very same marks
  const keys = await page
    .locator("[data-mark]")
    .evaluateAll((found) => found.map((each) => each.getAttribute("data-mark") ?? ""));
  const withoutAuthor = names.map((name) => name.replace(/, Chung, [^,]+/, ", Chung"));
  return [...withoutAuthor, ...new Set(keys)].sort();
}

const isConnected = (page: Page) =>
  page.getByRole("button", { name: /Trạng thái kết nối: (?:Đã kết nối|Kết nối chậm)/ }).waitFor();
const isCut = (page: Page) =>
  page.getByRole("button", { name: /^Trạng thái kết nối: (?:Mất|Đang)/ }).waitFor();

test("two tablets and a desktop, one offline and restarted while the server is dead: all equal, nothing lost", {
  timeout: 300_000,
}, async ({ visit }) => {
  await server.start();
  const { member, chair, secretary } = server.people;
  const line = await TestLine.to(server.address);
  const device = await aKeptDevice(line.address, server.cookieOf(member));
  const silent = { expectInConsole: [/.*/] };
  const second = await visit(server.address, { viewport: tabletPortrait, ...silent });
  const desk = await visit(server.address, { viewport: desktop, ...silent });
  await signIn(second.context(), server.address, chair);
  await signIn(desk.context(), server.address, secretary);
  let tablet = await device.start();
  await keepPack(tablet, server.meetingId);
  for (const page of [tablet, second, desk]) {
    await openPaper(page, reading());
    await writeToAll(page);
  }
  const expected: string[] = [];
  const draw = async (page: Page, ...drawn: string[]) => {
    for (const word of drawn) {
      expected.push(word);
      await highlight(page, word);
    }
  };
  const note = async (page: Page, word: string) => {
    expected.push(word);
    await writeNote(page, word, `Ý kiến về ${word}`);
  };

  // Together.
  await Promise.all([draw(tablet, "term00"), draw(second, "term01"), draw(desk, "term02")]);
  await note(tablet, "term03");
  const together = [...expected];
  const hasAll = async (page: Page, all: readonly string[]) => {
    for (const word of all) await mark(page, "(?:Ghi chú|Tô màu)", word).waitFor();
  };
  for (const page of [tablet, second, desk]) await hasAll(page, together);

  // One goes offline and marks on, as the others do.
  line.cut();
  await isCut(tablet);
  await draw(tablet, "term06", "term07");
  await note(tablet, "term08");
  await Promise.all([draw(second, "term09"), draw(desk, "term10")]);
  expect(await mark(second, "Tô màu", "term06").count()).toBe(0);

  // The server dies; those who had a line mark on too; the tablet is closed and opened from what it keeps.
  await server.kill();
  await Promise.all([isCut(second), isCut(desk)]);
  await Promise.all([draw(second, "term12"), note(desk, "term13")]);
  await device.end();
  tablet = await device.start();
  await tablet.goto(reading());
  await unlock(tablet);
  await tablet.waitForSelector('[aria-label="Trang 1"][data-state="painted"]');
  await hasAll(tablet, [...together, "term06", "term07", "term08"]);
  await writeToAll(tablet);
  await draw(tablet, "term15");
  await mark(tablet, "Ghi chú", "term03").click();
  await tablet.getByRole("textbox", { name: "Trả lời" }).fill("Trả lời khi không có máy chủ");
  await tablet.getByRole("button", { name: "Gửi" }).click();
  await tablet.keyboard.press("Escape");

  // It is back, and so is the line.
  await server.start();
  line.restore();
  await Promise.all([tablet, second, desk].map(isConnected));
  for (const page of [tablet, second, desk]) {
    await hasAll(page, expected);
    await mark(page, "Ghi chú", "term03")
      .and(page.getByRole("button", { name: /2 ý kiến/ }))
      .waitFor();
  }
  const all = await marksOn(desk);
  expect(all.filter((name) => name.includes("“term"))).toHaveLength(expected.length);
  await expect.poll(() => marksOn(second), { timeout: 15_000 }).toEqual(all);
  await expect.poll(() => marksOn(tablet), { timeout: 15_000 }).toEqual(all);
  for (const page of [tablet, second, desk]) {
    await page.reload();
    await hasAll(page, expected);
    expect(await marksOn(page)).toEqual(all);
  }
  await device.end();
  await line.close();

  // Each gesture is in the log once.
  await server.end();
  const { dataDir } = server;
  const database = await openDatabase({ databaseUrl: null, dataDir, root: productRoot });
  const [row] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from mark_update join mark_channel using (channel)
    where document_id = ${documentId}`;
  await database.close();
  expect(row?.count).toBe(expected.length + 1);
});
