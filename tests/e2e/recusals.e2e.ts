/** A member stands aside from an item: declared on the tablet, decided on the chair's console, and then nothing of it comes. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { ItemId } from "../../domain/ids";
import { test } from "../support/browser";
import { pdf } from "../support/pdf";
import { SmallCabinet } from "../support/small-cabinet";

const canary = "Nhượng quyền bến cảng GIEOCHU7";
let cabinet: SmallCabinet;
let first: ItemId;
let item: ItemId;
let versionId: string;

beforeAll(async () => {
  cabinet = await SmallCabinet.open();
  first = await cabinet.addItem({ title: "Quy hoạch đô thị" });
  item = await cabinet.addItem({ title: canary });
  await cabinet.addPaper(first, pdf({ pages: ["Một"] }), "Tờ trình", "to-trinh.pdf");
  await cabinet.addPaper(item, pdf({ pages: [canary] }), canary, "to-trinh.pdf");
  await cabinet.publish();
  await cabinet.sit(first);
  const view = await cabinet.server.cabinet.read.meetingView(
    cabinet.meetingId,
    cabinet.people.chair,
  );
  const holding = view?.shared.items.find(({ itemId }) => itemId === item)?.papers[0]?.holding;
  if (holding?.type !== "file") throw new Error("The paper was not published.");
  versionId = holding.versionId;
}, 120_000);
afterAll(() => cabinet.stop());

/** All that comes to a page, as text, from `listen` on; to be told before its first line opens. */
function trafficOf(page: Page) {
  const heard: Promise<string>[] = [];
  let isListening = false;
  const hear = (what: () => Promise<string>) => {
    if (isListening) heard.push(what().catch(() => ""));
  };
  // Of what was broken off no body ever comes.
  page.on("requestfinished", (request) =>
    hear(async () => {
      const response = await request.response();
      return `${await response?.text()}${JSON.stringify(await response?.allHeaders())}`;
    }),
  );
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => hear(async () => payload.toString())),
  );
  return {
    listen() {
      isListening = true;
    },
    all: async () => (await Promise.all(heard)).join("\n"),
  };
}

test("declared by the member, decided by the chair; who is excluded has nothing of the item until it ends", {
  timeout: 180_000,
}, async ({ visit }) => {
  const member = await cabinet.enter(visit, "lan", "/account", { expectInConsole: [/404/] });
  const traffic = trafficOf(member);
  await member.goto(cabinet.room);
  const other = await cabinet.enter(visit, "minh", cabinet.room);
  const chair = await cabinet.enter(visit, "chair", `/meetings/${cabinet.meetingId}/chair`);

  await member.getByRole("button", { name: canary }).first().click();
  await member.getByRole("button", { name: /^Không tham gia nội dung này/ }).click();
  const dialog = member.getByRole("dialog");
  await dialog.getByRole("button", { name: "Không tham gia nội dung này" }).click();
  await dialog.getByText("Cần nêu lý do").waitFor();
  await dialog.getByRole("textbox", { name: "Lý do" }).fill("Có cổ phần tại cảng");
  await dialog.getByRole("button", { name: "Không tham gia nội dung này" }).click();
  await dialog.waitFor({ state: "detached" });
  await member.getByText("Không biểu quyết nội dung này do có lợi ích liên quan.").waitFor();

  const menu = chair.getByRole("button", { name: "Thao tác khác: Nội dung 2" });
  await chair.getByText("Lợi ích liên quan: 1").waitFor();
  await menu.click();
  await chair.getByRole("menuitem", { name: "Lợi ích liên quan…" }).click();
  const decision = chair.getByRole("dialog");
  await decision.getByText("Lý do đã nêu: Có cổ phần tại cảng").waitFor();
  await decision.getByRole("button", { name: /Mức độ/ }).click();
  await chair.getByRole("option", { name: "Không tham gia nội dung" }).click();
  await decision.getByRole("textbox", { name: "Lý do" }).fill("Theo đề nghị của thành viên");
  traffic.listen();
  // half filled in, it is not left by a tap beside it
  const asked = chair.getByRole("alertdialog", { name: "Không tham gia do" });
  await asked.getByRole("button", { name: "Quyết định" }).click();
  await asked.waitFor({ state: "detached" });

  const notice = member.getByText("Nội dung 2: không tham gia do xung đột lợi ích.");
  await notice.waitFor();
  expect(await member.getByText(canary).count()).toBe(0);
  await cabinet.meet("chair", { type: "item.suspend", itemId: first });
  await chair.getByRole("button", { name: /^Bắt đầu: Nội dung 2/ }).click();
  await member.reload();
  await notice.waitFor();
  expect(
    await member.evaluate(
      (url) => fetch(url).then(({ status }) => status),
      `/documents/${versionId}`,
    ),
  ).toBe(404);
  expect(await traffic.all()).not.toContain(canary);
  expect(await traffic.all()).not.toContain(versionId);

  await other.getByRole("button", { name: canary }).first().click();
  await other.getByText(/Lê Thị Lan \(không tham gia\)/).waitFor();
  await cabinet.meet("chair", {
    type: "item.conclude",
    itemId: item,
    outcome: "adopted",
    conclusion: "",
    resubmitBy: null,
  });
  await notice.waitFor({ state: "detached" });
  await member.getByText(canary).first().waitFor();
});
