/** A paper handed over to a member's staff, at every door: what opens, what stays shut, and that it ends at once. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { RawSocket } from "../../bench/raw-socket";
import { type DocumentId, HandoverId, type VersionId } from "../../domain/ids";
import { clientMessages, serverMessages } from "../../domain/protocol";
import { aMarkId, aNote, contentOf, Desk, Marker } from "../support/marking";
import { headersOf, openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

type PaperIds = { documentId: DocumentId; versionId: VersionId };

let meeting: PaperMeeting;
let first: PaperIds;
let second: PaperIds;
let closed: PaperIds;
let handoverId: HandoverId;

beforeAll(async () => {
  meeting = await openPaperMeeting();
  const { items } = meeting;
  first = await meeting.addPaper(items.open, pdf({ pages: ["Reforestation fund"] }), "Mot");
  second = await meeting.addPaper(items.open, pdf({ pages: ["Reforestation again"] }), "Hai");
  closed = await meeting.addPaper(items.closed, pdf({ pages: ["Reforestation closed"] }), "Kin");
  await meeting.publish();
}, 120_000);
afterAll(() => meeting.stop());

beforeEach(async () => {
  const { bodyId, people } = meeting;
  await meeting.must(people.member, {
    type: "office.name_staff",
    bodyId,
    personId: people.staff,
  });
  await handOver();
});

const takeBack = () =>
  meeting.must(meeting.people.member, {
    type: "handover.take_back",
    meetingId: meeting.meetingId,
    handoverId,
  });

async function handOver(): Promise<void> {
  const { meetingId, people } = meeting;
  const { handovers } = (await meeting.server.cabinet.read.meetingView(meetingId, people.member))
    ?.me ?? { handovers: [] };
  for (const given of handovers)
    await meeting.must(people.member, {
      type: "handover.take_back",
      meetingId,
      handoverId: given.handoverId,
    });
  handoverId = HandoverId.parse(randomUUID());
  await meeting.must(people.member, {
    type: "handover.give",
    meetingId,
    handoverId,
    personId: people.staff,
    documentIds: [first.documentId],
    note: "Dự thảo ý kiến",
    dueOn: "2026-12-01",
  });
}

async function get(address: string) {
  const response = await fetch(meeting.server.address + address, {
    headers: { Accept: "*/*", Cookie: await meeting.cookieOf(meeting.people.staff) },
    redirect: "manual",
  });
  return { status: response.status, text: await response.text() };
}

const status = async (address: string) => (await get(address)).status;

const doorsOf = ({ documentId, versionId }: PaperIds) => [
  `/documents/${versionId}`,
  `/documents/${versionId}/text`,
  `/documents/${versionId}/pages`,
  `/documents/${versionId}/pages/1/poster.webp`,
  `/documents/${versionId}/export?as=pdf&marks=private,office,shared`,
  `/meetings/${meeting.meetingId}/papers/${documentId}.data`,
  `/meetings/${meeting.meetingId}/papers/${documentId}/readers?layer=office`,
];

describe("HO4 what opens", () => {
  test("the paper handed over at every door, and no other paper at any", async () => {
    for (const door of doorsOf(first)) expect([door, await status(door)]).toEqual([door, 200]);
    for (const paper of [second, closed])
      for (const door of doorsOf(paper)) expect([door, await status(door)]).toEqual([door, 404]);
  });

  test("no room, no list of meetings, no pack for a device, and nobody of the sitting", async () => {
    const { meetingId } = meeting;
    for (const door of ["room", "chair", "edit", "attendance", "offline-pack"])
      expect([door, await status(`/meetings/${meetingId}/${door}.data`)]).toEqual([door, 404]);
    expect((await get("/meetings.data")).text).not.toContain(meetingId);
    const { text } = await get(`/meetings/${meetingId}/papers/${first.documentId}.data`);
    expect(text).not.toContain("Nội dung kín");
    expect(text).not.toContain("Hai");
    expect(text).not.toContain("Thành viên 1");
    expect((await get(`/meetings/${meetingId}.data`)).text).toContain(first.documentId);
  });

  test("Today says who asks, which paper of which meeting, what for and by when", async () => {
    const { text } = await get("/_root.data");
    for (const part of ["Thành viên 2", "Mot", "Phân cấp", "Dự thảo ý kiến", "2026-12-01"])
      expect(text).toContain(part);
    expect(text).not.toContain("Hai");
  });

  test("search finds in what was handed over only", async () => {
    const { meetingId } = meeting;
    for (const door of [
      `/meetings/${meetingId}/search?q=reforestation`,
      "/search/answer?q=reforestation",
    ]) {
      const { text } = await get(door);
      expect(text).toContain(first.documentId);
      expect(text).not.toContain(second.documentId);
      expect(text).not.toContain(closed.documentId);
    }
    const paper = `/meetings/${meetingId}/search?q=reforestation&paper=${second.documentId}`;
    expect(await status(paper)).toBe(404);
  });

  test("of the marks the office's alone: nothing private of the member, nothing shared", async () => {
    const { member, staff } = meeting.people;
    const where = { meetingId: meeting.meetingId, documentId: first.documentId } as const;
    const ofMember = await Marker.connect(meeting.server.address, await meeting.cookieOf(member));
    for (const layer of ["private", "office", "shared"] as const) {
      const desk = new Desk();
      desk.write(aMarkId(), aNote(`${layer} of the member`));
      for (const answer of await ofMember.send({ ...where, layer }, desk))
        expect(answer).toMatchObject({ ok: true });
    }
    const ofStaff = await Marker.connect(meeting.server.address, await meeting.cookieOf(staff));
    const office = await ofStaff.open({ ...where, layer: "office", of: member });
    expect(JSON.stringify(contentOf(office))).toContain("office of the member");
    expect(office).toMatchObject({
      layers: [
        { layer: "private", of: staff, write: true },
        { layer: "office", of: member, write: true },
      ],
    });
    for (const shut of [
      { layer: "shared" },
      { layer: "private", of: member },
      { layer: "office" },
    ] as const)
      expect(await ofStaff.open({ ...where, ...shut })).toMatchObject({
        refusal: { code: "not_found" },
      });
    const draft = new Desk();
    draft.write(aMarkId(), aNote("Bản nháp"));
    const sent = await ofStaff.send({ ...where, layer: "office", of: member }, draft);
    expect(sent).toMatchObject([{ ok: true }]);
    await expect
      .poll(() => ofMember.heard.at(-1))
      .toMatchObject({ layer: "office", updates: [{ owner: member, author: staff }] });
    const list = `/documents/${first.versionId}/export?as=list&marks=private,office,shared`;
    const { text } = await get(list);
    expect(text).toContain("Bản nháp");
    expect(text).not.toContain("shared of the member");
    expect(text).not.toContain("private of the member");
    ofMember.close();
    ofStaff.close();
  });
});

