/** Rights that are lost while marks are open: what is lost ends then, and nothing of it comes any more. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dayIn } from "../../domain/bodies";
import type { PersonId } from "../../domain/ids";
import { instantOf } from "../../domain/text";
import { installer, LiveCabinet } from "../support/live-cabinet";
import { aMarkId, aNote, Desk, Marker, type Where } from "../support/marking";
import { MarkingDevice } from "../support/marking-device";
import { aSitting, nameStaff, type Sitting } from "../support/sitting";

let cabinet: LiveCabinet;
let sitting: Sitting;
let lan: PersonId;
let minh: PersonId;
const ends: (() => void)[] = [];

beforeAll(async () => {
  cabinet = await LiveCabinet.open();
});
beforeEach(async () => {
  sitting = await aSitting(cabinet, { members: 3, observers: 1 });
  const [, second, third] = sitting.members;
  if (second === undefined || third === undefined) throw new Error("people");
  lan = second;
  minh = third;
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
});
afterAll(() => cabinet.close());

const at = (layer: Where["layer"], more: Partial<Where> = {}): Where => ({
  meetingId: sitting.meetingId,
  documentId: sitting.papers.open,
  layer,
  ...more,
});

async function enter(personId: PersonId): Promise<Marker> {
  const [cookie = ""] = await cabinet.signIn([personId]);
  const marker = await Marker.connect(cabinet.address, cookie);
  ends.push(() => marker.close());
  return marker;
}

async function device(personId: PersonId): Promise<MarkingDevice> {
  const [cookie = ""] = await cabinet.signIn([personId]);
  const { meetingId, papers } = sitting;
  const reads = { me: personId, meetingId, documentId: papers.open };
  const one = new MarkingDevice(cabinet.address, cookie, reads);
  ends.push(() => one.close());
  await one.until("its layers are there", (store) => store.viewer().secretariat.size > 0);
  return one;
}

async function expectSilence(reader: Marker, writer: Marker, where: Where): Promise<void> {
  const before = reader.heard.length;
  const desk = new Desk();
  desk.write(aMarkId(), aNote("after"));
  expect(await writer.send(where, desk)).toMatchObject([{ ok: true }]);
  // another message after it on the same line: whatever was sent before has come
  await reader.socket.ask("clock", { used: false });
  expect(reader.heard.length).toBe(before);
}

const today = () => dayIn("Asia/Ho_Chi_Minh", instantOf(new Date()));

describe("a live layer ends", () => {
  test("when the item is no longer for observers", async () => {
    const [observer] = sitting.observers;
    if (observer === undefined) throw new Error("an observer");
    const reader = await enter(observer);
    const writer = await enter(lan);
    expect(await reader.open(at("shared"))).toMatchObject({ ok: true, write: null });
    await cabinet.must(sitting.secretary, {
      type: "agenda.edit_item",
      meetingId: sitting.meetingId,
      itemId: sitting.open,
      basedOnEdition: 1,
      content: {
        title: { vi: "Dự thảo nghị quyết", en: "" },
        purpose: "decide",
        treatment: "debate",
        closed: false,
        grade: null,
        leadAgency: "BTP",
        presenter: null,
        minutes: 30,
        openToObservers: false,
      },
    });
    const { meetingId } = sitting;
    await cabinet.must(sitting.secretary, {
      type: "meeting.publish",
      meetingId,
      basedOnRevision: 1,
    });
    await expect.poll(() => reader.layers).toMatchObject([{ layers: [] }]);
    await expectSilence(reader, writer, at("shared"));
    expect(await reader.open(at("shared"))).toMatchObject({ refusal: { code: "not_found" } });
    expect(await reader.open(at("private"))).toMatchObject({ refusal: { code: "not_found" } });
  });

  test("when the paper was taken off and that was published", async () => {
    const { meetingId } = sitting;
    const reader = await enter(minh);
    const desk = new Desk();
    await reader.open(at("shared"), { clientIds: [desk.doc.clientID] });
    await cabinet.must(sitting.secretary, {
      type: "document.attach_reference",
      meetingId,
      itemId: sitting.open,
      documentId: randomUUID(),
      kind: "report",
      title: { vi: "Báo cáo", en: "" },
      grade: null,
      copies: 1,
    });
    const documentId = sitting.papers.open;
    await cabinet.must(sitting.secretary, { type: "document.remove", meetingId, documentId });
    await cabinet.must(sitting.secretary, {
      type: "meeting.publish",
      meetingId,
      basedOnRevision: 1,
    });
    await expect.poll(() => reader.layers.at(-1)).toMatchObject({ layers: [] });
    const update = desk.write(aMarkId(), aNote("late"));
    expect(await reader.write(at("shared"), desk.doc.clientID, update)).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  test("when a role was revoked", async () => {
    const reader = await enter(sitting.secretary);
    const writer = await enter(lan);
    await reader.open(at("shared"));
    await cabinet.must(installer, {
      type: "role.revoke",
      bodyId: sitting.bodyId,
      grantId: sitting.grants.secretary,
      to: today(),
    });
    await expect.poll(() => reader.layers).toMatchObject([{ layers: [] }]);
    await expectSilence(reader, writer, at("shared"));
  });

  test("BO15 and an office's, when the member removes whom the member has named", async () => {
    const member = await enter(lan);
    const served = await enter(minh);
    const office = at("office", { of: lan });
    await served.open(at("shared"));
    expect(await served.open(office)).toMatchObject({ refusal: { code: "not_found" } });
    await nameStaff(cabinet, sitting, lan, minh);
    await expect
      .poll(() => served.layers.at(-1)?.layers)
      .toContainEqual({ layer: "office", of: lan, write: true });
    const desk = new Desk();
    desk.write(aMarkId(), aNote("Soạn giúp"));
    await member.open(at("office"));
    expect(await served.send(office, desk)).toMatchObject([{ ok: true }]);
    // attributed by the session, in the member's document
    await expect
      .poll(() => member.heard)
      .toMatchObject([{ layer: "office", of: lan, updates: [{ owner: lan, author: minh }] }]);
    await cabinet.must(lan, {
      type: "office.remove_staff",
      bodyId: sitting.bodyId,
      personId: minh,
    });
    await expect.poll(() => JSON.stringify(served.layers.at(-1))).not.toContain(lan);
    await expectSilence(served, member, at("office"));
    expect(await served.open(office)).toMatchObject({ refusal: { code: "not_found" } });
  });
});

test("a device shows nothing of a layer that was lost, keeps what was not sent, and says so", async () => {
  const other = await device(lan);
  const one = await device(minh);
  other.store.put({ layer: "shared" }, aMarkId(), aNote("shared"));
  await one.until("the other's mark is there", (store) => store.marks().length === 1);
  one.line.close();
  one.store.put({ layer: "shared" }, aMarkId(), aNote("unsent"));
  await one.until("it is on the device", (store) => store.saving().state === "on_device");
  expect(one.store.saving()).toMatchObject({ state: "on_device", count: 1 });
  await cabinet.must(installer, {
    type: "membership.end",
    bodyId: sitting.bodyId,
    membershipId: sitting.memberships[2],
    to: today(),
  });
  const { meetingId } = sitting;
  const documentId = sitting.papers.open;
  await cabinet.must(sitting.secretary, {
    type: "document.attach_reference",
    meetingId,
    itemId: sitting.open,
    documentId: randomUUID(),
    kind: "report",
    title: { vi: "Báo cáo", en: "" },
    grade: null,
    copies: 1,
  });
  await cabinet.must(sitting.secretary, { type: "document.remove", meetingId, documentId });
  await cabinet.must(sitting.secretary, { type: "meeting.publish", meetingId, basedOnRevision: 1 });
  one.line.open();
  await one.until("it is refused", (store) => store.saving().state === "refused");
  expect(one.store.saving()).toEqual({ state: "refused", count: 1, code: "not_found" });
  expect(one.store.marks()).toEqual([]);
  expect(one.log.kept.size).toBe(1);
});
