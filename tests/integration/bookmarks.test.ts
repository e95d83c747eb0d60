/** Where reading stopped and what was marked to find again: a person's own, on every device, and nobody else's. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readingOf } from "../../app/today/reading";
import type { BookmarkChange } from "../../domain/bookmarks";
import type { DocumentId, PersonId, VersionId } from "../../domain/ids";
import { headersOf, openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

let meeting: PaperMeeting;
let paper: { documentId: DocumentId; versionId: VersionId };

beforeAll(async () => {
  meeting = await openPaperMeeting();
  paper = await meeting.addPaper(meeting.items.open, pdf({ pages: ["One", "Two"] }), "Tờ trình");
  await meeting.addPaper(meeting.items.closed, pdf({ pages: ["Three"] }), "Báo cáo");
  await meeting.publish();
}, 120_000);
afterAll(() => meeting.stop());

async function change(person: PersonId, body: unknown, documentId = paper.documentId) {
  const address = `${meeting.server.address}/bookmarks/${meeting.meetingId}/${documentId}`;
  const response = await fetch(address, {
    method: "PUT",
    headers: { ...(await headersOf(meeting, person)), "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  await response.text();
  return response.status;
}

const placeAt = (page: number): BookmarkChange => ({
  what: "place",
  place: { versionId: paper.versionId, page, part: 0.25 },
});
const remembered = async (person: PersonId) =>
  (await meeting.server.cabinet.read.remembered(person, meeting.meetingId))[paper.documentId];

test("the last place counts, whichever device said it, and repeating changes nothing", async () => {
  const { member } = meeting.people;
  expect(await change(member, placeAt(1))).toBe(200);
  expect(await change(member, placeAt(2))).toBe(200);
  expect(await change(member, placeAt(2))).toBe(200);
  expect((await remembered(member))?.place).toMatchObject({ page: 2, part: 0.25 });
});

test("bookmarks are one per page, in the order of pages, and can be taken away twice", async () => {
  const { chair } = meeting.people;
  const { versionId } = paper;
  for (const page of [2, 1, 2])
    expect(await change(chair, { what: "add", versionId, page })).toBe(200);
  expect((await remembered(chair))?.bookmarks.map(({ page }) => page)).toEqual([1, 2]);
  for (const _twice of [1, 2]) expect(await change(chair, { what: "remove", page: 1 })).toBe(200);
  expect((await remembered(chair))?.bookmarks.map(({ page }) => page)).toEqual([2]);
});

test("nobody gets another's, and who does not see the paper leaves nothing in it", async () => {
  const { chair, rapporteur, stranger } = meeting.people;
  expect(await change(chair, placeAt(2))).toBe(200);
  expect(await remembered(rapporteur)).toBeUndefined();
  expect(await change(stranger, placeAt(1))).toBe(404);
  expect(await remembered(stranger)).toBeUndefined();
});

test("today goes on where reading stopped, and tells of a newer version of what was read", async () => {
  const { chair, member, secretary } = meeting.people;
  const { meetingId, items } = meeting;
  const { read } = meeting.server.cabinet;
  const readingBy = async (person: PersonId) => {
    const view = await read.meetingView(meetingId, person);
    if (view === null) throw new Error("The meeting is out of sight.");
    return readingOf(view, await read.remembered(person, meetingId));
  };
  await change(member, placeAt(2));
  expect(await readingBy(member)).toMatchObject({
    last: { documentId: paper.documentId, title: { vi: "Tờ trình" }, page: 2, pages: 2 },
    renewed: [],
  });

  const { versionId } = await meeting.upload(pdf({ pages: ["One alone"] }));
  const { documentId } = paper;
  await meeting.must(secretary, {
    type: "document.attach",
    meetingId,
    itemId: items.open,
    documentId,
    versionId,
    kind: "submission",
    title: { vi: "Tờ trình", en: "Tờ trình" },
    grade: null,
  });
  await meeting.publish();
  expect(await readingBy(member)).toMatchObject({
    last: { page: 1, pages: 1 },
    renewed: [{ itemId: items.open, from: 1, to: 2 }],
  });
  await change(member, { what: "place", place: { versionId, page: 1, part: 0 } });
  expect((await readingBy(member)).renewed).toEqual([]);

  // who left a place in a paper and may not see it any more is told nothing of it
  const view = await read.meetingView(meetingId, chair);
  if (view === null) throw new Error("The meeting is out of sight.");
  const without = { ...view, shared: { ...view.shared, items: [] } };
  expect(readingOf(without, await read.remembered(chair, meetingId))).toEqual({
    last: null,
    renewed: [],
  });
});

test("what is no place is refused", async () => {
  const { member } = meeting.people;
  const before = await remembered(member);
  const { versionId } = paper;
  for (const nonsense of [
    "{",
    "[]",
    { what: "place", place: { versionId, page: 0, part: 0 } },
    { what: "place", place: { versionId, page: 1, part: 7 } },
    { what: "add", versionId, page: 2 ** 31 },
    { what: "add", versionId, page: 1, note: "x" },
    '{"what":"remove","page":1,"__proto__":{"page":2}}',
  ]) {
    expect(await change(member, nonsense)).toBe(400);
  }
  expect(await change(member, `{"x":"${"a".repeat(10_000)}"}`)).toBe(413);
  expect(await remembered(member)).toEqual(before);
});

test("no more bookmarks than anybody finds again", async () => {
  const { rapporteur } = meeting.people;
  await meeting.server.database.sql`
    insert into bookmark (person_id, meeting_id, document_id, page, version_id)
    select ${rapporteur}, ${meeting.meetingId}, ${paper.documentId}, page, ${randomUUID()}
    from generate_series(1, 500) page`;
  const { versionId } = paper;
  expect(await change(rapporteur, { what: "add", versionId, page: 501 })).toBe(400);
});