describe("HO5 it ends at once, for those who are reading too", () => {
  const ends = {
    "it is taken back": takeBack,
    "the member removes the person on the account page": async () => {
      const { server, people, bodyId } = meeting;
      const form = { intent: "remove-staff", bodyId, personId: people.staff };
      const response = await fetch(`${server.address}/account.data`, {
        method: "POST",
        headers: await headersOf(meeting, people.member),
        body: new URLSearchParams(form),
      });
      expect(response.status).toBeLessThan(400);
      await response.text();
    },
    "the item is closed, before it is published": () => edit(true),
  };
  const edit = async (isClosed: boolean) => {
    const { meetingId, items, people, server } = meeting;
    const view = await server.cabinet.read.meetingView(meetingId, people.secretary);
    const item = view?.shared.office?.items.find(({ itemId }) => itemId === items.open);
    if (item === undefined) throw new Error("the desk has the item");
    const { title, purpose, treatment, grade, leadAgency, presenter, minutes } = item;
    const content = { title, purpose, treatment, grade, leadAgency, presenter, minutes };
    await meeting.must(people.secretary, {
      type: "agenda.edit_item",
      meetingId,
      itemId: items.open,
      basedOnEdition: item.edition,
      content: { ...content, openToObservers: false, closed: isClosed },
    });
  };

  for (const [when, happens] of Object.entries(ends))
    test(`when ${when}`, async () => {
      const { meetingId, server, people } = meeting;
      const cookie = await meeting.cookieOf(people.staff);
      const line = await RawSocket.connect(server.address, cookie);
      const told: string[] = [];
      line.onEvent = (text) => told.push(text);
      const joined = clientMessages.join.answer.parse(await line.ask("join", { meetingId }));
      expect(joined.ok).toBe(true);
      const marker = await Marker.connect(server.address, cookie);
      const { documentId } = first;
      const office = { meetingId, documentId, layer: "office", of: people.member } as const;
      expect(await marker.open(office)).toMatchObject({ ok: true });

      await happens();
      await expect
        .poll(() => told.map((text) => text.slice(2)))
        .toContain(JSON.stringify(["gone", serverMessages.gone.parse({ meetingId })]));
      await expect.poll(() => marker.layers).toMatchObject([{ documentId, layers: [] }]);
      for (const door of doorsOf(first)) expect([door, await status(door)]).toEqual([door, 404]);
      expect(await line.ask("join", { meetingId })).toMatchObject({
        refusal: { code: "not_found" },
      });
      expect(await marker.open(office)).toMatchObject({ refusal: { code: "not_found" } });
      expect((await get("/_root.data")).text).not.toContain("Dự thảo ý kiến");
      // what is said in the office's room from now on does not reach the one who left it
      const heard = marker.frames.length;
      const member = await Marker.connect(server.address, await meeting.cookieOf(people.member));
      const desk = new Desk();
      desk.write(aMarkId(), aNote("Sau khi thu lại"));
      expect(await member.send({ meetingId, documentId, layer: "office" }, desk)).toMatchObject([
        { ok: true },
      ]);
      expect(await marker.socket.ask("clock", { used: false })).toMatchObject({ ok: true });
      expect(marker.frames.slice(heard).join()).not.toContain('"marks"');
      line.close();
      marker.close();
      member.close();
      if (when.startsWith("the item")) await edit(false);
    });
});

test("the member is told at once that it is prepared", async () => {
  const { meetingId, server, people } = meeting;
  const line = await RawSocket.connect(server.address, await meeting.cookieOf(people.member));
  const told: string[] = [];
  line.onEvent = (text) => told.push(text);
  await line.ask("join", { meetingId });
  await meeting.must(people.staff, { type: "handover.finish", meetingId, handoverId });
  await expect.poll(() => told.join()).toMatch(/"finishedAt":"20/);
  line.close();
});
