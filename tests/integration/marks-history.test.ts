/** All that was written stays in the log for as long as the body's rules say, and no longer (BO17). */
import { afterAll, beforeAll, expect, test } from "vitest";
import { governmentOfVietnam } from "../../domain/bodies";
import { installer, LiveCabinet } from "../support/live-cabinet";
import { aMarkId, aNote, contentOf, Desk, Marker } from "../support/marking";
import { aSitting } from "../support/sitting";

let cabinet: LiveCabinet;

beforeAll(async () => {
  cabinet = await LiveCabinet.open();
});
afterAll(() => cabinet.close());

test("BO17 what was rubbed out is forgotten after the body's time, what stands is not", async () => {
  const sitting = await aSitting(cabinet, { members: 2, observers: 0 });
  const { sql } = cabinet.database;
  const [me] = sitting.members;
  const [cookie = ""] = await cabinet.signIn(me === undefined ? [] : [me]);
  const marker = await Marker.connect(cabinet.address, cookie);
  const { meetingId, papers } = sitting;
  const where = { meetingId, documentId: papers.open, layer: "shared" } as const;
  const desk = new Desk();
  const [kept, deleted] = [aMarkId(), aMarkId()];
  desk.write(deleted, aNote("xóa sau"));
  desk.write(kept, aNote("giữ lại"));
  desk.map.delete(deleted);
  await marker.send(where, desk);
  const logged = async () =>
    Number((await sql`select count(*) from mark_update where owner = ${me ?? ""}`)[0]?.count);
  expect(await logged()).toBe(3);

  await sql`update mark_update set at = now() - interval '100 days' where seq < 3`;
  await cabinet.live.forgetPastMarks();
  expect(await logged()).toBe(3);

  const [body] = await sql<{ body_id: string }[]>`
    select body_id from meeting where meeting_id = ${meetingId}`;
  await cabinet.must(installer, {
    type: "body.adopt_rules",
    bodyId: body?.body_id,
    rules: {
      ...governmentOfVietnam,
      validFrom: new Date().toISOString().slice(0, 10),
      marksHistoryDays: 90,
    },
  });
  await cabinet.live.forgetPastMarks();
  expect(await logged()).toBe(1);
  const opened = await marker.open(where);
  expect(contentOf(opened)).toEqual({ [me ?? ""]: { [kept]: aNote("giữ lại") } });
  expect(opened).toMatchObject({ ok: true, updates: [] });
  marker.close();
});
