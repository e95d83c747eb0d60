/** What a device says of its marks is true, and what it has written is not lost when the server knows less than it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import type { PersonId } from "../../domain/ids";
import { TestLine } from "../support/line";
import { LiveCabinet } from "../support/live-cabinet";
import { aMarkId, aNote } from "../support/marking";
import { KeptCopy, MarkingDevice } from "../support/marking-device";
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

type Kept = { line: TestLine; copy: KeptCopy };

/** @param kept the paper lies on this device, which reaches the server over that line */
async function deviceOf(me: PersonId, kept: Kept | null = null): Promise<MarkingDevice> {
  const [cookie = ""] = await cabinet.signIn([me]);
  const { meetingId, papers } = sitting;
  const reads = { me, meetingId, documentId: papers.open };
  const address = kept?.line.address ?? cabinet.address;
  const device = new MarkingDevice(address, cookie, reads, kept?.copy);
  devices.push(device);
  await device.until("its layers are there", (store) => store.writable().includes("shared"));
  return device;
}

const bodiesOn = ({ store }: MarkingDevice) =>
  store.marks().map(({ mark }) => (mark.kind === "note" ? mark.body : mark.kind));
const isSaved = ({ store }: MarkingDevice) => store.saving().state === "saved";

test("saved is said when the server has it, on the device once it is on the disk, unsafe when nothing keeps it", async () => {
  const device = await deviceOf(lan);
  expect(device.store.saving()).toEqual({ state: "saved", at: null });
  device.store.put({ layer: "shared" }, aMarkId(), aNote("a"));
  await device.until("it is saved", () => isSaved(device));
  expect(device.store.saving()).toEqual({ state: "saved", at: expect.any(String) });
  device.line.close();
  device.store.put({ layer: "shared" }, aMarkId(), aNote("b"));
  device.store.put({ layer: "private" }, aMarkId(), aNote("c"));
  expect(device.store.saving()).toEqual({ state: "keeping", count: 2 });
  await device.until("it is on the device", (store) => store.saving().state === "on_device");
  expect(device.store.saving()).toMatchObject({ state: "on_device", count: 2 });
  expect(device.log.kept.size).toBe(2);
  device.log.isFull = true;
  device.store.put({ layer: "shared" }, aMarkId(), aNote("d"));
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
  device.store.put({ layer: "shared" }, aMarkId(), {
    ...note,
    kind: "ink",
    colour: null,
    strokes: [{ width: 2, points }],
  });
  expect(device.store.saving()).toEqual({ state: "refused", count: 1, code: "marks.too_large" });
  expect(device.store.marks()).toEqual([]);
  device.store.put({ layer: "shared" }, aMarkId(), aNote("small"));
  await device.until("it is saved", () => isSaved(device));
});

test("a server that was restored from an older copy gets again what a device still has", async () => {
  const [device, other] = [await deviceOf(lan), await deviceOf(minh)];
  const kept = aMarkId();
  device.store.put({ layer: "shared" }, kept, aNote("kept"));
  await device.until("it is saved", () => isSaved(device));
  const { sql } = cabinet.database;
  const clocks = await sql`select * from mark_client`;
  device.store.put({ layer: "shared" }, aMarkId(), aNote("after the copy"));
  device.store.put({ layer: "shared" }, kept, aNote("kept, changed"));
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
  tablet.store.put({ layer: "private" }, aMarkId(), aNote("own"));
  tablet.store.put({ layer: "office" }, aMarkId(), aNote("Soạn giúp"));
  await expect.poll(() => bodiesOn(desktop).sort()).toEqual(["Soạn giúp", "own"]);
  await expect.poll(() => bodiesOn(served)).toEqual(["Soạn giúp"]);
  const [asked] = served.store.marks();
  if (asked === undefined) throw new Error("the note is there");
  served.store.put({ layer: "office", owner: lan }, asked.id, aNote("Đã soạn"));
  await expect
    .poll(() => tablet.store.marks().find(({ id }) => id === asked.id))
    .toMatchObject({ owner: lan, author: minh, mark: { body: "Đã soạn" } });
  // undo takes back one's own last gesture, not the other's
  served.store.undo();
  await expect.poll(() => bodiesOn(tablet).sort()).toEqual(["Soạn giúp", "own"]);
  expect(served.store.canUndo()).toBe(false);
});

async function aLine(): Promise<TestLine> {
  const line = await TestLine.to(cabinet.address);
  onTestFinished(() => line.close());
  return line;
}

const writings = async () => {
  const [row] = await cabinet.database.sql<{ count: number }[]>`
    select count(*)::int as count from mark_update join mark_channel using (channel)
    where document_id = ${sitting.papers.open}`;
  return row?.count ?? 0;
};

