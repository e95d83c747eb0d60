/** Five people, five browsers, one meeting: from the publication to the declared result. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { DocumentId, type ItemId } from "../../domain/ids";
import { test } from "../support/browser";
import { pdf } from "../support/pdf";
import { chooseAndConfirm, paintedPage, sees } from "../support/room";
import { itemContent, SmallCabinet } from "../support/small-cabinet";
import { Wire } from "../support/wire";

/** Planted where an observer must not look. */
const canaries = {
  title: "ZAUNKÖNIG",
  paper: "ROTKEHLCHEN",
  fileName: "gimpel.pdf",
  reason: "STIEGLITZ",
  workingCopy: "WIEDEHOPF",
};
const pages = 352;
const long = pdf({ pages: Array.from({ length: pages }, (_, page) => `Page ${page + 1}`) });
/** A real book of as many pages, where the owner's dossiers lie beside the project. */
const book = path.resolve(import.meta.dirname, "../../../shared/dossiers/freeculture.pdf");

let cabinet: SmallCabinet;
let item: ItemId;

beforeAll(async () => {
  cabinet = await SmallCabinet.open();
  item = await cabinet.addItem({ title: "Phân cấp quản lý đất đai", en: "Land management" });
  await cabinet.addPaper(item, long, "Tờ trình", "to-trinh.pdf");
  if (existsSync(book)) await cabinet.addPaper(item, await readFile(book), "Sách", "sach.pdf");
  const closed = await cabinet.addItem({ title: canaries.title, closed: true });
  await cabinet.addPaper(closed, pdf({ pages: ["Kín"] }), canaries.paper, canaries.fileName);
}, 180_000);
afterAll(() => cabinet.stop());

