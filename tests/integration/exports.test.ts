/** What a person may take out of the cabinet: whose marks, under which name, in which form. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VersionText } from "../../domain/documents";
import type { DocumentId, PersonId, VersionId } from "../../domain/ids";
import { type Layer, type Mark, textAnchor } from "../../domain/marks";
import { aMarkId, aNote, Desk, Marker } from "../support/marking";
import { annotations, opened, words } from "../support/outgoing";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf, pdfWithJavaScript } from "../support/pdf";
import { qpdfCheck } from "../support/qpdf";

let meeting: PaperMeeting;
let open: { documentId: DocumentId; versionId: VersionId };
let closed: typeof open;
const markers: Marker[] = [];

beforeAll(async () => {
  meeting = await openPaperMeeting({ GRADE_CEILING: "1" });
  const { items } = meeting;
  open = await meeting.addPaper(items.open, pdf({ pages: ["First page", "Second page"] }), "Mot");
  closed = await meeting.addPaper(items.closed, pdf({ pages: ["Closed page"] }), "Kin");
  await meeting.publish();
}, 120_000);
afterAll(async () => {
  for (const marker of markers) marker.close();
  await meeting.stop();
});

async function write(
  by: PersonId,
  layer: Layer,
  marks: readonly Mark[],
  { documentId } = open,
  of?: PersonId,
) {
  const marker = await Marker.connect(meeting.server.address, await meeting.cookieOf(by));
  markers.push(marker);
  const desk = new Desk();
  const ids = marks.map(() => aMarkId());
  for (const [index, mark] of marks.entries()) desk.write(ids[index] ?? "", mark);
  const where = { meetingId: meeting.meetingId, documentId, layer, ...(of && { of }) };
  for (const answer of await marker.send(where, desk)) expect(answer).toMatchObject({ ok: true });
  return ids;
}

const noteOn = (versionId: VersionId, body: string): Mark => ({
  ...aNote(body),
  madeOn: versionId,
});

async function get(by: PersonId | null, versionId: string, query: string, locale = "vi") {
  const cookie = by === null ? "" : `${await meeting.cookieOf(by)}; locale=${locale}`;
  return await fetch(`${meeting.server.address}/documents/${versionId}/export${query}`, {
    headers: { Accept: "*/*", Cookie: cookie },
    redirect: "manual",
  });
}

