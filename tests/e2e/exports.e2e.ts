/** Taking a paper out, as a reader does it: chosen, downloaded, and read back by another reader. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { DocumentId, PersonId, VersionId } from "../../domain/ids";
import type { Layer } from "../../domain/marks";
import { test, type Visit, type VisitOptions } from "../support/browser";
import { aMarkId, aNote, Desk, Marker } from "../support/marking";
import { annotations, words } from "../support/outgoing";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

let meeting: PaperMeeting;
let open: { documentId: DocumentId; versionId: VersionId };
let closed: typeof open;

beforeAll(async () => {
  meeting = await openPaperMeeting();
  const { items, people } = meeting;
  open = await meeting.addPaper(
    items.open,
    pdf({ pages: ["First page", "Second page"] }),
    "Tờ trình",
  );
  closed = await meeting.addPaper(items.closed, pdf({ pages: ["Closed page"] }), "Báo cáo kín");
  await meeting.publish();
  await note(people.member, "private", "Làm rõ căn cứ");
  await note(people.chair, "shared", "Thống nhất");
}, 120_000);
afterAll(() => meeting.stop());

async function note(by: PersonId, layer: Layer, body: string): Promise<void> {
  const marker = await Marker.connect(meeting.server.address, await meeting.cookieOf(by));
  const desk = new Desk();
  desk.write(aMarkId(), { ...aNote(body), madeOn: open.versionId });
  const where = { meetingId: meeting.meetingId, documentId: open.documentId, layer };
  for (const answer of await marker.send(where, desk)) expect(answer).toMatchObject({ ok: true });
  marker.close();
}

async function read(
  visit: Visit,
  { documentId }: typeof open,
  options: VisitOptions = {},
): Promise<Page> {
  const page = await visit(meeting.server.address, options);
  const [name = "", value = ""] = (await meeting.cookieOf(meeting.people.member)).split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  await page.goto(`/meetings/${meeting.meetingId}/papers/${documentId}`);
  return page;
}

async function openDialog(page: Page) {
  await page.getByRole("button", { name: "Thao tác khác" }).click();
  await page.getByRole("button", { name: "Xuất và in" }).click();
  return page.getByRole("dialog", { name: "Xuất và in tài liệu" });
}

async function downloaded(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a paper leaves with the chosen layers, and the file holds what was seen", async ({
  visit,
}) => {
  const page = await read(visit, open);
  const dialog = await openDialog(page);
  await dialog.getByRole("checkbox", { name: "Riêng tư · 1 ghi chú" }).waitFor();
  const take = dialog.getByRole("button", { name: "Tải tệp PDF" });
  const both = await downloaded(page, () => take.click());
  expect(both.name).toBe("Tờ trình - ghi chú.pdf");
  const found = await annotations(both.bytes);
  expect(found.map(({ contentsObj }) => contentsObj.str).sort()).toEqual([
    "Làm rõ căn cứ",
    "Thống nhất",
  ]);
  await page.getByText("Đã tải tệp Tờ trình - ghi chú.pdf.").waitFor();

  const again = await openDialog(page);
  await again.getByText("Chung · 1 ghi chú").click();
  const own = await downloaded(page, () => take.click());
  expect((await annotations(own.bytes)).map(({ contentsObj }) => contentsObj.str)).toEqual([
    "Làm rõ căn cứ",
  ]);
});

test("the list opens as a spreadsheet; without a layer there is none", async ({ visit }) => {
  const page = await read(visit, open);
  const dialog = await openDialog(page);
  await dialog.getByText("Bảng ghi chú").click();
  const take = dialog.getByRole("button", { name: "Tải bảng ghi chú" });
  const { name, bytes } = await downloaded(page, () => take.click());
  expect(name).toBe("Tờ trình - ghi chú.csv");
  const [heading = "", first = ""] = bytes.toString("utf8").split("\r\n");
  expect(heading.startsWith("\uFEFFTrang,Trang của bộ tài liệu,Loại")).toBe(true);
  expect(first).toContain("Ghi chú");

  const again = await openDialog(page);
  await again.getByText("Bảng ghi chú").click();
  for (const layer of ["Riêng tư", "Văn phòng", "Chung"])
    await again.getByText(new RegExp(`^${layer} ·`)).click();
  expect(await take.isDisabled()).toBe(true);
});

test("a print of a closed item opens with the name of who prints it, and says so before", async ({
  visit,
}) => {
  const page = await read(visit, closed);
  const dialog = await openDialog(page);
  await dialog.getByText("Mỗi trang sẽ in tên người xuất").waitFor();
  await dialog.getByText(/^Bản in/).click();
  // This browser has no viewer of its own: what would be shown in the new window is fetched instead.
  const asked = page
    .context()
    .waitForEvent("request", (request) => request.url().includes("as=print"));
  await dialog.getByRole("button", { name: "Mở bản in" }).click();
  const answer = await page.request.get((await asked).url());
  expect(answer.headers()["content-disposition"]).toMatch(/^inline/);
  expect(await words(await answer.body(), 1)).toMatch(/^Closed page.*member · .*3$/);
});

test("what cannot be exported is said beside, and the dialog stays as it was", async ({
  visit,
}) => {
  const expectInConsole = [/Failed to load resource/];
  const page = await read(visit, open, { expectInConsole });
  const dialog = await openDialog(page);
  const take = dialog.getByRole("button", { name: "Tải tệp PDF" });
  await page.route("**/export?*", (route) =>
    route.fulfill({ status: 503, json: { reason: "busy", sentence: "" } }),
  );
  await take.click();
  await dialog.getByRole("alert").getByText("Vui lòng thử lại sau ít phút.").waitFor();
  await page.unroute("**/export?*");
  await page.context().setOffline(true);
  await take.click();
  await dialog.getByRole("alert").getByText("Không có kết nối.").waitFor();
  await page.context().setOffline(false);
  const { name } = await downloaded(page, () => take.click());
  expect(name).toBe("Tờ trình - ghi chú.pdf");
});