test("a meeting from its publication to its declared vote", { timeout: 240_000 }, async ({
  visit,
}) => {
  const loads = new Map<Page, number>();
  const count = (page: Page) => page.on("load", () => loads.set(page, (loads.get(page) ?? 0) + 1));
  const office = await cabinet.enter(visit, "secretary", `/meetings/${cabinet.meetingId}/edit`);
  await office.getByRole("button", { name: "Phát hành", exact: true }).click();
  await office.getByRole("button", { name: "Phát hành giấy mời và tài liệu" }).click();
  await sees(office, /^Đã phát hành$/);
  await plantAfterPublication();

  const chair = await cabinet.enter(visit, "chair", cabinet.room);
  const lan = await cabinet.enter(visit, "lan", cabinet.room);
  const minh = await cabinet.enter(visit, "minh", cabinet.room, { language: "en" });
  const observer = await cabinet.enter(visit, "observer", "/account", {
    expectInConsole: [/403 .*\/commands/],
  });
  const wire = new Wire(observer.context());
  const floor = new Wire(lan.context());
  await Promise.all([
    observer.goto(cabinet.room),
    lan.reload(),
    office.goto(cabinet.room),
    sees(minh, "The meeting has not been opened."),
  ]);
  const room = [chair, lan, observer, office];
  await Promise.all(room.map((page) => sees(page, "Phiên họp chưa khai mạc")));
  for (const page of [...room, minh]) count(page);

  // They answer and arrive.
  for (const page of [lan, chair]) {
    await page.getByRole("button", { name: "Xác nhận tham dự" }).click();
    await sees(page, "Đã xác nhận tham dự");
    await page.getByRole("button", { name: "Điểm danh có mặt" }).click();
    await sees(page, /^Đã điểm danh lúc/);
  }
  await minh.getByRole("button", { name: "Confirm attendance" }).click();
  await minh.getByRole("button", { name: "Check in as present" }).click();
  for (const page of room) await sees(page, "Đủ thành phần: 3/4");

  // The session opens, an item is called, the papers are read.
  await chair.getByRole("link", { name: "Điều hành phiên họp" }).click();
  await chair.getByRole("button", { name: "Khai mạc phiên họp" }).click();
  await chair.getByRole("button", { name: /^Chuyển sang nội dung 1:/ }).click();
  await Promise.all([
    ...[lan, observer, office].map((page) => calledIn(page, "Chương trình phiên họp", "Đang họp")),
    calledIn(minh, "Agenda", "In debate"),
  ]);
  await chair.getByRole("link", { name: "Phòng họp" }).click();
  for (const [page, word] of [
    [lan, "Trang"],
    [minh, "Page"],
    [observer, "Trang"],
    [office, "Trang"],
    [chair, "Trang"],
  ] as const)
    await paintedPage(page, word, 1);
  await lan.getByRole("region", { name: /^Tài liệu/ }).focus();
  await lan.keyboard.press("End");
  await paintedPage(lan, "Trang", pages);
  await sees(lan, `Trang ${pages}/${pages}`);
  if (existsSync(book)) {
    await minh.getByRole("button", { name: /Choose a paper/ }).click();
    await minh.getByRole("menuitem", { name: /Sách/ }).click();
    await sees(minh, `Page 1 of ${pages}`);
    await paintedPage(minh, "Page", 1);
  }

  // The question is put; the ballot opens everywhere; the observer only watches.
  await chair.getByRole("link", { name: "Điều hành phiên họp" }).click();
  await chair.getByRole("button", { name: "Đặt vấn đề biểu quyết" }).click();
  await chair.getByRole("textbox", { name: /^Vấn đề biểu quyết/ }).fill("Thông qua?");
  await chair.getByRole("textbox", { name: /^Bằng tiếng Anh/ }).fill("Adopt?");
  await chair.getByRole("button", { name: "Đưa vào chuẩn bị" }).click();
  await chair.getByRole("button", { name: /Thời gian biểu quyết/ }).click();
  await chair.getByRole("option", { name: "Không giới hạn" }).click();
  await chair.getByRole("button", { name: "Mở biểu quyết" }).last().click();
  const progress = (page: Page, cast: number) => sees(page, `Đã biểu quyết ${cast}/4`);
  await progress(observer, 0);
  expect(await observer.getByRole("button", { name: /đồng ý, /i }).count()).toBe(0);

  await chooseAndConfirm(lan, /^Không đồng ý, nội dung 1/, "Xác nhận và gửi phiếu");
  await sees(lan, /^Không đồng ý · đã ghi nhận lúc/);
  await progress(chair, 1);
  await chooseAndConfirm(minh, /^Agree, item 1/, "Confirm and send the vote");
  await sees(minh, /^Agree · recorded at/);
  await lan.getByRole("button", { name: "Thay đổi ý kiến biểu quyết" }).click();
  await chooseAndConfirm(lan, /^Đồng ý, nội dung 1/, "Xác nhận và gửi phiếu");
  await sees(lan, /^Đồng ý · đã ghi nhận lúc/);
  await chooseAndConfirm(chair, /^Đồng ý, nội dung 1/, "Xác nhận và gửi phiếu");
  for (const page of [chair, lan, observer, office]) await progress(page, 3);
  expect(await voteByHand(observer)).toMatchObject({ ok: false, refusal: { code: "forbidden" } });

  // Nobody on the floor learns a direction before the declaration, not even on the wire.
  await chair.getByRole("button", { name: "Kết thúc biểu quyết" }).last().click();
  for (const page of [lan, observer]) await sees(page, "Đã kết thúc biểu quyết, chờ công bố");
  await sees(minh, "The ballot has closed; awaiting declaration");
  const receipts = await recordedHashes();
  expect(receipts).toHaveLength(3);
  const directions = ['"tally"', '"answer":', '\\"tally\\"', ...receipts];
  expect(await wire.whereFound(directions)).toEqual([]);
  expect(await floor.whereFound(['"tally"'])).toEqual([]);

  await chair.getByRole("button", { name: "Công bố kết quả" }).click();
  await Promise.all([
    ...[chair, lan, observer, office].map(async (page) => {
      await page.getByRole("link", { name: "Xem kết quả" }).click();
      await seeResult(page, "Được thông qua với 3/4", "Chưa biểu quyết");
    }),
    minh
      .getByRole("link", { name: "See the result" })
      .click()
      .then(() => seeResult(minh, "Passed with 3 of 4", "Did not vote")),
  ]);

  // Afterwards the item's own line leads there, and says what was concluded.
  await cabinet.meet("chair", {
    type: "item.conclude",
    itemId: item,
    outcome: "adopted",
    conclusion: "Giao cơ quan chủ trì hoàn thiện.",
    resubmitBy: null,
  });
  await lan.goBack();
  await sees(lan, "Đã kết luận · Thông qua");
  await lan.getByRole("button", { name: "Kết luận", exact: true }).click();
  await sees(lan, "Giao cơ quan chủ trì hoàn thiện.");
  await lan.keyboard.press("Escape");
  await lan.getByRole("link", { name: /^Xem kết quả: / }).click();
  await seeResult(lan, "Được thông qua với 3/4", "Chưa biểu quyết");

  expect(await wire.whereFound(['"tally"'])).not.toEqual([]);
  expect(await wire.whereFound(Object.values(canaries))).toEqual([]);
  // The members did get what the observer must not: the traps were set, and the record is not blind.
  const onTheFloor = (await floor.whereFound(Object.values(canaries))).join();
  for (const word of [canaries.title, canaries.paper, canaries.fileName])
    expect(onTheFloor).toContain(word);
  expect([...loads.values()], "pages loaded anew").toEqual([]);
});

