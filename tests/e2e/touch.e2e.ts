/** Under a finger: every target is large enough, and no page is wider than the tablet. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect } from "vitest";
import { type BallotId, DocumentId, type ItemId } from "../../domain/ids";
import { test } from "../support/browser";
import { tabletLandscape, tabletPortrait } from "../support/browser-sizes";
import { type Role, SmallCabinet } from "../support/small-cabinet";
import { faultsOn } from "../support/touch-faults";

let cabinet: SmallCabinet;
let declared: BallotId;
const paper = DocumentId.parse(randomUUID());

beforeAll(async () => {
  cabinet = await SmallCabinet.open();
  const items: ItemId[] = [];
  for (const title of ["Phân cấp quản lý đất đai", "Quy hoạch đô thị"]) {
    const itemId = await cabinet.addItem({ title });
    items.push(itemId);
    await cabinet.meet("secretary", {
      type: "document.attach_reference",
      itemId,
      documentId: items.length === 1 ? paper : DocumentId.parse(randomUUID()),
      kind: "report",
      title: { vi: "Báo cáo", en: "" },
      grade: null,
      copies: 4,
    });
  }
  const [first] = items;
  if (first === undefined) throw new Error("no items");
  await cabinet.publish();
  await cabinet.sit(first);
  declared = await cabinet.openBallot(first, "Thông qua?");
  await cabinet.meet("lan", { type: "ballot.vote", ballotId: declared, answer: "yes" });
  await cabinet.meet("chair", { type: "ballot.close", ballotId: declared });
  await cabinet.meet("chair", { type: "ballot.declare", ballotId: declared });
  await cabinet.openBallot(first, "Thông qua lần nữa?");
}, 120_000);
afterAll(() => cabinet.stop());

test.for([
  { name: "landscape", viewport: tabletLandscape },
  { name: "portrait", viewport: tabletPortrait },
])("on a tablet held in $name", { timeout: 180_000 }, async ({ viewport }, { visit }) => {
  const own = `/meetings/${cabinet.meetingId}`;
  const screens: [Role | null, string][] = [
    [null, "/sign-in"],
    ["lan", "/"],
    ["lan", "/meetings"],
    ["lan", `${own}/room`],
    ["lan", `${own}/papers/${paper}`],
    ["lan", `${own}/ballots/${declared}`],
    ["lan", "/account"],
    ["chair", `${own}/chair`],
    ["secretary", "/meetings/new"],
    ["secretary", `${own}/edit`],
    ["secretary", `${own}/attendance`],
    ["auditor", "/journal"],
    ["auditor", `/journal/meeting:${cabinet.meetingId}`],
  ];
  const page = await visit(cabinet.server.address, { viewport, hasTouch: true, isMobile: true });
  const found: string[] = [];
  for (const [role, path] of screens) {
    if (role !== null) await cabinet.signIn(page, role);
    await page.goto(path, { waitUntil: "networkidle" });
    expect(new URL(page.url()).pathname).toBe(path);
    for (const fault of await faultsOn(page)) found.push(`${path}: ${fault}`);
  }
  expect(found).toEqual([]);
});
