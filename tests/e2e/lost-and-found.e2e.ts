/** A line that breaks, a page that is loaded anew, a second device: nothing is lost, nothing counts twice. */
import type { Page } from "playwright-core";
import { afterAll, beforeEach, expect } from "vitest";
import type { ItemId } from "../../domain/ids";
import { test } from "../support/browser";
import { openWithScriptsHeld } from "../support/held-scripts";
import { TestLine } from "../support/line";
import { pdf } from "../support/pdf";
import { chooseAndConfirm, pastDoubleTap, sees } from "../support/room";
import { itemContent, SmallCabinet } from "../support/small-cabinet";

let cabinet: SmallCabinet;
let line: TestLine;
let items: ItemId[];
const opened: (() => Promise<void>)[] = [];

beforeEach(async () => {
  const own = await SmallCabinet.open();
  const ownLine = await TestLine.to(own.server.address);
  opened.push(
    () => ownLine.close(),
    () => own.stop(),
  );
  cabinet = own;
  line = ownLine;
  items = [
    await cabinet.addItem({ title: "Phân cấp quản lý đất đai" }),
    await cabinet.addItem({ title: "Quy hoạch đô thị" }),
  ];
  for (const item of items)
    await cabinet.addPaper(item, pdf({ pages: ["Một"] }), "Tờ trình", "to-trinh.pdf");
  await cabinet.publish();
}, 120_000);
// Not after each: the browsers, which would miss them, are closed later than that.
afterAll(async () => {
  for (const part of opened) await part();
});

/** What a browser says of a line that was cut. */
const cut = [/ERR_|WebSocket|Failed to load resource/];
const yes = /^Đồng ý, nội dung/;
const confirm = "Xác nhận và gửi phiếu";
const atTheLine = () => ({ at: line.address, expectInConsole: cut });

test("who was cut off sees on return what the others see, and cannot vote meanwhile", {
  timeout: 180_000,
}, async ({ visit }) => {
  const [first, second] = items;
  if (first === undefined || second === undefined) throw new Error("no items");
  await cabinet.sit(first);
  const lost = await cabinet.enter(visit, "lan", cabinet.room, atTheLine());
  const other = await cabinet.enter(visit, "minh", cabinet.room);
  await cabinet.openBallot(first, "Thông qua?");
  await lost.getByRole("button", { name: yes }).waitFor();

  line.cut();
  await sees(lost, /^Mất kết nối: chưa gửi được phiếu/);
  expect(await lost.getByRole("button", { name: yes }).isDisabled()).toBe(true);
  const ballotId = (await viewOf("chair")).shared.ballots[0]?.ballotId;
  await cabinet.meet("minh", { type: "ballot.vote", ballotId, answer: "yes" });
  await cabinet.meet("chair", { type: "ballot.close", ballotId });
  await cabinet.meet("chair", { type: "ballot.declare", ballotId });
  const concluded = { outcome: "noted", conclusion: "Đã rõ", resubmitBy: null };
  await cabinet.meet("chair", { type: "item.conclude", itemId: first, ...concluded });
  await cabinet.meet("chair", { type: "item.call", itemId: second });
  await cabinet.openBallot(second, "Cho ý kiến?");
  await other.getByRole("button", { name: yes }).waitFor();

  line.restore();
  await lost.getByRole("button", { name: "Trạng thái kết nối: Đã kết nối" }).waitFor();
  await lost.getByRole("heading", { name: "Biểu quyết: Cho ý kiến?" }).waitFor();
  const shown = async (page: Page) => [
    await page.getByRole("navigation", { name: "Chương trình phiên họp" }).innerText(),
    await page.getByRole("list", { name: "Thành viên" }).innerText(),
  ];
  expect(await shown(lost)).toEqual(await shown(other));
  await chooseAndConfirm(lost, yes, confirm);
  await sees(other, "Đã biểu quyết 1/4");
});

test("a vote sent while the line is cut is repeated and recorded once", {
  timeout: 180_000,
}, async ({ visit }) => {
  const [item] = items;
  if (item === undefined) throw new Error("no items");
  await cabinet.sit(item);
  const page = await cabinet.enter(visit, "lan", cabinet.room, atTheLine());
  const ballotId = await cabinet.openBallot(item, "Thông qua?");
  await page.getByRole("button", { name: yes }).click();
  await page.getByRole("button", { name: confirm }).waitFor();
  await pastDoubleTap(page);
  // In a tunnel: nothing passes, and nobody says so. The vote leaves and its answer does not come.
  line.hold();
  await page.getByRole("button", { name: confirm }).click();
  await sees(page, /Đang gửi… Chưa được ghi nhận/);
  line.cut();
  line.release();
  line.restore();
  await sees(page, /^Đồng ý · đã ghi nhận lúc/);
  expect(await recordedVotes(ballotId)).toBe(1);

  // The answer alone is lost: the vote is recorded, and asked again under the same id it gets the same receipt.
  await page.getByRole("button", { name: "Thay đổi ý kiến biểu quyết" }).click();
  await page.getByRole("button", { name: /^Không đồng ý, nội dung/ }).click();
  await page.getByRole("button", { name: confirm }).waitFor();
  await pastDoubleTap(page);
  line.holdAnswers();
  await page.getByRole("button", { name: confirm }).click();
  await expect.poll(() => recordedVotes(ballotId), { timeout: 20_000 }).toBe(2);
  await sees(page, /Đang gửi… Chưa được ghi nhận/);
  line.cut();
  line.release();
  line.restore();
  await sees(page, /^Không đồng ý · đã ghi nhận lúc/);
  expect(await recordedVotes(ballotId)).toBe(2);
});

