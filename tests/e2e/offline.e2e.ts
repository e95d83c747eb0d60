/**
 * Papers on a device, in a real browser with a profile of its own on the disk: kept, and read with the server gone,
 * after a restart; taken back when the device was lost; and nothing of them in clear in any of its files.
 */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { DocumentId } from "../../domain/ids";
import { tabletLandscape } from "../support/browser-sizes";
import { launchProfile } from "../support/chromium";
import { TestLine } from "../support/line";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

const planted = "GIEOCHU7A41";
const pin = "135790";
const lines = ["Article 7. Land use", `The committee decides ${planted} areas.`, "Last line."];

let meeting: PaperMeeting;
let line: TestLine;
let documentId: DocumentId;

beforeAll(async () => {
  meeting = await openPaperMeeting();
  line = await TestLine.to(meeting.server.address);
  const bytes = pdf({ pages: Array.from({ length: 4 }, () => lines.join("\n")) });
  ({ documentId } = await meeting.addPaper(meeting.items.open, bytes, `Paper ${planted}`));
  await meeting.addPaper(meeting.items.closed, pdf({ pages: ["Closed"] }), "Closed");
  await meeting.publish();
}, 180_000);
afterAll(async () => {
  await line.close();
  await meeting.stop();
});

/** A person's own device: what its browser keeps is there when it is started again. */
async function aDevice() {
  const folder = await mkdtemp(path.join(tmpdir(), "e-cabinet-device-"));
  let running: BrowserContext | null = null;
  onTestFinished(async () => {
    line.restore();
    await running?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    folder,
    async start(): Promise<Page> {
      running = await launchProfile(folder, {
        baseURL: line.address,
        viewport: tabletLandscape,
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
      });
      const [name = "", value = ""] = (await meeting.cookieOf(meeting.people.member)).split("=");
      await running.addCookies([{ name, value, url: line.address }]);
      return running.pages()[0] ?? (await running.newPage());
    },
    async end(): Promise<void> {
      await running?.close();
      running = null;
    },
  };
}

const room = () => `/meetings/${meeting.meetingId}/room`;
const reading = () => `/meetings/${meeting.meetingId}/papers/${documentId}`;
const painted = (page: Page) =>
  page.waitForSelector('[aria-label="Trang 1"][data-state="painted"]', { timeout: 30_000 });

/** On the meeting's page, in a browser: the explicit choice, the PIN, the download. */
async function keep(page: Page): Promise<void> {
  await page.goto(room());
  await page.getByRole("button", { name: "Lưu về máy" }).click();
  await page.getByRole("button", { name: "Vẫn lưu trên trình duyệt này" }).click();
  await page.getByLabel("Đặt mã PIN").fill(pin);
  await page.getByLabel("Nhập lại mã PIN").fill(pin);
  await page.getByRole("button", { name: "Đăng ký và tải" }).click();
  await page.getByText(/^Đã lưu trên máy ·/).waitFor({ timeout: 60_000 });
  // The worker is at work, with everything the pages may ask for.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  });
}

async function unlock(page: Page, typed = pin): Promise<void> {
  await page.getByLabel("Mã PIN").fill(typed);
  await page.getByRole("button", { name: "Mở", exact: true }).click();
}

async function filesWith(folder: string, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (bytes.includes(words) || bytes.includes(Buffer.from(words, "utf16le")))
      found.push(path.relative(folder, file));
  }
  return found;
}

test("with the server gone and the browser restarted: opens by PIN and reads, again and again", {
  timeout: 240_000,
}, async () => {
  const device = await aDevice();
  await keep(await device.start());
  await device.end();
  expect(await filesWith(device.folder, planted)).toEqual([]);

  line.cut();
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
  line.restore();
  await again.goto(reading());
  await painted(again);
  await device.end();
  expect(await filesWith(device.folder, planted)).toEqual([]);
});

test("after the device was reported lost, and one contact, it does not open", {
  timeout: 240_000,
}, async () => {
  const device = await aDevice();
  const page = await device.start();
  await keep(page);
  const { devices } = meeting.server.cabinet;
  const asker = { personId: meeting.people.member, administrator: false };
  const own = await devices.ofPerson(asker.personId);
  const kept = own.find(({ withdrawn }) => withdrawn === null);
  if (kept === undefined) throw new Error("The device did not register.");
  await devices.reportLost(kept.deviceId, asker);
  await device.end();

  // One contact, signed in or not.
  const found = await device.start();
  await found.goto("/offline");
  await found.getByText("Tài liệu đã được gỡ: thiết bị này đã được báo mất").waitFor();
  line.cut();
  await found.goto(reading());
  await found.getByText("Tài liệu đã được gỡ: thiết bị này đã được báo mất").waitFor();
  expect(await found.getByLabel("Mã PIN").count()).toBe(0);
  expect(
    await found.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
  ).not.toContain("e-cabinet-log");
  line.restore();
});

test("only the build and one page that knows nobody are in the caches; a sign-in page is never replaced", {
  timeout: 240_000,
}, async () => {
  const device = await aDevice();
  const page = await device.start();
  await keep(page);
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
  expect(cached.shell).not.toContain(meeting.meetingId);
  expect(cached.shell).not.toContain(planted);

  await page.context().clearCookies({ name: "session" });
  await page.goto(room());
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});
