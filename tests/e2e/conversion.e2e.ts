/** Office files brought to the agenda, in a real browser: how far each is, and how it ends. */
import { afterAll, beforeAll } from "vitest";
import { desktop, test } from "../support/browser";
import { type HeldOffice, holdOffice } from "../support/held-office";
import { docx, xlsx } from "../support/office-files";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";

let office: HeldOffice;
let meeting: PaperMeeting;
beforeAll(async () => {
  office = await holdOffice();
  meeting = await openPaperMeeting({ SOFFICE: office.program });
}, 120_000);
afterAll(async () => {
  await meeting.stop();
  await office.remove();
});

test("each file says how far it is, who waits says behind how many, and what fails says why", async ({
  visit,
}) => {
  // A refusal is an answer of 4xx, which browsers put on the console by themselves.
  const page = await visit(meeting.server.address, {
    viewport: desktop,
    expectInConsole: [/422/],
  });
  const cookie = await meeting.cookieOf(meeting.people.secretary);
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  await page.goto(`/meetings/${meeting.meetingId}/edit`);
  await page.getByText("Phân cấp quản lý đất đai").first().click();
  const file = (fileName: string, buffer: Buffer) => ({ name: fileName, mimeType: "", buffer });
  const choose = (...files: ReturnType<typeof file>[]) =>
    page.locator("input[type=file]").first().setInputFiles(files);
  const rows = page.getByRole("list", { name: "Tệp đang tải lên" });

  await choose(file("Tờ trình.docx", docx(["Kính gửi Chính phủ"])));
  await rows.getByText("Đang chuyển sang PDF · bước 2/4: mở tệp").waitFor();
  await rows.getByRole("progressbar", { name: "Chuyển Tờ trình.docx sang PDF" }).waitFor();
  await choose(
    file("Biểu mẫu.xlsx", xlsx([["Bộ", "Ý kiến"]])),
    file("Đã đổi tên.docx", Buffer.from("plain words")),
  );
  await rows.getByText("Chờ chuyển sang PDF · trước đó còn 1 tệp").waitFor();
  await rows.getByText("Nội dung tệp không đúng với phần mở rộng của tên").waitFor();
  await office.release();
  await rows.getByText("Tờ trình.docx").waitFor({ state: "detached" });
  await rows.getByText("Biểu mẫu.xlsx").waitFor({ state: "detached" });
  await page.getByText("Biểu mẫu", { exact: true }).first().waitFor();
});
