/** Too few are there: everybody sees it at once, and a ballot opens only for a reason that stands beside its result. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect } from "vitest";
import { BallotId, type ItemId } from "../../domain/ids";
import { test } from "../support/browser";
import { pdf } from "../support/pdf";
import { SmallCabinet } from "../support/small-cabinet";

let cabinet: SmallCabinet;
let item: ItemId;
beforeAll(async () => {
  cabinet = await SmallCabinet.open();
  item = await cabinet.addItem({ title: "Ứng phó bão số 9" });
  await cabinet.addPaper(item, pdf({ pages: ["One"] }), "Tờ trình", "to-trinh.pdf");
  await cabinet.publish();
  await cabinet.sit(item);
}, 120_000);
afterAll(() => cabinet.stop());

test("a lost quorum is said at once; the chair opens with a reason, which all read and the result keeps", {
  timeout: 120_000,
}, async ({ visit }) => {
  const ballotId = BallotId.parse(randomUUID());
  const question = { vi: "Ban hành Công điện?", en: "" };
  await cabinet.meet("secretary", { type: "ballot.prepare", ballotId, itemId: item, question });
  const member = await cabinet.enter(visit, "lan", cabinet.room);
  const chair = await cabinet.enter(visit, "chair", `/meetings/${cabinet.meetingId}/chair`);
  await chair.getByText("Đủ thành phần: 3/4 (tối thiểu 3)").first().waitFor();

  const invitationId = cabinet.memberships.minh;
  await cabinet.meet("secretary", { type: "presence.record", invitationId, where: "left" });
  const missing = /Không đủ thành phần để biểu quyết: 2\/3/;
  await chair.getByText(missing).first().waitFor();
  await member.getByText(missing).first().waitFor({ state: "attached" });

  await chair.getByRole("button", { name: "Mở biểu quyết", exact: true }).click();
  const asked = chair.getByRole("dialog", { name: "Mở biểu quyết khi chưa đủ thành phần…" });
  await asked.getByRole("button", { name: "Mở biểu quyết", exact: true }).click();
  await asked.getByText("Cần nêu lý do").waitFor();
  await asked.getByRole("textbox", { name: "Lý do" }).fill("Bão đổ bộ trong đêm");
  await asked.getByRole("button", { name: "Mở biểu quyết", exact: true }).click();
  await asked.waitFor({ state: "detached" });

  const reason = "Mở khi chưa đủ thành phần. Lý do: Bão đổ bộ trong đêm";
  await member.getByText(reason).waitFor();
  await cabinet.meet("lan", { type: "ballot.vote", ballotId, answer: "yes" });
  await cabinet.meet("chair", { type: "ballot.close", ballotId });
  await cabinet.meet("chair", { type: "ballot.declare", ballotId });
  await member.goto(`/meetings/${cabinet.meetingId}/ballots/${ballotId}`);
  await member.getByText(reason).waitFor();
  expect(await member.getByText("Bão đổ bộ trong đêm").count()).toBe(1);
});
