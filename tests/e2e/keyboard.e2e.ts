/** Every flow by keyboard alone, and the focus is never lost on the way. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { DocumentId, type ItemId } from "../../domain/ids";
import { test, type Visit } from "../support/browser";
import { pastDoubleTap, sees } from "../support/room";
import { password, type Role, SmallCabinet } from "../support/small-cabinet";

let cabinet: SmallCabinet;
let item: ItemId;

beforeAll(async () => {
  cabinet = await SmallCabinet.open();
  const [first] = [
    await withPaper("Phân cấp quản lý đất đai"),
    await withPaper("Quy hoạch đô thị"),
    await withPaper("Ngân sách bổ sung"),
  ];
  item = first;
  for (const role of ["secretary", "lan", "chair"] as const) await cabinet.givePassword(role);
}, 120_000);
afterAll(() => cabinet.stop());

test("an agenda is put in order, published, and voted on without a pointer", {
  timeout: 240_000,
}, async ({ visit }) => {
  const office = await signIn(visit, "secretary", `/meetings/${cabinet.meetingId}/edit`);
  await skipToContent(office);
  const down = office.getByRole("button", { name: /^Chuyển xuống: 1\./ });
  await press(office, down);
  await office.getByRole("row", { name: /^2\. Phân cấp/ }).waitFor();
  await focusIsSomewhere(office);
  await moveByHandle(office, /^Kéo 2\. Phân cấp/);
  await office.getByRole("row", { name: /^1\. Phân cấp/ }).waitFor();
  await focusIsSomewhere(office);
  await press(office, office.getByRole("button", { name: "Phát hành", exact: true }));
  await press(office, office.getByRole("button", { name: "Phát hành giấy mời và tài liệu" }));
  await sees(office, /^Đã phát hành$/);
  await focusIsSomewhere(office);

  await cabinet.sit(item);
  const member = await signIn(visit, "lan", cabinet.room);
  const chair = await signIn(visit, "chair", `/meetings/${cabinet.meetingId}/chair`);
  const button = (name: string | RegExp) => chair.getByRole("button", { name });
  await press(chair, button("Đặt vấn đề biểu quyết"));
  await chair.keyboard.type("Thông qua?");
  await press(chair, button("Đưa vào chuẩn bị"));
  await button(/Thời gian biểu quyết/).waitFor();
  await focusIsSomewhere(chair);
  await press(chair, button(/Thời gian biểu quyết/));
  await chair.getByRole("option", { name: "Không giới hạn" }).waitFor();
  await chair.keyboard.press("Home");
  await chair.keyboard.press("Enter");
  await chair.getByRole("listbox").waitFor({ state: "detached" });
  await focusIsSomewhere(chair);
  await press(chair, button("Mở biểu quyết").last());
  await focusIsSomewhere(chair);

  await press(member, member.getByRole("button", { name: /^Đồng ý, nội dung 1/ }));
  await member.getByRole("button", { name: "Xác nhận và gửi phiếu" }).waitFor();
  await focusIsSomewhere(member);
  await pastDoubleTap(member);
  // The focus waits on the confirmation, as a finger would find it there.
  await member.keyboard.press("Enter");
  await sees(member, /^Đồng ý · đã ghi nhận lúc/);
  await focusIsSomewhere(member);
  await press(member, member.getByRole("button", { name: "Thay đổi ý kiến biểu quyết" }));
  await member.getByRole("button", { name: /^Không đồng ý, nội dung 1/ }).waitFor();
  await focusIsSomewhere(member);
  await member.keyboard.press("2");
  await member.getByRole("button", { name: "Xác nhận và gửi phiếu" }).waitFor();
  await pastDoubleTap(member);
  await member.keyboard.press("Enter");
  await sees(member, /^Không đồng ý · đã ghi nhận lúc/);

  await press(chair, button("Kết thúc biểu quyết").last());
  await button("Công bố kết quả").waitFor();
  await focusIsSomewhere(chair);
  await press(chair, button("Công bố kết quả"));
  await button(/^Kết luận nội dung 1/).waitFor();
  await focusIsSomewhere(chair);
  await press(member, member.getByRole("link", { name: "Xem kết quả" }));
  await member.getByRole("heading", { name: /^Không được thông qua/ }).waitFor();
  await focusIsSomewhere(member);
});

async function withPaper(title: string): Promise<ItemId> {
  const itemId = await cabinet.addItem({ title });
  await cabinet.meet("secretary", {
    type: "document.attach_reference",
    itemId,
    documentId: DocumentId.parse(crypto.randomUUID()),
    kind: "report",
    title: { vi: "Báo cáo", en: "" },
    grade: null,
    copies: 4,
  });
  return itemId;
}

async function signIn(visit: Visit, role: Role, to: string): Promise<Page> {
  const page = await visit(cabinet.server.address);
  await page.goto(to);
  await tabTo(page, page.getByLabel("Tên đăng nhập"));
  await page.keyboard.type(role);
  await tabTo(page, page.getByLabel("Mật khẩu", { exact: true }));
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === to);
  await page.getByRole("button", { name: "Trạng thái kết nối: Đã kết nối" }).waitFor();
  return page;
}

/** The first stop of every page leads past its top. */
async function skipToContent(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole("button", { name: "Trạng thái kết nối: Đã kết nối" }).waitFor();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Tới nội dung chính" });
  expect(await isFocused(skip)).toBe(true);
  expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "content");
}

/** By the row's handle: Enter takes it, arrows carry it, Enter puts it down. */
async function moveByHandle(page: Page, handle: RegExp): Promise<void> {
  await press(page, page.getByRole("button", { name: handle }));
  const top = page.getByRole("button", { name: /^Đặt trước 1\./ });
  await top.waitFor({ state: "attached" });
  for (let turn = 0; turn < 6 && !(await isFocused(top)); turn += 1)
    await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
}

/** Reaches it by Tab and arrow keys, then presses Enter. */
async function press(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** A list is one stop, within which arrows lead on; everything else is reached by Tab. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let turn = 0; turn < 90; turn += 1) {
    if (await isFocused(target)) return;
    const isNear = await target.evaluate((element) => {
      const row = element.closest("[role=row]");
      return row !== null && row === document.activeElement?.closest("[role=row]");
    });
    await page.keyboard.press(isNear ? "ArrowRight" : "Tab");
  }
  throw new Error(`not reached by keyboard: ${String(target)}`);
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

async function focusIsSomewhere(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? "nothing"), {
      timeout: 5_000,
    })
    .not.toBe("BODY");
}
