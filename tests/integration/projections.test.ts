/** Tables are what the journal says, and a state read back is the state that was lived. */
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as agenda from "../../db/schema/agenda";
import * as attendance from "../../db/schema/attendance";
import * as ballots from "../../db/schema/ballots";
import * as bodies from "../../db/schema/bodies";
import * as handovers from "../../db/schema/handovers";
import * as meetings from "../../db/schema/meetings";
import * as papers from "../../db/schema/papers";
import { HandoverId } from "../../domain/ids";
import { Day } from "../../domain/text";
import type { Committed } from "../../server/commands/outcome";
import { noHead } from "../../server/journal/append";
import { project, tablesOfBody, tablesOfMeeting } from "../../server/projections";
import {
  closeBallot,
  openBallot,
  openNode,
  openSession,
  type TestNode,
  vote,
} from "../support/cabinet";
import { ids, info, installer, itemContent, people } from "../support/cabinet-in-memory";
import { copyDatabase, type DatabaseCopy } from "../support/database";

let copy: DatabaseCopy;
let scratch: DatabaseCopy;
let node: TestNode;

beforeEach(async () => {
  copy = await copyDatabase();
  scratch = await copyDatabase();
  node = await openNode(copy);
});

afterEach(async () => {
  await node.close();
  await copy.drop();
  await scratch.drop();
});

const tables = [...tablesOfBody, ...tablesOfMeeting];

test("every projected table is a table of the schema, column by column", () => {
  const schema = [agenda, attendance, ballots, bodies, handovers, meetings, papers]
    .flatMap((module) => Object.values<unknown>(module))
    .filter((value) => value instanceof PgTable)
    .map(getTableConfig);
  const columns = (names: readonly string[]) => [...names].sort();
  const asProjected = tables.map((table) => [table.name, columns(table.columns)]);
  const asDeclared = schema.map((table) => [
    table.name,
    columns(table.columns.map((column) => column.name)),
  ]);
  expect(Object.fromEntries(asProjected)).toEqual(Object.fromEntries(asDeclared));
});

/** A paper that passed the check: not of the journal, so it is put wherever the journal is read. */
async function upload(sql: TestNode["database"]["sql"]): Promise<void> {
  await sql`
    insert into document_version (version_id, meeting_id, uploaded_by, file_name, state, sha256,
      size_bytes, pages, page_runs, flags, created_at, settled_at)
    values (${ids.version(6)}, ${ids.meeting}, ${people.secretary}, 'a.pdf', 'ready', ${"6".repeat(64)}, 9, 1,
      '[{"pages": 1, "width": 595, "height": 842}]', '{}', now(), now())`;
}

/** Of an office that was named: one hand-over that is running, one that was taken back. */
async function handOver(content: { closed: boolean } & Record<string, unknown>): Promise<void> {
  const { must } = node;
  const { body: bodyId, meeting: meetingId } = ids;
  const by = people.secretary;
  const [member, personId] = [ids.person(2), people.memberStaff];
  const title = { vi: "Thư ký", en: "" };
  const grant = { grantId: ids.grant(906), personId, name: "Thư ký", title } as const;
  const from = Day.parse("2020-01-01");
  await must({ type: "role.grant", bodyId, ...grant, role: "member_staff", from }, installer);
  await must({ type: "office.name_staff", bodyId, personId }, member);
  const itemId = ids.item(6);
  const open = { ...itemContent, ...content, closed: false };
  await must({ type: "agenda.add_item", meetingId, itemId, parent: null, content: open }, by);
  await upload(node.database.sql);
  const documentId = ids.document(6);
  const paper = {
    documentId,
    versionId: ids.version(6),
    kind: "submission",
    title,
    grade: null,
  } as const;
  await must({ type: "document.attach", meetingId, itemId, ...paper }, by);
  const basedOnRevision = (await node.door.meeting(meetingId))?.meeting.revisions.length ?? 0;
  await must({ type: "meeting.publish", meetingId, basedOnRevision }, by);
  for (const n of [1, 2]) {
    const handoverId = HandoverId.parse(ids.grant(950 + n));
    const asked = { personId, documentIds: [documentId], note: "Chuẩn bị", dueOn: null };
    await must({ type: "handover.give", meetingId, handoverId, ...asked }, member);
    if (n === 1) await must({ type: "handover.take_back", meetingId, handoverId }, member);
  }
}

