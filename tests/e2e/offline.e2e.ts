/**
 * Papers on a device, in a real browser with a profile of its own on the disk: kept, and read after the server was
 * killed and the device restarted; taken back when the device was lost; and nothing of them in clear in any of its files.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { DocumentId } from "../../domain/ids";
import { test } from "../support/browser";
import { aKeptDevice, countParcels, filesWith, keepPack, unlock } from "../support/kept-device";
import { openPaper, saved, writeNote } from "../support/marking-page";
import { PaperProcess } from "../support/paper-process";
import { pdf } from "../support/pdf";

const planted = "GIEOCHU7A41";
const lines = ["Article 7. Land use", `The committee decides ${planted} areas.`, "Last line."];

let server: PaperProcess;
let documentId: DocumentId;

beforeAll(async () => {
  server = await PaperProcess.prepare(async (meeting) => {
    const bytes = pdf({ pages: Array.from({ length: 4 }, () => lines.join("\n")) });
    ({ documentId } = await meeting.addPaper(meeting.items.open, bytes, `Paper ${planted}`));
    await meeting.addPaper(meeting.items.closed, pdf({ pages: ["Closed"] }), "Closed");
    await meeting.publish();
  });
}, 180_000);
afterAll(() => server.remove());

async function aDevice() {
  await server.start();
  return aKeptDevice(server.address, server.cookieOf(server.people.member));
}

const room = () => `/meetings/${server.meetingId}/room`;
const reading = () => `/meetings/${server.meetingId}/papers/${documentId}`;
const painted = (page: Page) =>
  page.waitForSelector('[aria-label="Trang 1"][data-state="painted"]', { timeout: 30_000 });

test("with the server killed and the browser restarted: opens by PIN and reads, again and again", {
  timeout: 240_000,
}, async () => {
  const device = await aDevice();
  await keepPack(await device.start(), server.meetingId);
  await device.end();
  expect(await filesWith(device.folder, planted)).toEqual([]);

  await server.kill();
  const page = await device.start();
  await page.goto(reading());
  // Led to the page that is kept; a wrong PIN opens nothing.
  await unlock(page, "000000");
  await page.getByText("Mã PIN không đúng. Còn 9 lần.").waitFor();
  await unlock(page);
  // And from there to where the person was going.
  await painted(page);
  expect(new URL(page.url()).pathname).toBe(reading());
  await page.getByText(planted).first().waitFor();
  await page.getByRole("button", { name: /^Trạng thái kết nối: (?:Mất|Đang)/ }).waitFor();

  // Also when the device is restarted before the network is back.
  await device.end();
  const again = await device.start();
  await again.goto(room());
  await unlock(again);
  await again.getByRole("navigation", { name: "Chương trình phiên họp" }).waitFor();
  // what it says of the meeting was so then
  await again.getByText(/^Bản trên máy, đã tải \d\d:\d\d$/).waitFor();
  await server.start();
  await again.goto(reading());
  await painted(again);
  await device.end();
  expect(await filesWith(device.folder, planted)).toEqual([]);
});

/** On the person's own page, at another machine. */
async function reportLost(page: Page): Promise<void> {
  const [name = "", value = ""] = server.cookieOf(server.people.member).split("=");
  await page.context().addCookies([{ name, value, url: server.address }]);
  await page.goto("/account");
  await page.getByRole("button", { name: "Báo mất Máy tính bảng" }).first().click();
  await page.getByRole("button", { name: "Báo mất", exact: true }).click();
  await page.getByText("Đã báo mất").waitFor();
}

test("after the device was reported lost, and one contact, it does not open, and no mark is left", {
  timeout: 240_000,
}, async ({ visit }) => {
  const device = await aDevice();
  const page = await device.start();
  await keepPack(page, server.meetingId);
  await openPaper(page, reading());
  await writeNote(page, "areas", "An opinion on land");
  await saved(page);
  await reportLost(await visit(server.address));
  await device.end();

  // One contact, signed in or not.
  const found = await device.start();
  await found.goto("/offline");
  await found.getByText("Tài liệu đã được gỡ: thiết bị này đã được báo mất").waitFor();
  await server.kill();
  await found.goto(reading());
  await found.getByText("Tài liệu đã được gỡ: thiết bị này đã được báo mất").waitFor();
  expect(await found.getByLabel("Mã PIN").count()).toBe(0);
  expect(
    await found.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
  ).not.toContain("e-cabinet-log");
  expect(await countParcels(found)).toBe(0);
});

test("only the build and one page that knows nobody are in the caches; a sign-in page is never replaced", {
  timeout: 240_000,
}, async () => {
  const device = await aDevice();
  const page = await device.start();
  await keepPack(page, server.meetingId);
  await page.goto(reading());
  await painted(page);
  const cached = await page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        paths.push(new URL(url).pathname);
    const shell = await (await caches.match("/offline"))?.text();
    return { paths, shell: shell ?? "" };
  });
  const others = cached.paths.filter((one) => !one.startsWith("/assets/"));
  expect(others.sort()).toEqual(["/kept-files/current", "/offline"]);
  expect(cached.shell).not.toContain(server.meetingId);
  expect(cached.shell).not.toContain(planted);

  await page.context().clearCookies({ name: "session" });
  await page.goto(room());
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});
