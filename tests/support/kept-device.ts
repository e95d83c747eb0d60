/** A person's own device in a real browser: what it keeps lies in a folder, and is there when it is started again. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type { MeetingId } from "../../domain/ids";
import { tabletLandscape } from "./browser-sizes";
import { launchProfile } from "./chromium";

export const pin = "135790";

/** @param cookie of its person's session; the device has it each time it is started */
export async function aKeptDevice(address: string, cookie: string) {
  const folder = await mkdtemp(path.join(tmpdir(), "e-cabinet-device-"));
  let running: BrowserContext | null = null;
  onTestFinished(async () => {
    await running?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    folder,
    async start(options: { viewport?: { width: number; height: number } } = {}): Promise<Page> {
      running = await launchProfile(folder, {
        baseURL: address,
        viewport: tabletLandscape,
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        ...options,
      });
      const [name = "", value = ""] = cookie.split("=");
      await running.addCookies([{ name, value, url: address }]);
      return running.pages()[0] ?? (await running.newPage());
    },
    async end(): Promise<void> {
      await running?.close();
      running = null;
    },
  };
}

/** On the meeting's page, in a browser: the explicit choice, the PIN, the download. */
export async function keepPack(page: Page, meetingId: MeetingId, withinMs = 60_000): Promise<void> {
  await page.goto(`/meetings/${meetingId}/room`);
  await page.getByRole("button", { name: "Lưu về máy" }).click();
  await page.getByRole("button", { name: "Vẫn lưu trên trình duyệt này" }).click();
  await page.getByLabel("Đặt mã PIN").fill(pin);
  await page.getByLabel("Nhập lại mã PIN").fill(pin);
  await page.getByRole("button", { name: "Đăng ký và tải" }).click();
  await page.getByText(/^Đã lưu trên máy ·/).waitFor({ timeout: withinMs });
  // The worker is at work, with everything the pages may ask for.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  });
}

export async function unlock(page: Page, typed = pin): Promise<void> {
  await page.getByLabel("Mã PIN").fill(typed);
  await page.getByRole("button", { name: "Mở", exact: true }).click();
}

/** How many sealed things lie in the vault of the page's browser. */
export const countParcels = (page: Page) => countIn(page, "e-cabinet-vault", "parcel");
/** How many gestures lie in its log: not acknowledged, or not yet in the device's own copy. */
export const countLogged = (page: Page) => countIn(page, "e-cabinet-log", "entry");

function countIn(page: Page, name: string, store: string): Promise<number> {
  return page.evaluate(
    async (where) => {
      const found = await indexedDB.databases();
      if (!found.some((one) => one.name === where.name)) return 0;
      const request = indexedDB.open(where.name);
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      if (!database.objectStoreNames.contains(where.store)) return 0;
      const count = database.transaction(where.store).objectStore(where.store).count();
      const counted = await new Promise<number>((resolve, reject) => {
        count.onsuccess = () => resolve(count.result);
        count.onerror = () => reject(count.error);
      });
      database.close();
      return counted;
    },
    { name, store },
  );
}

/** Every file of a profile in which these words stand in clear. */
export async function filesWith(folder: string, words: string): Promise<string[]> {
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
