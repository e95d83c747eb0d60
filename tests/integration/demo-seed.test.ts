/** The demonstration is seeded by commands through the real door, into a real database, and what is in it can be found. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../db";
import { demoAccounts, isDemoSeeded, seedDemo } from "../../db/demo";
import { memberId } from "../../db/demo/people";
import { meetingIdOf } from "../../db/demo/seed/papers";
import { VersionText } from "../../domain/documents";
import type { MeetingId, PersonId } from "../../domain/ids";
import { packPage } from "../../domain/meetings";
import { type PaperText, SearchAnswer, searchedPapersOf, searchOffline } from "../../domain/search";
import { type Documents, openDocuments } from "../../server/documents";
import { type OpenCabinet, openCabinet } from "../../server/open-cabinet";
import { openAccounts, openPasswords } from "../../server/people";
import { copyDatabase, type DatabaseCopy } from "../support/database";
import { queriesOn } from "../support/typed-queries";

const now = new Date("2026-11-25T02:25:00.000Z");
let dataDir: string;
let copy: DatabaseCopy;
let database: Database;
let documents: Documents;
let cabinet: OpenCabinet;

const accountOf = (name: string) => {
  const account = demoAccounts.find((candidate) => candidate.name === name);
  if (account === undefined) throw new Error(`nobody is called ${name}`);
  return account.personId;
};
/** `cutAfter`: the power fails after so many commands. */
function seed(at: Date = now, cutAfter = Number.POSITIVE_INFINITY) {
  let commands = 0;
  return seedDemo({
    sql: database.sql,
    now: at,
    execute: (...command) => {
      commands += 1;
      if (commands > cutAfter) throw new Error("the power failed");
      return cabinet.door.execute(...command);
    },
    accounts: openAccounts(database, openPasswords()),
    intake: documents.intake,
  });
}

async function meetingSeenBy(name: string, title: string) {
  const personId = accountOf(name);
  const summary = (await cabinet.cabinet.read.meetings(personId)).find((meeting) =>
    meeting.info.title.vi.includes(title),
  );
  if (summary === undefined) throw new Error(`${name} does not see "${title}"`);
  const view = await cabinet.cabinet.read.meetingView(summary.meetingId, personId);
  if (view === null) throw new Error("no view");
  return view;
}

/** What the member's device holds: the papers of the own view, each with the text that is served. */
async function packAsKept(meetingId: MeetingId, member: PersonId): Promise<PaperText[]> {
  const view = await cabinet.cabinet.read.meetingView(meetingId, member);
  if (view === null) throw new Error("the member does not see the meeting");
  return Promise.all(
    searchedPapersOf(view.shared).map(async (paper) => {
      const [row] = await database.sql<{ sha256: string }[]>`
        select sha256 from document_version where version_id = ${paper.versionId}`;
      const text = row && (await documents.readings.readText(row.sha256));
      return { paper, text: VersionText.parse(JSON.parse(JSON.stringify(text))) };
    }),
  );
}