/** A life with edits, moves, removals, arrivals, departures, votes changed, and a second meeting. */
async function live(): Promise<void> {
  const { must } = node;
  await openBallot(node, 5);
  const meetingId = ids.meeting;
  await must(vote("yes"), ids.person(2));
  await must(vote("no"), ids.person(3));
  await must(vote("no"), ids.person(2));
  const content = {
    title: { vi: "Nội dung", en: "" },
    purpose: "inform",
    treatment: "debate",
    closed: true,
    grade: null,
    leadAgency: "BTP",
    presenter: { personId: null, name: "Người trình" },
    minutes: 15,
    openToObservers: false,
  } as const;
  const by = people.secretary;
  for (const n of [2, 3, 4])
    await must(
      { type: "agenda.add_item", meetingId, itemId: ids.item(n), parent: null, content },
      by,
    );
  await must(
    { type: "agenda.add_item", meetingId, itemId: ids.item(5), parent: ids.item(3), content },
    by,
  );
  const order = (await node.door.meeting(meetingId))?.meeting.agenda.orderEdition ?? 0;
  await must(
    {
      type: "agenda.move_item",
      meetingId,
      itemId: ids.item(4),
      basedOnOrderEdition: order,
      parent: null,
      position: 1,
    },
    by,
  );
  const reference = { kind: "report", title: { vi: "Báo cáo", en: "" }, grade: null } as const;
  for (const n of [1, 2])
    await must(
      {
        type: "document.attach_reference",
        meetingId,
        itemId: ids.item(2),
        documentId: ids.document(n),
        copies: 20,
        ...reference,
      },
      by,
    );
  await must({ type: "document.move", meetingId, documentId: ids.document(2), position: 0 }, by);
  await must({ type: "agenda.remove_item", meetingId, itemId: ids.item(3) }, by);
  await must(
    { type: "presence.record", meetingId, invitationId: ids.invitation(4), where: "left" },
    by,
  );
  await must(
    {
      type: "invitation.add",
      meetingId,
      invitationId: ids.invitation(900),
      personId: people.invitee,
      name: "Khách mời",
      title: { vi: "Chuyên gia", en: "" },
      capacity: "invitee",
      items: [ids.item(2)],
    },
    by,
  );
  await must(closeBallot, people.chair);
  await must({ type: "ballot.declare", meetingId, ballotId: ids.ballot(1) }, people.chair);
  await must(
    {
      type: "item.conclude",
      meetingId,
      itemId: ids.item(1),
      outcome: "adopted",
      conclusion: "Thông qua.",
      resubmitBy: null,
    },
    people.chair,
  );
  // leaves one item for another within one transaction's reach
  await must({ type: "meeting.publish", meetingId, basedOnRevision: 1 }, by);
  await Promise.all([
    must({ type: "item.call", meetingId, itemId: ids.item(4) }, people.chair),
    must({ type: "item.suspend", meetingId, itemId: ids.item(4) }, people.chair),
    must({ type: "item.call", meetingId, itemId: ids.item(2) }, people.chair),
  ]);
  const other = ids.body.replace(/1$/, "7") as typeof ids.meeting;
  await must({ type: "meeting.create", meetingId: other, bodyId: ids.body, info }, by);
  const { from } = (await node.door.body(ids.body))?.memberships[ids.membership(5)] ?? {};
  if (from === undefined) throw new Error("the member sits");
  const membershipId = ids.membership(5);
  await must({ type: "membership.end", bodyId: ids.body, membershipId, to: from }, installer);
  await handOver(content);
}

async function rowsOf({ database }: TestNode): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const { name, primaryKey } of tables)
    found[name] = await database.sql.unsafe(
      `select * from "${name}" order by ${primaryKey.map((column) => `"${column}"`).join(", ")}`,
    );
  return found;
}

test("rebuilt from the journal, every table is as it was lived", async () => {
  const lived: Committed["after"][] = [];
  node.door.onCommitted(({ after }) => lived.push(after));
  await live();
  const fresh = await openNode(copy);
  const rebuilt = await openNode(scratch);
  await upload(rebuilt.database.sql);
  const nothing = { head: noHead, meeting: null, body: null };
  const streams = await node.database.sql<{ stream: string }[]>`
    select stream from stream_head order by stream`;
  for (const { stream } of streams) {
    const id = stream.slice(stream.indexOf(":") + 1);
    const kept = lived.findLast(({ meeting, body }) => (meeting?.meetingId ?? body?.bodyId) === id);
    if (kept === undefined) throw new Error("every stream was heard of");
    // the store contract: what is loaded is what was evolved
    if (kept.meeting !== null)
      expect((await fresh.door.meeting(kept.meeting.meetingId))?.meeting).toEqual(kept.meeting);
    if (kept.body !== null) expect(await fresh.door.body(kept.body.bodyId)).toEqual(kept.body);
    const body = kept.body ?? null;
    const meeting =
      kept.meeting === null
        ? null
        : ((await fresh.door.meeting(kept.meeting.meetingId))?.meeting ?? null);
    await rebuilt.database.sql.begin((tx) =>
      project(tx, nothing, { head: kept.head, meeting, body }),
    );
  }
  const rows = await rowsOf(node);
  for (const name of ["vote", "participant", "paper", "agenda_item", "office_staff", "handover"])
    expect(rows[name]).not.toEqual([]);
  expect(await rowsOf(rebuilt)).toEqual(rows);
  await fresh.close();
  await rebuilt.close();
});

test("the database lets no meeting have two current items, nor two open ballots", async () => {
  await openBallot(node, 2);
  await openSession(node, 2, ids.body.replace(/1$/, "7") as typeof ids.meeting, ids.item(9));
  const { sql } = node.database;
  const move = sql`update agenda_item set meeting_id = ${ids.meeting} where item_id = ${ids.item(9)}`;
  await expect(move).rejects.toThrow("agenda_item_one_current");
});

test("the database takes 32 bytes in lower-case hex for the hash of a vote's row, and nothing else", async () => {
  await openBallot(node, 2);
  await node.must(vote("yes"), ids.person(2));
  const { sql } = node.database;
  const [cast] = await sql<{ hash: string }[]>`select hash from vote`;
  if (cast === undefined) throw new Error("no vote");
  const keep = (hash: string) => sql`update vote set hash = ${hash}`;
  await expect(keep(cast.hash.slice(2))).rejects.toThrow("vote_hash");
  await expect(keep(`${cast.hash.slice(2)}AB`)).rejects.toThrow("vote_hash");
  await expect(keep(`${cast.hash.slice(1)}x`)).rejects.toThrow("hexadecimal");
  // PostgreSQL's decoding passes over spaces
  await expect(keep(`${cast.hash.slice(2)}  `)).rejects.toThrow("vote_hash");
  await keep(cast.hash);
});