/** An absence with its reason, and a change that was not published. */
async function plantAfterPublication(): Promise<void> {
  const { reason, workingCopy } = canaries;
  const invitationId = cabinet.memberships.absent;
  await cabinet.meet("absent", { type: "invitation.request_absence", invitationId, reason });
  const content = itemContent({ title: workingCopy });
  await cabinet.meet("secretary", {
    type: "agenda.edit_item",
    itemId: item,
    basedOnEdition: 1,
    content,
  });
  await cabinet.meet("secretary", {
    type: "document.attach_reference",
    itemId: item,
    documentId: DocumentId.parse(crypto.randomUUID()),
    kind: "report",
    title: { vi: workingCopy, en: "" },
    grade: null,
    copies: 3,
  });
}

async function calledIn(page: Page, agenda: string, word: string): Promise<void> {
  await page.getByRole("navigation", { name: agenda }).getByText(word).waitFor();
}

/** Sends a vote past the screen, as somebody with a console would. */
async function voteByHand(page: Page): Promise<unknown> {
  const view = await cabinet.server.cabinet.read.meetingView(
    cabinet.meetingId,
    cabinet.people.chair,
  );
  const ballotId = view?.shared.ballots[0]?.ballotId;
  return page.evaluate(
    async (command) => {
      const response = await fetch("/commands", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id: crypto.randomUUID(), ...command }),
      });
      return response.json();
    },
    { type: "ballot.vote", meetingId: cabinet.meetingId, ballotId, answer: "yes" },
  );
}

async function recordedHashes(): Promise<string[]> {
  const { chair, lan, minh } = cabinet.people;
  const views = await Promise.all(
    [chair, lan, minh].map((one) =>
      cabinet.server.cabinet.read.meetingView(cabinet.meetingId, one),
    ),
  );
  return views.flatMap((view) => Object.values(view?.me.votes ?? {}).map(({ hash }) => hash));
}

async function seeResult(page: Page, headline: string, notVoted: string): Promise<void> {
  await page.getByRole("heading", { name: headline }).waitFor();
  const cell = page.locator("dl > div").filter({ hasText: notVoted });
  expect(await cell.getByRole("definition").textContent()).toBe("1");
  const line = page.getByRole("listitem").filter({ hasText: "Phạm Văn Vắng" });
  expect(await line.textContent()).toContain(notVoted);
}
