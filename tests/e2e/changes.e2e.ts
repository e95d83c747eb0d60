/** A paper gets a second version: marks go along, or ask, or say that their text is gone; the review finishes. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { VersionText, wholeText } from "../../domain/documents";
import { type DocumentId, VersionId } from "../../domain/ids";
import { type Mark, MarkId, textAnchor } from "../../domain/marks";
import { Instant } from "../../domain/text";
import { tabletPortrait, test, type Visit, type VisitOptions } from "../support/browser";
import { MarkingDevice } from "../support/marking-device";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { printedPaper } from "../support/printed-paper";
import { vietnamese } from "../support/version-pairs/vietnamese";

let meeting: PaperMeeting;
let documentId: DocumentId;
let first: VersionId;
let second: VersionId;
let device: MarkingDevice;

const kept = "bảo đảm bình đẳng giới";
const reworded = "diện tích dưới 300 ha";
const removed = "trừ trường hợp thu hồi đất quốc phòng, an ninh";

const revised = vietnamese.flatMap((text, index) => {
  const now = text.replace("dưới 300 ha", "dưới 500 ha").replace(`, ${removed}`, "");
  return index === 8
    ? ["Điều 3a. Quỹ dự phòng", "Quỹ dự phòng thiên tai được lập để cứu trợ khẩn cấp.", now]
    : [now];
});

beforeAll(async () => {
  meeting = await openPaperMeeting();
  const { items, people, meetingId, server } = meeting;
  const paper = await meeting.addPaper(items.open, await printedPaper(vietnamese), "Dự thảo");
  documentId = paper.documentId;
  first = paper.versionId;
  await meeting.addPaper(items.closed, await printedPaper(["Phụ lục"]), "Phụ lục");
  await meeting.publish();
  const cookie = await meeting.cookieOf(people.member);
  device = new MarkingDevice(server.address, cookie, { me: people.member, meetingId, documentId });
  await device.until("may write", (store) => store.writable().includes("private"));
  const answer = await fetch(`${server.address}/documents/${first}/text`, { headers: { cookie } });
  const text = VersionText.parse(await answer.json());
  for (const quote of [kept, reworded, removed]) {
    device.store.put(
      { layer: "private" },
      MarkId.parse(crypto.randomUUID()),
      highlight(text, quote),
    );
  }
  await device.until("saved", (store) => store.saving().state === "saved");
}, 120_000);
afterAll(async () => {
  device.close();
  await meeting.stop();
});

function highlight(text: VersionText, quote: string): Mark {
  const found = new RegExp(quote.replaceAll(" ", "\\s+")).exec(wholeText(text.pages).text);
  const anchor =
    found && textAnchor(text, { start: found.index, end: found.index + found[0].length });
  if (!anchor) throw new Error(`Not in the paper: ${quote}`);
  return {
    v: 1,
    kind: "highlight",
    madeOn: first,
    madeAt: Instant.parse("2026-11-24T02:00:00.000Z"),
    anchor,
    colour: "attention",
    body: "",
    mentions: [],
  };
}

async function enter(visit: Visit, options: VisitOptions = {}): Promise<Page> {
  const page = await visit(meeting.server.address, options);
  const [name = "", value = ""] = (await meeting.cookieOf(meeting.people.member)).split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  return page;
}

const paperPage = () => `/meetings/${meeting.meetingId}/papers/${documentId}`;
const both = (page: Page) => page.getByRole("region", { name: "Hai bản đặt cạnh nhau" });
const group = (page: Page, name: string) => page.getByRole("region", { name });

test("a paper with one version has no changes to show", async ({ visit }) => {
  const page = await enter(visit, { expectInConsole: [/404/] });
  const answer = await page.goto(`${paperPage()}/changes`);
  expect(answer?.status()).toBe(404);
});

test("a new version is announced, its changes are toured, the marks are reviewed", async ({
  visit,
}) => {
  const page = await enter(visit);
  await page.goto(paperPage());
  await page.waitForSelector('[aria-label="Trang 1"][data-state="painted"]');

  const { items, people, meetingId } = meeting;
  const upload = await meeting.upload(await printedPaper(revised));
  second = VersionId.parse(upload.versionId);
  await meeting.must(people.secretary, {
    type: "document.attach",
    meetingId,
    itemId: items.open,
    documentId,
    versionId: second,
    kind: "submission",
    title: { vi: "Dự thảo", en: "" },
    grade: null,
  });
  await meeting.publish();

  await page.goto(paperPage());
  await page.getByText("Đã có bản 2; lần trước đã đọc bản 1.").waitFor();
  await page.getByText("1 ghi chú cần chọn lại vị trí.").waitFor();
  await page.getByRole("link", { name: "Xem thay đổi" }).click();

  await page.getByRole("heading", { name: "Thay đổi của Dự thảo" }).waitFor();
  await page.getByText("Thay đổi 1/3").waitFor();
  await both(page).getByText("Quỹ dự phòng thiên tai được lập").waitFor();
  await page.getByRole("button", { name: "Thay đổi sau" }).click();
  await both(page).locator("del", { hasText: "300" }).waitFor();
  await both(page).locator("ins", { hasText: "500" }).waitFor();

  await group(page, "Đã chuyển sang bản mới").getByText(`“${kept}”`).waitFor();
  await group(page, "Cần chọn lại vị trí").getByText(`“${reworded}”`).waitFor();
  const gone = group(page, "Đoạn văn không còn");
  await gone.getByText(`“${removed}”`).waitFor();
  await page.getByText("Còn 1/3 ghi chú").waitFor();

  await page.getByRole("button", { name: "Bắt đầu rà soát" }).click();
  await page.getByText("Vị trí đề xuất: “diện tích dưới 500 ha”, bản 2").waitFor();
  await page.getByRole("button", { name: "Chấp nhận vị trí này" }).click();
  await page.getByText("Đã rà soát xong các ghi chú.").waitFor();
  await page.getByText("Còn 0/3 ghi chú").waitFor();

  // The author's word is a mark of its own, on every device.
  const word = (store: MarkingDevice["store"]) =>
    store.marks().find(({ mark }) => mark.kind === "placement" && mark.on === second)?.mark;
  await device.until("the accepted place", (store) => word(store) !== undefined);
  const mark = word(device.store);
  const anchor = mark?.kind === "placement" ? mark.anchor : null;
  const quote = anchor?.type === "text" ? anchor.quote.exact : "";
  expect(quote.replace(/\s+/g, " ")).toBe("diện tích dưới 500 ha");

  // The old version and its marks are one tap away.
  await gone.getByRole("link", { name: "Xem trên bản 1" }).click();
  await page.waitForURL(`**${paperPage()}?version=${first}&page=*`);
  await page.goto(paperPage());
  await page.waitForSelector('[aria-label="Trang 1"][data-state="painted"]');
  expect(await page.getByText("Đã có bản 2").count()).toBe(0);
  expect(await page.getByText("cần chọn lại vị trí").count()).toBe(0);
});

test("the author chooses another place by selecting words, held upright", async ({ visit }) => {
  const page = await enter(visit, { viewport: tabletPortrait });
  await page.goto(`${paperPage()}/changes?from=${first}`);
  await page.getByRole("button", { name: /^Rà soát ghi chú/ }).click();
  await page.getByRole("button", { name: new RegExp(`“${removed}”`) }).click();
  await page.getByText("Chưa có vị trí đề xuất ở bản 2.").waitFor();
  const accept = page.getByRole("button", { name: "Chấp nhận vị trí này" });
  expect(await accept.isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Chọn vị trí khác" }).click();
  await both(page)
    .locator('[data-side="newer"]', { hasText: "Hội đồng nhân dân cấp tỉnh giám sát" })
    .evaluate((element) => {
      const { firstChild } = element;
      if (firstChild !== null) getSelection()?.setBaseAndExtent(firstChild, 0, firstChild, 27);
    });
  await page.getByText("Vị trí đề xuất: “Hội đồng nhân dân cấp tỉnh”").waitFor();
  await accept.click();
  await device.until("the chosen place", (store) =>
    store
      .marks()
      .some(
        ({ mark }) =>
          mark.kind === "placement" &&
          mark.anchor?.type === "text" &&
          mark.anchor.quote.exact.startsWith("Hội đồng"),
      ),
  );
});
