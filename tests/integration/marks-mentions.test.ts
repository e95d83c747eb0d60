/** Being called by name in a remark, and showing where one reads: told to whom it may be, and to nobody else. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { PersonId } from "../../domain/ids";
import type { Mark } from "../../domain/marks";
import { mentionReads } from "../../server/marks";
import { LiveCabinet } from "../support/live-cabinet";
import { aMarkId, aNote, Desk, Marker, type Where } from "../support/marking";
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

const calling = (...people: PersonId[]): Mark => {
  const note = aNote("Xin ý kiến");
  if (note.kind !== "note") throw new Error("a note is a note");
  return { ...note, mentions: people };
};

async function write(by: PersonId, where: Where, mark: Mark): Promise<void> {
  const marker = await enter(by);
  const desk = new Desk();
  desk.write(aMarkId(), mark);
  expect(await marker.send(where, desk)).toMatchObject([{ ok: true }]);
}

const mentions = (personId: PersonId) =>
  mentionReads(cabinet.database.sql, cabinet.door).mentions(personId);

test("MK12 who is mentioned finds where, once for each layer, until the layer is opened", async () => {
  await write(lan, at("shared"), calling(minh, lan));
  await expect
    .poll(() => mentions(minh))
    .toMatchObject([{ layer: "shared", paper: { documentId: sitting.papers.open } }]);
  await write(lan, at("shared"), calling(minh));
  await write(sitting.chair, at("shared"), calling(minh));
  await write(lan, at("shared", { documentId: sitting.papers.second }), calling(minh));
  await expect
    .poll(async () => (await mentions(minh)).map(({ paper }) => paper.documentId))
    .toEqual([sitting.papers.second, sitting.papers.open]);
  // nobody is told of calling oneself
  expect(await mentions(lan)).toEqual([]);
  const reader = await enter(minh);
  await reader.open(at("private"));
  expect(await mentions(minh)).toHaveLength(2);
  await reader.open(at("shared"));
  await expect
    .poll(async () => (await mentions(minh)).map(({ paper }) => paper.documentId))
    .toEqual([sitting.papers.second]);
});

test("MK12 a mark that is deleted, or no longer names a person, is no mention any more", async () => {
  const writer = await enter(lan);
  const desk = new Desk();
  const [deleted, changed, kept] = [aMarkId(), aMarkId(), aMarkId()];
  desk.write(deleted, calling(minh, sitting.chair));
  desk.write(changed, calling(minh));
  expect(await writer.send(at("shared"), desk)).toMatchObject([{ ok: true }, { ok: true }]);
  desk.write(kept, calling(minh));
  const second = at("shared", { documentId: sitting.papers.second });
  const other = new Desk();
  other.write(aMarkId(), calling(minh));
  await writer.send(second, other);
  await expect.poll(async () => (await mentions(minh)).length).toBe(2);
  desk.map.delete(deleted);
  desk.write(changed, calling());
  await writer.send(at("shared"), desk);
  // one is left in this layer, and the chair has none
  await expect.poll(() => mentions(sitting.chair)).toEqual([]);
  expect(await mentions(minh)).toHaveLength(2);
  desk.map.delete(kept);
  await writer.send(at("shared"), desk);
  await expect
    .poll(async () => (await mentions(minh)).map(({ paper }) => paper.documentId))
    .toEqual([sitting.papers.second]);
  // written and deleted in one breath, over and over: the deletion never overtakes
  for (let n = 0; n < 20; n++) {
    const brief = aMarkId();
    desk.write(brief, calling(sitting.chair));
    desk.map.delete(brief);
  }
  desk.write(aMarkId(), calling(minh));
  await writer.send(at("shared"), desk);
  await expect.poll(async () => (await mentions(minh)).length).toBe(2);
  await expect.poll(() => mentions(sitting.chair)).toEqual([]);
});

test("MK12 whoever loses the layer is told of nothing any more", async () => {
  await nameStaff(cabinet, sitting, lan, minh);
  await write(lan, at("office"), calling(minh));
  await expect.poll(async () => (await mentions(minh)).length).toBe(1);
  const { bodyId } = sitting;
  await cabinet.must(lan, { type: "office.remove_staff", bodyId, personId: minh });
  expect(await mentions(minh)).toEqual([]);
});

test("MK12 whoever has no such layer is told of nothing, whoever calls them", async () => {
  const [observer] = sitting.observers;
  if (observer === undefined) throw new Error("people");
  const closed = { documentId: sitting.papers.closed };
  await write(lan, at("shared", closed), calling(observer, minh));
  await write(lan, at("office"), calling(observer, minh));
  await write(lan, at("private"), calling(minh));
  await expect
    .poll(async () => (await mentions(minh)).map(({ paper }) => paper.documentId))
    .toEqual([sitting.papers.closed]);
  expect(await mentions(observer)).toEqual([]);
  // named for the office, the same mention is there
  await nameStaff(cabinet, sitting, lan, minh);
  expect((await mentions(minh)).map(({ layer }) => layer).sort()).toEqual(["office", "shared"]);
});

test("MK13 whoever hides is shown to nobody, on every line, at once and from then on", async () => {
  const reader = await enter(minh);
  const own = await enter(lan);
  await reader.open(at("shared"));
  await own.open(at("shared"));
  const { meetingId, papers } = sitting;
  const show = (page: number) =>
    own.socket.ask("marks.presence", { meetingId, documentId: papers.open, page });
  const readings = () =>
    reader.frames
      .filter((frame) => frame.includes('"marks.readings"'))
      .map((frame) => JSON.parse(frame.slice(2))[1].readings[0]);
  await show(3);
  await expect.poll(readings).toEqual([{ personId: lan, page: 3 }]);
  await cabinet.hidden.change(lan, true);
  await expect.poll(readings).toEqual([
    { personId: lan, page: 3 },
    { personId: lan, page: null },
  ]);
  // a page of theirs that has not heard of it yet is not believed
  expect(await show(4)).toEqual({ ok: true });
  const late = await enter(sitting.chair);
  expect(await late.open(at("shared"))).toMatchObject({ readings: [] });
  await cabinet.hidden.change(lan, false);
  await show(5);
  await expect.poll(() => readings().at(-1)).toEqual({ personId: lan, page: 5 });
  expect(readings()).toHaveLength(3);
});
