/** The marks that go onto a device with a paper: whose they are, what stays with the server, and when they are asked anew. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentId, PersonId } from "../../domain/ids";
import { type Layer, markIn } from "../../domain/marks";
import { PaperMarks } from "../../domain/protocol";
import { aMarkId, aNote, contentOf, Desk, Marker } from "../support/marking";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

let meeting: PaperMeeting;
let paper: DocumentId;
let other: DocumentId;
let graded: DocumentId;
beforeAll(async () => {
  meeting = await openPaperMeeting({ GRADE_CEILING: "2" });
  const { open, closed } = meeting.items;
  ({ documentId: paper } = await meeting.addPaper(open, pdf({ pages: ["One"] }), "One"));
  ({ documentId: other } = await meeting.addPaper(closed, pdf({ pages: ["Two"] }), "Two"));
  ({ documentId: graded } = await meeting.addPaper(open, pdf({ pages: ["Three"] }), "Three", "M"));
  await meeting.publish();
}, 120_000);
afterAll(() => meeting.stop());

async function write(by: PersonId, documentId: DocumentId, layer: Layer, body: string) {
  const marker = await Marker.connect(meeting.server.address, await meeting.cookieOf(by));
  const desk = new Desk();
  desk.write(aMarkId(), aNote(body));
  const where = { meetingId: meeting.meetingId, documentId, layer };
  expect(await marker.send(where, desk)).toMatchObject([{ ok: true }]);
  marker.close();
}

async function get(by: PersonId, rest = "") {
  const address = `${meeting.server.address}/meetings/${meeting.meetingId}/offline-pack${rest}`;
  const headers = { Cookie: await meeting.cookieOf(by), Accept: "application/json" };
  const answer = await fetch(address, { headers, redirect: "manual" });
  return { status: answer.status, text: await answer.text() };
}

async function signsOf(by: PersonId): Promise<Record<string, string>> {
  return JSON.parse((await get(by)).text).marks;
}

const bodyOf = (value: unknown) => {
  const mark = markIn(value);
  return mark?.kind === "note" ? mark.body : "";
};

const bodiesIn = (text: string) => {
  const { logs } = PaperMarks.parse(JSON.parse(text));
  return logs.flatMap((log) => {
    const more = { write: null, layers: [], secretariat: [], readings: [] };
    const sheets = Object.values(contentOf({ ok: true, ...log, ...more }));
    const marks = sheets.flatMap((sheet) => Object.values(sheet));
    return marks.map((mark) => `${log.layer}: ${bodyOf(mark)}`);
  });
};

test("DV12 the marks that a person may see go with a paper, and nobody else's private ones", async () => {
  const { member, chair, secretary, rapporteur, stranger } = meeting.people;
  await write(member, paper, "private", "of the member alone");
  await write(member, paper, "office", "for the member's office");
  await write(chair, paper, "private", "of the chair alone");
  await write(chair, paper, "shared", "for all");
  const of = async (person: PersonId) => bodiesIn((await get(person, `/${paper}`)).text).sort();
  expect(await of(member)).toEqual([
    "office: for the member's office",
    "private: of the member alone",
    "shared: for all",
  ]);
  expect(await of(chair)).toEqual(["private: of the chair alone", "shared: for all"]);
  expect(await of(secretary)).toEqual(["shared: for all"]);
  expect((await get(stranger, `/${paper}`)).status).toBe(404);
  // of an item that is not theirs
  expect((await get(rapporteur, `/${other}`)).status).toBe(404);
  expect((await get(rapporteur, `/${paper}`)).status).toBe(200);
});

test("DV12 marks on a paper whose grade keeps it with the server stay there too", async () => {
  const { member } = meeting.people;
  await write(member, graded, "private", "on a graded paper");
  expect((await get(member, `/${graded}`)).status).toBe(404);
  expect(await signsOf(member)).not.toHaveProperty(graded);
});

test("DV12 a paper's sign changes with its marks, and only with those that are there for the asker", async () => {
  const { member, chair } = meeting.people;
  const before = { member: await signsOf(member), chair: await signsOf(chair) };
  expect(await signsOf(member)).toEqual(before.member);
  await write(member, other, "private", "one more");
  const after = await signsOf(member);
  expect(after[other]).not.toBe(before.member[other]);
  expect(after[paper]).toBe(before.member[paper]);
  expect(await signsOf(chair)).toEqual(before.chair);
});

test("DV13 what may be written is told with them, as of that moment", async () => {
  const { member, rapporteur } = meeting.people;
  const layersOf = async (person: PersonId) => {
    const { layers } = PaperMarks.parse(JSON.parse((await get(person, `/${paper}`)).text));
    return layers.map(({ layer, of, write: may }) => [layer, of, may]);
  };
  expect(await layersOf(member)).toEqual([
    ["private", member, true],
    ["office", member, true],
    ["shared", null, true],
  ]);
  expect(await layersOf(rapporteur)).toEqual([
    ["private", rapporteur, true],
    ["shared", null, true],
  ]);
});
