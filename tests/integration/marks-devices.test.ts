/** What a device says of its marks is true, and what it has written is not lost when the server knows less than it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { PersonId } from "../../domain/ids";
import { LiveCabinet } from "../support/live-cabinet";
import { aMarkId, aNote } from "../support/marking";
import { MarkingDevice } from "../support/marking-device";
import { aSitting, nameStaff, type Sitting } from "../support/sitting";

let cabinet: LiveCabinet;
let sitting: Sitting;
let lan: PersonId;
let minh: PersonId;
const devices: MarkingDevice[] = [];

beforeAll(async () => {
  cabinet = await LiveCabinet.open();
});
beforeEach(async () => {
  sitting = await aSitting(cabinet, { members: 3, observers: 0 });
  const [, second, third] = sitting.members;
  if (second === undefined || third === undefined) throw new Error("people");
  lan = second;
  minh = third;
});
afterEach(() => {
  for (const device of devices.splice(0)) device.close();
});
afterAll(() => cabinet.close());

async function deviceOf(me: PersonId): Promise<MarkingDevice> {
  const [cookie = ""] = await cabinet.signIn([me]);
  const { meetingId, papers } = sitting;
  const device = new MarkingDevice(cabinet.address, cookie, {
    me,
    meetingId,
    documentId: papers.open,
  });
  devices.push(device);
  await device.until("its layers are there", (store) => store.writable().includes("shared"));
  return device;
}

const bodiesOn = ({ store }: MarkingDevice) =>
  store.marks().map(({ mark }) => (mark.kind === "note" ? mark.body : mark.kind));
const isSaved = ({ store }: MarkingDevice) => store.saving().state === "saved";

test("saved is said when the server has it, on the device while it waits, unsafe when nothing keeps it", async () => {
  const device = await deviceOf(lan);
  expect(device.store.saving()).toEqual({ state: "saved", at: null });
  device.store.put("shared", aMarkId(), aNote("a"));
  await device.until("it is saved", () => isSaved(device));
  expect(device.store.saving()).toEqual({ state: "saved", at: expect.any(String) });
  device.line.close();
  device.store.put("shared", aMarkId(), aNote("b"));
  device.store.put("private", aMarkId(), aNote("c"));
  expect(device.store.saving()).toMatchObject({ state: "on_device", count: 2 });
  await expect.poll(() => device.log.kept.size).toBe(2);
  device.log.isFull = true;
  device.store.put("shared", aMarkId(), aNote("d"));
  await device.until("it is unsafe", (store) => store.saving().state === "unsafe");
  expect(device.store.saving()).toEqual({ state: "unsafe", count: 3 });
  device.line.open();
  await device.until("all is saved", () => isSaved(device));
  await expect.poll(() => device.log.kept.size).toBe(0);
});

test("a mark that is too large is not written, and that is said until the next gesture", async () => {
  const device = await deviceOf(lan);
  const points = Array.from({ length: 9_000 }, (_, n) => n / 7);
  const { colour: _colour, ...note } = aNote("") as Extract<
    ReturnType<typeof aNote>,
    { kind: "note" }
  >;
  device.store.put("shared", aMarkId(), {
    ...note,
    kind: "ink",
    colour: null,
    strokes: [{ width: 2, points }],
  });
  expect(device.store.saving()).toEqual({ state: "refused", count: 1, code: "marks.too_large" });
  expect(device.store.marks()).toEqual([]);
  device.store.put("shared", aMarkId(), aNote("small"));
  await device.until("it is saved", () => isSaved(device));
});

test("a server that was restored from an older copy gets again what a device still has", async () => {
  const [device, other] = [await deviceOf(lan), await deviceOf(minh)];
  const kept = aMarkId();
  device.store.put("shared", kept, aNote("kept"));
  await device.until("it is saved", () => isSaved(device));
  const { sql } = cabinet.database;
  const clocks = await sql`select * from mark_client`;
  device.store.put("shared", aMarkId(), aNote("after the copy"));
  device.store.put("shared", kept, aNote("kept, changed"));
  await device.until("it is saved", () => isSaved(device));
  await cabinet.crash();
  await sql`
    delete from mark_update where seq > 1 and channel in (
      select channel from mark_channel where document_id = ${sitting.papers.open})`;
  await sql`update mark_channel set head = 1 where document_id = ${sitting.papers.open} and layer = 'shared'`;
  for (const { client_id: id, clock } of clocks)
    await sql`update mark_client set clock = ${clock} where client_id = ${id}`;
  await cabinet.start();
  const expected = ["after the copy", "kept, changed"];
  await expect.poll(() => bodiesOn(device).sort(), { timeout: 15_000 }).toEqual(expected);
  await device.until("all is saved", () => isSaved(device));
  other.reload();
  await expect.poll(() => bodiesOn(other).sort(), { timeout: 15_000 }).toEqual(expected);
}, 40_000);

test("who reads where is shown to the others, and hidden when asked", async () => {
  const [device, other] = [await deviceOf(lan), await deviceOf(minh)];
  device.store.show(3);
  await expect.poll(() => other.store.readings()).toEqual([{ personId: lan, page: 3 }]);
  device.store.show(9);
  await expect.poll(() => other.store.readings()).toEqual([{ personId: lan, page: 9 }]);
  expect(device.store.readings()).toEqual([]);
  device.store.show(null);
  await expect.poll(() => other.store.readings()).toEqual([]);
  device.store.show(4);
  await expect.poll(() => other.store.readings()).toEqual([{ personId: lan, page: 4 }]);
  device.line.close();
  await expect.poll(() => other.store.readings()).toEqual([]);
});

test("a member's own second device has everything, and the office's staff write in one document with the member", async () => {
  const [tablet, desktop] = [await deviceOf(lan), await deviceOf(lan)];
  await nameStaff(cabinet, sitting, lan, minh);
  const served = await deviceOf(minh);
  tablet.store.put("private", aMarkId(), aNote("own"));
  tablet.store.put("office", aMarkId(), aNote("Soạn giúp"));
  await expect.poll(() => bodiesOn(desktop).sort()).toEqual(["Soạn giúp", "own"]);
  await expect.poll(() => bodiesOn(served)).toEqual(["Soạn giúp"]);
  const [asked] = served.store.marks();
  if (asked === undefined) throw new Error("the note is there");
  served.store.put("office", asked.id, aNote("Đã soạn"));
  await expect
    .poll(() => tablet.store.marks().find(({ id }) => id === asked.id))
    .toMatchObject({ owner: lan, author: minh, mark: { body: "Đã soạn" } });
  // undo takes back one's own last gesture, not the other's
  served.store.undo();
  await expect.poll(() => bodiesOn(tablet).sort()).toEqual(["Soạn giúp", "own"]);
  expect(served.store.canUndo()).toBe(false);
});
