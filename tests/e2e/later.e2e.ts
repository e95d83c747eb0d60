/** What comes after the page: a press that is faster than its code, code that does not come, and the words of a picture. */
import { errors, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { test, type Visit, type VisitOptions } from "../support/browser";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

let meeting: PaperMeeting;
let address: string;

beforeAll(async () => {
  meeting = await openPaperMeeting();
  const { documentId } = await meeting.addPaper(meeting.items.open, pdf({ pages: ["One"] }), "Tờ");
  await meeting.addPaper(meeting.items.closed, pdf({ pages: ["One"] }), "Báo cáo");
  await meeting.publish();
  address = `/meetings/${meeting.meetingId}/papers/${documentId}`;
}, 120_000);
afterAll(() => meeting.stop());

const dialogCode = "**/assets/export-dialog-*.js*";

async function visitor(visit: Visit, options: VisitOptions = {}): Promise<Page> {
  const page = await visit(meeting.server.address, options);
  const [name = "", value = ""] = (await meeting.cookieOf(meeting.people.member)).split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  return page;
}

async function askForDialog(page: Page) {
  await page.locator('[aria-label="Trang 1"][data-state="painted"]').waitFor();
  await page.getByRole("button", { name: "Thao tác khác" }).click();
  await page.getByRole("button", { name: "Xuất và in" }).click();
  return page.getByRole("dialog", { name: "Xuất và in tài liệu" });
}

test("a press that is faster than its code is seen to be heard, and done when the code has come", async ({
  visit,
}) => {
  const page = await visitor(visit);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((go) => {
    letGo = go;
  });
  await page.route(dialogCode, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address);
  const dialog = await askForDialog(page);
  await page.getByRole("status").filter({ hasText: "Đang mở" }).waitFor();
  expect(await dialog.count()).toBe(0);
  letGo();
  await dialog.waitFor();
  expect(await page.getByText("Đang mở").count()).toBe(0);
  // Escape leaves it, and what was pressed has the focus again.
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement !== document.body);
});

test("code that does not come is said, and can be asked for again", async ({ visit }) => {
  const page = await visitor(visit, { expectInConsole: [/ERR_FAILED/] });
  await page.route(dialogCode, (route) => route.abort());
  await page.goto(address);
  const dialog = await askForDialog(page);
  const told = page.getByRole("alert").filter({ hasText: "Chưa tải được phần này" });
  await told.waitFor();
  await page.getByRole("button", { name: "Thử lại" }).click();
  await told.waitFor();
  await page.unroute(dialogCode);
  await page.getByRole("button", { name: "Thử lại" }).click();
  await dialog.waitFor();
});

test("by itself it comes without a press", async ({ visit }) => {
  const page = await visitor(visit);
  const code = page.waitForResponse((response) => response.url().includes("/assets/export-dialog"));
  await page.goto(address);
  expect((await code).ok()).toBe(true);
});

test("a picture's words are shown to a mouse that rests on it and to who comes by keyboard", async ({
  visit,
}) => {
  const page = await visitor(visit);
  await page.goto(address);
  await page.locator('[aria-label="Trang 1"][data-state="painted"]').waitFor();
  const hint = page.getByRole("tooltip");
  const search = page.getByRole("button", { name: "Tìm trong tài liệu (Ctrl+F)" });

  // Each time anew, because the hints themselves come after the page.
  await expect
    .poll(async () => {
      await page.mouse.move(5, 400);
      await search.hover();
      const appeared = hint.waitFor({ timeout: 2_000 });
      return appeared.then(
        () => hint.textContent(),
        (error: unknown) => {
          if (error instanceof errors.TimeoutError) return null;
          throw error;
        },
      );
    })
    .toBe("Tìm trong tài liệu (Ctrl+F)");
  // Its words can be reached, and Escape takes them away.
  await hint.hover();
  expect(await hint.count()).toBe(1);
  await page.keyboard.press("Escape");
  await hint.waitFor({ state: "detached" });

  await search.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await hint.waitFor();
});