async function taken(by: PersonId, versionId: string, query: string): Promise<Buffer> {
  const response = await get(by, versionId, query);
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

const bodiesIn = async (bytes: Uint8Array) =>
  (await annotations(bytes)).map(({ contentsObj }) => contentsObj.str).sort();

describe("EX11 only those marks leave that the asker may see", () => {
  beforeAll(async () => {
    const { chair, member } = meeting.people;
    await write(chair, "private", [noteOn(open.versionId, "Riêng của chủ trì")]);
    await write(member, "private", [noteOn(open.versionId, "Riêng của thành viên")]);
    await write(member, "office", [noteOn(open.versionId, "Của văn phòng thành viên")]);
    await write(member, "shared", [noteOn(open.versionId, "Chung của thành viên")]);
    await write(chair, "shared", [noteOn(open.versionId, "Chung của chủ trì")]);
  }, 60_000);

  const all = "?marks=private,office,shared";

  test("the own private ones, the own office's, and the shared ones, by name", async () => {
    const bytes = await taken(meeting.people.member, open.versionId, all);
    expect(await qpdfCheck(bytes)).toBe(0);
    const read = await annotations(bytes);
    expect(read.map(({ titleObj, contentsObj }) => [titleObj.str, contentsObj.str]).sort()).toEqual(
      [
        ["chair", "Chung của chủ trì"],
        ["member", "Chung của thành viên"],
        ["member", "Của văn phòng thành viên"],
        ["member", "Riêng của thành viên"],
      ],
    );
  });

  test("of those only the layers that are asked for", async () => {
    const { member, rapporteur } = meeting.people;
    const own = await taken(member, open.versionId, "?marks=private");
    expect(await bodiesIn(own)).toEqual(["Riêng của thành viên"]);
    expect(await bodiesIn(await taken(member, open.versionId, ""))).toEqual([]);
    const shared = await taken(rapporteur, open.versionId, all);
    expect(await bodiesIn(shared)).toEqual(["Chung của chủ trì", "Chung của thành viên"]);
  });

  test("the list of a rapporteur has not a word of what others wrote for themselves", async () => {
    const list = (
      await taken(meeting.people.rapporteur, open.versionId, `${all}&as=list`)
    ).toString();
    expect(list).not.toContain("Riêng");
    expect(list).not.toContain("văn phòng thành viên");
    expect(list.split("\r\n")).toHaveLength(4);
  });

  test("an office's layer goes to whom the member has named, while named", async () => {
    const { member, rapporteur } = meeting.people;
    await meeting.serve(rapporteur);
    const staff = { bodyId: meeting.bodyId, personId: rapporteur };
    await meeting.must(member, { type: "office.name_staff", ...staff });
    const office = "?marks=office";
    expect(await bodiesIn(await taken(rapporteur, open.versionId, office))).toEqual([
      "Của văn phòng thành viên",
    ]);
    await meeting.must(member, { type: "office.remove_staff", ...staff });
    expect(await bodiesIn(await taken(rapporteur, open.versionId, office))).toEqual([]);
  });
});

test("a third export of one person at once has to wait, and nobody else's does", async () => {
  const { member, rapporteur } = meeting.people;
  const asks = [member, member, member, rapporteur].map((by) => get(by, open.versionId, ""));
  const answers = await Promise.all(asks);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 503]);
  expect(answers[3]?.status).toBe(200);
  const busy = answers.find(({ status }) => status === 503);
  expect(await busy?.json()).toMatchObject({
    reason: "busy",
    sentence: expect.stringContaining("thử lại"),
  });
  for (const answer of answers) if (!answer.bodyUsed) await answer.arrayBuffer();
});

describe("who sees no paper takes none", () => {
  test.each([
    ["a stranger", "stranger"],
    ["who is not asked for the item", "rapporteur"],
  ] as const)("%s gets what nobody would get", async (_name, role) => {
    const refused = await get(meeting.people[role], closed.versionId, "?marks=shared");
    const nothing = await get(meeting.people[role], crypto.randomUUID(), "?marks=shared");
    expect([refused.status, await refused.text()]).toEqual([404, await nothing.text()]);
  });

  test("nonsense is not there either, and who is not signed in gets none", async () => {
    const { member } = meeting.people;
    for (const query of ["?as=exe", "?marks=everything", "?marks=private,private,private,private"])
      expect((await get(member, open.versionId, query)).status).toBe(404);
    expect((await get(member, "not-an-id", "")).status).toBe(404);
    expect((await get(null, open.versionId, "")).status).toBe(401);
  });
});

test("what acts by itself does not leave", async () => {
  const { items, people } = meeting;
  const { versionId } = await meeting.addPaper(items.open, pdfWithJavaScript(), "Script");
  await meeting.publish();
  const bytes = await taken(people.member, versionId, "");
  const document = await opened(bytes);
  expect(await document.hasJSActions()).toBe(false);
  expect(await document.getOpenAction()).toBeNull();
  await document.destroy();
  expect(bytes.toString("latin1")).not.toContain("app.alert");
});

test("EX5 a paper of a closed item carries the name of who takes it, the time and the meeting", async () => {
  const bare = await words(await taken(meeting.people.member, open.versionId, ""), 1);
  expect(bare).toBe("First page");
  const text = await words(await taken(meeting.people.member, closed.versionId, ""), 1);
  expect(text).toMatch(/member · \d\d:\d\d \d\d\/\d\d\/2026 · Phiên họp thường kỳ tháng 11/);
});