test("started without a server, a device that keeps the paper has all that the server had, and what was written since", async () => {
  const line = await aLine();
  const copy = new KeptCopy();
  const [tablet, other] = [await deviceOf(lan, { line, copy }), await deviceOf(minh)];
  const [mended, deleted] = [aMarkId(), aMarkId()];
  tablet.store.put({ layer: "shared" }, mended, aNote("first wording"));
  tablet.store.put({ layer: "private" }, deleted, aNote("own"));
  other.store.put({ layer: "shared" }, aMarkId(), aNote("another's"));
  const before = ["another's", "first wording", "own"];
  await expect.poll(() => bodiesOn(tablet).sort()).toEqual(before);
  await tablet.until("all is saved", () => isSaved(tablet));
  await expect.poll(() => tablet.log.kept.size, { timeout: 10_000 }).toBe(0);
  await expect.poll(() => copy.kept?.includes(minh), { timeout: 10_000 }).toBe(true);

  line.cut();
  tablet.reload();
  await expect.poll(() => bodiesOn(tablet).sort()).toEqual(before);
  expect(tablet.store.saving().state).toBe("saved");
  expect(tablet.store.writable()).toContain("shared");
  tablet.store.put({ layer: "shared" }, mended, aNote("second wording"));
  tablet.store.remove({ layer: "private" }, deleted);
  tablet.store.put({ layer: "shared" }, aMarkId(), aNote("without a line"));
  // once more, still without a server: what builds on what was sent and what was not
  await expect.poll(() => tablet.log.kept.size).toBe(3);
  tablet.reload();
  const after = ["another's", "second wording", "without a line"];
  await expect.poll(() => bodiesOn(tablet).sort()).toEqual(after);
  tablet.store.put({ layer: "private" }, aMarkId(), aNote("after the second start"));
  await tablet.until("it is on the device", (store) => store.saving().state === "on_device");
  expect(tablet.store.saving()).toEqual({
    state: "on_device",
    count: 4,
    at: new Date(copy.atMs).toISOString(),
  });
  await expect.poll(() => tablet.log.kept.size).toBe(4);

  const sent = await writings();
  await cabinet.crash();
  await cabinet.start();
  line.restore();
  await tablet.until("all is saved", () => isSaved(tablet));
  await expect.poll(() => bodiesOn(other).sort()).toEqual(after);
  expect(await writings()).toBe(sent + 4);
  await expect.poll(() => tablet.log.kept.size, { timeout: 10_000 }).toBe(0);
}, 40_000);

test("what was acknowledged is let go only when the copy on the device has it", async () => {
  const line = await aLine();
  const copy = new KeptCopy();
  const tablet = await deviceOf(lan, { line, copy });
  await expect.poll(() => copy.kept).not.toBe(null);
  // the device is switched off after the acknowledgement and before the copy is written
  copy.keep = () => new Promise(() => undefined);
  tablet.store.put({ layer: "private" }, aMarkId(), aNote("acknowledged"));
  await tablet.until("it is saved", () => isSaved(tablet));
  line.cut();
  tablet.reload();
  await expect.poll(() => bodiesOn(tablet)).toEqual(["acknowledged"]);
});

test("what one person has left on a device is not sent when another has signed in there", async () => {
  const line = await aLine();
  const copy = new KeptCopy();
  const tablet = await deviceOf(lan, { line, copy });
  line.cut();
  tablet.store.put({ layer: "shared" }, aMarkId(), aNote("of Lan"));
  await expect.poll(() => tablet.log.kept.size).toBe(1);
  tablet.close();
  const { meetingId, papers } = sitting;
  const [cookie = ""] = await cabinet.signIn([minh]);
  const reads = { me: lan, meetingId, documentId: papers.open };
  const taken = new MarkingDevice(cabinet.address, cookie, reads, null, tablet.log);
  devices.push(taken);
  await taken.until("it is refused", (store) => store.saving().state === "refused");
  expect(tablet.log.kept.size).toBe(1);
  expect(await writings()).toBe(0);
});

test("whoever serves two offices writes into the one that is named, and answers where the thread is", async () => {
  const [other] = sitting.members.filter((each) => each !== lan && each !== minh);
  if (other === undefined) throw new Error("people");
  await nameStaff(cabinet, sitting, lan, minh);
  const { bodyId } = sitting;
  await cabinet.must(other, { type: "office.name_staff", bodyId, personId: minh });
  const [staff, served, stranger] = [
    await deviceOf(minh),
    await deviceOf(other),
    await deviceOf(lan),
  ];
  await staff.until("all offices are there", (store) => store.offices().length === 3);
  // the own one first
  expect(new Set(staff.store.offices().slice(1))).toEqual(new Set([lan, other]));
  const [note, answer] = [aMarkId(), aMarkId()];
  const place = { layer: "office", owner: other } as const;
  staff.store.put(place, note, aNote("for the other"));
  const target = { owner: other, markId: note };
  const { madeOn, madeAt } = aNote("");
  const spoken = { kind: "reply", body: "and an answer", mentions: [] as PersonId[] } as const;
  staff.store.put(place, answer, { v: 1, madeOn, madeAt, target, ...spoken });
  staff.store.remove(place, note);
  // taken back: it returns to where it was
  staff.store.put(place, note, aNote("for the other"));
  staff.store.put({ layer: "office", owner: lan }, aMarkId(), aNote("for lan"));
  await staff.until("all is saved", () => isSaved(staff));
  await expect.poll(() => bodiesOn(served).sort()).toEqual(["for the other", "reply"]);
  await expect.poll(() => bodiesOn(stranger)).toEqual(["for lan"]);
  // an office that is none of theirs takes nothing
  staff.store.put({ layer: "office", owner: sitting.secretary }, aMarkId(), aNote("lost"));
  expect(bodiesOn(staff)).not.toContain("lost");
});
