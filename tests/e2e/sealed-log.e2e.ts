/** The device's own log in a real browser: kept over a restart, unreadable on the disk, whole after a lost connection. */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import type { SealedLog } from "../../app/offline/sealed-log.client";
import { launchProfile } from "../support/chromium";
import { productRoot } from "../support/database";
import { filesWith } from "../support/kept-device";

declare global {
  var sealed: { openSealedLog(name: string): Promise<SealedLog> };
}

const planted = "BIMAT-GIEO-7a41";

/** An empty page of an origin of its own, in a browser whose profile is kept in one folder. */
async function device() {
  const folder = await mkdtemp(path.join(tmpdir(), "e-cabinet-device-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const { outputFiles } = await build({
    absWorkingDir: productRoot,
    entryPoints: ["app/offline/sealed-log.client.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "sealed",
  });
  const script = outputFiles[0]?.text ?? "";
  const server = createServer((request, response) => {
    const isScript = request.url === "/log.js";
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><script src="/log.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    folder,
    async start() {
      const context = await launchProfile(folder);
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(`http://localhost:${port}/`);
      return { page, context };
    },
  };
}

const append = (page: Page, log: string, words: string) =>
  page.evaluate(
    async ([name, text]) => {
      const opened = await sealed.openSealedLog(name);
      return opened.append(new TextEncoder().encode(text));
    },
    [log, words] as const,
  );

const read = (page: Page, log: string) =>
  page.evaluate(async (name) => {
    const opened = await sealed.openSealedLog(name);
    const entries = await opened.entries();
    return entries.map(({ key, entry }) => ({ key, words: new TextDecoder().decode(entry) }));
  }, log);

test("what was kept is there after the browser was closed, in order, and in no file in clear", async () => {
  const { folder, start } = await device();
  const first = await start();
  await append(first.page, "an", `${planted} một`);
  await append(first.page, "an", `${planted} hai`);
  await append(first.page, "binh", "của người khác");
  await first.page.evaluate((words) => localStorage.setItem("seen", words), "THAY-DUOC-19");
  await first.context.close();
  // The search finds what lies there in clear, so what it does not find is not there.
  expect(await filesWith(folder, "THAY-DUOC-19")).not.toEqual([]);
  expect(await filesWith(folder, planted)).toEqual([]);

  const second = await start();
  const kept = await read(second.page, "an");
  expect(kept.map(({ words }) => words)).toEqual([`${planted} một`, `${planted} hai`]);
  expect((await read(second.page, "binh")).map(({ words }) => words)).toEqual(["của người khác"]);
  await second.page.evaluate(
    async (key) => (await sealed.openSealedLog("an")).remove([key]),
    kept[0]?.key ?? 0,
  );
  expect((await read(second.page, "an")).map(({ words }) => words)).toEqual([`${planted} hai`]);
  await second.context.close();
});

test("a connection that the system took away costs nothing", async () => {
  const { start } = await device();
  const { page, context } = await start();
  await page.evaluate(async () => {
    const log = await sealed.openSealedLog("an");
    await log.append(new TextEncoder().encode("trước"));
    // As WebKit does it to an app in the background: the connection is gone, and nobody was told.
    const begin = IDBDatabase.prototype.transaction;
    let cuts = 2;
    IDBDatabase.prototype.transaction = function (...rest) {
      if (cuts-- > 0) {
        this.close();
        throw new DOMException("Connection to Indexed Database server lost.", "UnknownError");
      }
      return begin.apply(this, rest);
    };
    await log.append(new TextEncoder().encode("sau"));
  });
  expect((await read(page, "an")).map(({ words }) => words)).toEqual(["trước", "sau"]);
  await context.close();
});

test("a device that is full says so instead of promising", async () => {
  const { start } = await device();
  const { page, context } = await start();
  const said = await page.evaluate(async () => {
    const log = await sealed.openSealedLog("an");
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    return log.append(new Uint8Array(8)).then(
      () => "kept",
      (error: unknown) => (error instanceof DOMException ? error.name : "other"),
    );
  });
  expect(said).toBe("QuotaExceededError");
  await context.close();
});