test("a page loaded anew and a second device show the recorded vote and its receipt", {
  timeout: 180_000,
}, async ({ visit }) => {
  const [item] = items;
  if (item === undefined) throw new Error("no items");
  await cabinet.sit(item);
  const page = await cabinet.enter(visit, "lan", cabinet.room);
  const tablet = await cabinet.enter(visit, "lan", cabinet.room);
  await cabinet.openBallot(item, "Thông qua?");
  await tablet.getByRole("button", { name: yes }).waitFor();
  await chooseAndConfirm(page, yes, confirm);
  const code = (of: Page) => of.getByText(/^Mã xác nhận/).textContent();
  const receipt = await code(page);
  await sees(tablet, /^Đồng ý · đã ghi nhận lúc/);
  expect(await code(tablet)).toBe(receipt);
  await page.reload();
  await sees(page, /^Đồng ý · đã ghi nhận lúc/);
  expect(await code(page)).toBe(receipt);
});

test("what is half done survives another's act and a break of the line", {
  timeout: 180_000,
}, async ({ visit }) => {
  const [first, second] = items;
  if (first === undefined || second === undefined) throw new Error("no items");
  const office = await cabinet.enter(
    visit,
    "secretary",
    `/meetings/${cabinet.meetingId}/edit`,
    atTheLine(),
  );
  const title = office.getByRole("textbox", { name: "Tên nội dung" });
  const typed = "Phân cấp quản lý đất đai (đang sửa)";
  await title.fill(typed);
  const content = itemContent({ title: "Quy hoạch đô thị và nông thôn" });
  await cabinet.meet("secretary", {
    type: "agenda.edit_item",
    itemId: second,
    basedOnEdition: 1,
    content,
  });
  await office.getByRole("row", { name: /nông thôn/ }).waitFor();
  expect(await title.inputValue()).toBe(typed);

  await cabinet.sit(first);
  const member = await cabinet.enter(visit, "lan", cabinet.room, atTheLine());
  const ballotId = await cabinet.openBallot(first, "Thông qua?");
  await member.getByRole("button", { name: yes }).click();
  const send = member.getByRole("button", { name: confirm });
  await send.waitFor();
  await pastDoubleTap(member);
  await cabinet.meet("minh", { type: "ballot.vote", ballotId, answer: "no" });
  await sees(member, "Đã biểu quyết 1/4");
  expect(await send.isEnabled()).toBe(true);

  line.cut();
  await expect.poll(() => send.isDisabled(), { timeout: 20_000 }).toBe(true);
  await cabinet.meet("chair", { type: "ballot.vote", ballotId, answer: "no" });
  line.restore();
  await sees(member, "Đã biểu quyết 2/4");
  await send.click();
  await sees(member, /^Đồng ý · đã ghi nhận lúc/);
  await office.getByRole("button", { name: "Trạng thái kết nối: Đã kết nối" }).waitFor();
  expect(await title.inputValue()).toBe(typed);
  await office.getByRole("button", { name: "Lưu", exact: true }).waitFor();
});

test("what is typed into an item before the page's scripts have come is kept", async ({
  visit,
}) => {
  const page = await visit(cabinet.server.address);
  await page.context().addCookies([{ name: "locale", value: "vi", url: cabinet.server.address }]);
  await cabinet.signIn(page, "secretary");
  const release = await openWithScriptsHeld(page, `/meetings/${cabinet.meetingId}/edit`);
  const title = page.getByRole("textbox", { name: "Tên nội dung" });
  const english = page.getByRole("textbox", { name: "Tên tiếng Anh (không bắt buộc)" });
  const closed = page.getByRole("checkbox", { name: "Họp kín" });
  await title.fill("Phân cấp quản lý đất đai và rừng");
  await english.fill("Land and forests");
  await closed.check({ force: true });
  await release();
  const save = page.getByRole("button", { name: "Lưu", exact: true });
  await save.click();
  await save.waitFor({ state: "detached" });
  await page.reload();
  expect(await title.inputValue()).toBe("Phân cấp quản lý đất đai và rừng");
  expect(await english.inputValue()).toBe("Land and forests");
  expect(await closed.isChecked()).toBe(true);
});

async function viewOf(role: "chair") {
  const { read } = cabinet.server.cabinet;
  const view = await read.meetingView(cabinet.meetingId, cabinet.people[role]);
  if (view === null) throw new Error("The chair does not see the meeting.");
  return view;
}

/** Lines of the journal that are a vote in this ballot: a repeated command must not make a second. */
async function recordedVotes(ballotId: string): Promise<number> {
  const [row] = await cabinet.server.database.sql<{ votes: number }[]>`
    select count(*)::int as votes from journal
    where type = 'ballot.vote_cast' and body like ${`%${ballotId}%`}`;
  return row?.votes ?? 0;
}
