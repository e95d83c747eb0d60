/** Several processes on one PostgreSQL: whoever reads a paper on one of them sees what is written on another. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "../../db/connect";
import type { PersonId } from "../../domain/ids";
import { LiveCabinet } from "../support/live-cabinet";
import { aMarkId, aNote, contentOf, Desk, Marker, type Where } from "../support/marking";
import { aSitting, type Sitting } from "../support/sitting";

let nodes: [LiveCabinet, LiveCabinet];
let sitting: Sitting;
let where: Where;
const markers: Marker[] = [];

beforeAll(async () => {
  const first = await LiveCabinet.open();
  nodes = [first, await LiveCabinet.openAt(first.database.url)];
});
beforeEach(async () => {
  sitting = await aSitting(nodes[0], { members: 4, observers: 0 });
  const { meetingId, papers } = sitting;
  where = { meetingId, documentId: papers.open, layer: "shared" };
});
afterEach(() => {
  for (const marker of markers.splice(0)) marker.close();
});
afterAll(async () => {
  await nodes[1].close();
  await nodes[0].close();
});

async function markerAt(node: LiveCabinet, personId: PersonId | undefined): Promise<Marker> {
  const [cookie = ""] = await nodes[0].signIn(personId === undefined ? [] : [personId]);
  const marker = await Marker.connect(node.address, cookie);
  markers.push(marker);
  return marker;
}

/** Opens for writing, and writes so many marks, all at once. */
async function writeAll(marker: Marker, count: number): Promise<void> {
  const desk = new Desk();
  const opened = await marker.open(where, { clientIds: [desk.doc.clientID] });
  expect(opened.ok).toBe(true);
  for (let n = 0; n < count; n++) desk.write(aMarkId(), aNote(`${n}`));
  const answers = await Promise.all(
    desk.made.map((update) => marker.write(where, desk.doc.clientID, update)),
  );
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
}

const placesIn = ({ heard }: Marker) => heard.flatMap(({ updates }) => updates.map((u) => u.seq));
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

test("what two nodes write at the same time reaches all on both, once and in the order of the log", async () => {
  const [first, second, third, fourth] = sitting.members;
  const readers = [await markerAt(nodes[0], first), await markerAt(nodes[1], second)];
  for (const reader of readers) expect((await reader.open(where)).ok).toBe(true);
  const writers = [await markerAt(nodes[0], third), await markerAt(nodes[1], fourth)];
  await Promise.all(writers.map((writer) => writeAll(writer, 150)));
  for (const reader of readers) {
    await expect.poll(() => placesIn(reader).length, { timeout: 10_000 }).toBe(300);
    expect(placesIn(reader)).toEqual(upTo(300));
    expect(reader.heard.map(({ from }) => from)).toEqual([
      0,
      ...reader.heard.slice(0, -1).map(({ to }) => to),
    ]);
  }
  const [there, here] = await Promise.all(readers.map((reader) => reader.open(where)));
  expect(there).toMatchObject({ ok: true, cursor: 300 });
  if (here === undefined || there === undefined) throw new Error("two readers");
  expect(contentOf(here)).toEqual(contentOf(there));
});

test("a line that moves to the other node goes on from its place", async () => {
  const [first, second] = sitting.members;
  await writeAll(await markerAt(nodes[0], first), 3);
  const moved = await markerAt(nodes[1], second);
  expect(await moved.open(where, { after: 2 })).toMatchObject({ ok: true, cursor: 3 });
  await writeAll(await markerAt(nodes[0], first), 1);
  await expect.poll(() => placesIn(moved)).toEqual([4]);
});

test("what was written while a node could not hear is told when it hears again", async () => {
  const [first, second] = sitting.members;
  const reader = await markerAt(nodes[1], second);
  expect((await reader.open(where)).ok).toBe(true);
  const writer = await markerAt(nodes[0], first);
  const killer = connect(nodes[0].database.url, { max: 1 });
  const ended = await killer`
    select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'`;
  await killer.end();
  expect(ended.length).toBeGreaterThan(0);
  await writeAll(writer, 2);
  await expect.poll(() => placesIn(reader), { timeout: 10_000 }).toEqual([1, 2]);
});