describe("the demonstration", () => {
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), "demo-seed-"));
    copy = await copyDatabase();
    database = await copy.open();
    documents = await openDocuments({
      drizzle: database.drizzle,
      dataDir,
      maxDocumentBytes: 50_000_000,
    });
    cabinet = openCabinet(database, { gradeCeiling: 0 });
    await expect(seed(now, 250)).rejects.toThrow("the power failed");
    expect(await isDemoSeeded(database.sql)).toBe(false);
    // taken up the next morning: the dates stay those of the first day
    await seed(new Date(now.getTime() + 86_400_000));
  }, 240_000);

  afterAll(async () => {
    await cabinet.door.stop();
    await documents.stop();
    await database.close();
    await copy.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it("is there once, also when it was cut off, and another start does nothing", async () => {
    expect(await isDemoSeeded(database.sql)).toBe(true);
    const count = async () =>
      (await database.sql<{ n: string }[]>`select count(*) as n from journal`)[0]?.n;
    const before = await count();
    await seed();
    expect(await count()).toBe(before);
  });

  it("shows the live session as the demo tells it", async () => {
    const { shared, me } = await meetingSeenBy("Lương Bích Ngà", "tháng 11 năm 2026");
    expect(shared.phase.name).toBe("in_session");
    expect(shared.quorum).toMatchObject({ total: 27, present: 23, required: 18, quorate: true });
    expect(shared.seats.filter((seat) => seat.invitation === "confirmed")).toHaveLength(25);
    const health = shared.seats.find((seat) => seat.order === 21);
    expect(health?.invitation).toBe("substitute_named");
    expect(health?.substitute?.name).toBe("Cung Thị Hiền");
    expect(shared.seats.find((seat) => seat.order === 8)?.presence.state).toBe("remote");
    expect(shared.items.map((item) => item.course.state)).toEqual([
      "concluded",
      "current",
      ...Array.from({ length: 7 }, () => "planned"),
    ]);
    const [first, second] = shared.items;
    expect(second?.papers).toHaveLength(8);
    expect(
      first?.papers.map((paper) => (paper.holding.type === "file" ? paper.holding.pages : 0)),
    ).toEqual([64, 28, 46, 3, 12]);
    const submission = second?.papers[0]?.holding;
    expect(submission?.type === "file" ? packPage(submission.numbers, 1) : null).toBe("154");
    expect(shared.items[8]?.papers[0]?.holding).toEqual({ type: "paper_only", copies: 27 });
    expect(shared.ballots.map((each) => each.state)).toEqual(["declared"]);
    const chair = await meetingSeenBy("Đoàn Minh Khải", "tháng 11 năm 2026");
    expect(chair.me.can).toContain("ballot.open");
    const ballot = chair.shared.ballots.find((candidate) => candidate.itemId === second?.itemId);
    expect(ballot?.state).toBe("prepared");
    expect(ballot?.required).toBe(14);
    expect(me.capacity).toBe("member");
    expect(shared.revision?.number).toBe(2);
  });

  it("has a paper of the live session with a minister's secretary, and a draft of hers", async () => {
    const staff = accountOf("Doãn Phúc An");
    const { handovers, meetings } = cabinet.cabinet.read;
    const [handed] = await handovers(staff);
    expect(handed).toMatchObject({
      member: { name: "Quách Thu Thủy" },
      finishedAt: null,
      papers: [{ item: { number: "2" } }],
    });
    expect(await meetings(staff)).toEqual([]);
    const rows = await database.sql`
      select author from mark_update join mark_channel using (channel) where layer = 'office'`;
    expect(rows).toEqual([{ author: staff }]);
  });

  it("remembers October with its two ballots", async () => {
    const { shared } = await meetingSeenBy("Giáp Trung Trực", "tháng 10 năm 2026");
    expect(shared.phase.name).toBe("closed");
    const results = shared.ballots.map((ballot) => ballot.result);
    expect(results[0]).toMatchObject({
      passed: true,
      tally: { yes: 19, no: 5, abstain: 2, not_answered: 1 },
    });
    expect(results[1]).toMatchObject({
      passed: false,
      tally: { yes: 13, no: 13, abstain: 0, not_answered: 1 },
      required: 14,
    });
  });

  it("lets December wait for approval and the province meet in its own words", async () => {
    const { shared } = await meetingSeenBy("Lã Thị Thanh", "xây dựng pháp luật tháng 12");
    expect(shared.phase.name).toBe("awaiting_approval");
    const province = await meetingSeenBy("Khổng Đức Thuận", "UBND tỉnh Tân Hải");
    expect(province.shared.seats).toHaveLength(23);
    expect(province.shared.words.presiding.vi).toBe("Chủ tọa");
  });

  it("keeps the closed item and the pack from those who may not see them", async () => {
    const observer = await meetingSeenBy("Hà Quỳnh Chi", "tháng 11 năm 2026");
    expect(JSON.stringify(observer)).not.toContain("hạ tầng thông tin trọng yếu");
    expect(await cabinet.cabinet.read.meetings(accountOf("Nông Văn Kỹ"))).toEqual([]);
  });

  it("offers two columns of six at sign-in", () => {
    const inColumn = (column: string) =>
      demoAccounts.filter((account) => account.introduction.column === column);
    expect(inColumn("members")).toHaveLength(6);
    expect(inColumn("office")).toHaveLength(6);
    expect(new Set(demoAccounts.map((account) => account.userName)).size).toBe(demoAccounts.length);
    expect(demoAccounts.find((account) => account.name === "Lương Bích Ngà")?.userName).toBe(
      "ngalb.btp",
    );
  });

  describe("its pack, searched on the server and over its texts as a device keeps them: the answers are equal", () => {
    const meetingId = meetingIdOf("november");
    const member = memberId(7);
    let pack: PaperText[];
    beforeAll(async () => {
      pack = await packAsKept(meetingId, member);
    }, 120_000);

    it("200 random queries: the same hits, in the same order, to the last letter", async () => {
      expect(pack.reduce((sum, { text }) => sum + text.pages.length, 0)).toBeGreaterThan(1_500);
      const readings = new Map<string | null, number>();
      for (const typed of queriesOn(pack, 200)) {
        const asked = { typed, documentId: null };
        const answered = await cabinet.cabinet.read.searchMeeting(meetingId, member, asked);
        const served = SearchAnswer.parse(JSON.parse(JSON.stringify(answered)));
        expect(searchOffline(pack, typed), typed).toEqual(served);
        const { reading, count } = served;
        if (count > 0) readings.set(reading, (readings.get(reading) ?? 0) + 1);
      }
      // and they do find something, by every reading
      expect([...readings.keys()].sort()).toEqual(["apart", "begun", "together"]);
      expect([...readings.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThan(190);
    }, 240_000);

    it("one paper alone gives what the pack gives of it", async () => {
      for (const typed of queriesOn(pack, 20)) {
        const whole = searchOffline(pack, typed);
        const [first] = whole.papers;
        if (first === undefined) continue;
        const { documentId } = first.paper;
        const alone = await cabinet.cabinet.read.searchMeeting(meetingId, member, {
          typed,
          documentId,
        });
        expect(alone?.count, typed).toBe(first.count);
        expect(alone?.papers[0]?.hits.slice(0, first.hits.length), typed).toEqual(first.hits);
      }
    }, 120_000);
  });
});