test("EX12 a print carries the pack's numbers, opens in the browser, and asks to print", async () => {
  const { member } = meeting.people;
  const response = await get(member, closed.versionId, "?as=print");
  expect(response.headers.get("content-disposition")).toMatch(/^inline; filename="To trinh.pdf"/);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get("content-length")).toBe(String(bytes.length));
  // the open item's paper has two pages
  expect((await words(bytes, 1)).endsWith("3")).toBe(true);
  const document = await opened(bytes);
  expect(await document.getOpenAction()).toMatchObject({ action: "Print" });
  await document.destroy();
  const kept = await opened(await taken(member, closed.versionId, ""));
  expect(await kept.getOpenAction()).toBeNull();
  await kept.destroy();
});

test("EX6 a grade stands on every page, in the reader's language, with the name", async () => {
  const { items, people } = meeting;
  const { versionId } = await meeting.addPaper(items.open, pdf({ pages: ["A", "B"] }), "Mat", "M");
  await meeting.publish();
  const texts = async (locale: string) => {
    const response = await get(people.member, versionId, "", locale);
    const bytes = Buffer.from(await response.arrayBuffer());
    return [await words(bytes, 1), await words(bytes, 2)];
  };
  for (const text of await texts("vi")) expect(text).toMatch(/member · .*MẬT.*MẬT/);
  for (const text of await texts("en"))
    expect(text).toMatch(/member · .*CONFIDENTIAL.*CONFIDENTIAL/);
});

describe("when a paper has got a new version", () => {
  let second: VersionId;
  let older: VersionText;

  beforeAll(async () => {
    const { items, people, meetingId } = meeting;
    const sentences = Array.from(
      { length: 12 },
      (_, n) => `Sentence number ${n} says ${n * 7919}.`,
    );
    const bytes = (kept: readonly string[]) => pdf({ pages: ["A cover page", kept.join("\n")] });
    const paper = await meeting.addPaper(items.open, bytes(sentences), "Versions");
    await meeting.publish();
    const text = await fetch(`${meeting.server.address}/documents/${paper.versionId}/text`, {
      headers: { Cookie: await meeting.cookieOf(people.member) },
    });
    older = VersionText.parse(await text.json());
    const on = (words: string, kind: "highlight" | "strike"): Mark => {
      const whole = older.pages.map((page) => page.text).join("\n");
      const start = whole.indexOf(words);
      const anchor = textAnchor(older, { start, end: start + words.length });
      if (anchor === null) throw new Error("no such words");
      const { madeAt } = aNote("");
      const made = { v: 1, madeOn: paper.versionId, madeAt } as const;
      return { ...made, kind, anchor, colour: "amend", body: words, mentions: [] };
    };
    await write(
      people.member,
      "private",
      [
        on("Sentence number 8 says 63352", "highlight"),
        on("Sentence number 3 says 23757", "strike"),
      ],
      paper,
    );
    const { versionId } = await meeting.upload(bytes(sentences.filter((_, n) => n !== 3)));
    second = versionId;
    await meeting.must(people.secretary, {
      type: "document.attach",
      meetingId,
      itemId: items.open,
      documentId: paper.documentId,
      versionId,
      kind: "submission",
      title: { vi: "Versions", en: "" },
      grade: null,
    });
    await meeting.publish();
  }, 60_000);

  test("EX7, EX8 a mark leaves where its words are now; one whose words are gone is listed at the end", async () => {
    const bytes = await taken(meeting.people.member, second, "?marks=private");
    expect(await qpdfCheck(bytes)).toBe(0);
    const [kept, ...none] = await annotations(bytes, 2);
    expect(none).toEqual([]);
    expect(kept).toMatchObject({ subtype: "Highlight" });
    const document = await opened(bytes);
    expect(document.numPages).toBe(3);
    await document.destroy();
    expect(await words(bytes, 3)).toContain("Sentence number 3 says 23757");
    expect(await words(bytes, 3)).not.toContain("63352");
  });
});
