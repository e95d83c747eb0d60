/** Search as everybody: what is found, that nobody finds what they may not see, and that offline finds the same. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { connect } from "../../db/connect";
import { dayIn, standingOf } from "../../domain/bodies";
import type { PersonId } from "../../domain/ids";
import { type PhaseName, packPage, type Sight, sightOf } from "../../domain/meetings";
import { instantOf } from "../../domain/text";
import { indexMissing } from "../../server/search";
import {
  type EveryPhase,
  openEveryPhase,
  phases,
  type Role,
  roleNames,
  roles,
  thingsOf,
} from "../support/every-phase";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

const Answer = z.object({
  reading: z.enum(["together", "begun", "apart"]).nullable(),
  count: z.int(),
  complete: z.boolean(),
  papers: z.array(
    z.object({
      paper: z.object({
        versionId: z.string(),
        title: z.object({ vi: z.string() }),
        numbers: z.array(z.object({ number: z.int(), letter: z.int(), pages: z.int() })),
      }),
      count: z.int(),
      hits: z.array(
        z.object({ page: z.int(), exact: z.boolean(), snippet: z.object({ text: z.string() }) }),
      ),
    }),
  ),
  silent: z.array(z.object({ paper: z.object({ title: z.object({ vi: z.string() }) }) })),
});

describe("a word planted in every paper of every meeting", () => {
  let every: EveryPhase;
  const which = ["plain", "closed", "open"] as const;
  type Which = (typeof which)[number];
  /** stands in one paper alone */
  const wordOf = (phase: PhaseName, paper: Which) => `canary${phase.replace("_", "")}${paper}`;

  beforeAll(async () => {
    every = await openEveryPhase();
    const { database } = every.node;
    // The papers share one upload: each gets a text of its own, which only the owner of the tables may do.
    const owner = connect(database.url, { max: 1 });
    await owner.begin(async (tx) => {
      await tx`alter table document_version disable trigger document_version_settled`;
      for (const [row, phase] of phases.entries()) {
        for (const [column, paper] of which.entries()) {
          const sha256 = `${row}${column}`.padStart(64, "0");
          const { versionId } = thingsOf(phase).papers[paper];
          const content = `Trang có chữ ${wordOf(phase, paper)} và chữ chung`;
          await tx`insert into page_text (sha256, page, content) values (${sha256}, 1, ${content})`;
          await tx`update document_version set sha256 = ${sha256} where version_id = ${versionId}`;
        }
      }
      await tx`alter table document_version enable trigger document_version_settled`;
    });
    await owner.end();
    await indexMissing(database.drizzle);
  }, 120_000);
  afterAll(() => every.stop());

  async function ask(who: Role | "nobody", address: string) {
    const response = await fetch(every.server.address + address, {
      redirect: "manual",
      headers: who === "nobody" ? {} : { Cookie: every.cookies[who] },
    });
    return { status: response.status, text: await response.text() };
  }

  async function sightsOf(phase: PhaseName): Promise<(role: Role) => Sight | null> {
    const found = await every.node.door.meeting(thingsOf(phase).meetingId);
    if (found === null) throw new Error(`no meeting is ${phase}`);
    const day = dayIn(found.body.timeZone, instantOf(new Date()));
    return (role) => sightOf(found.meeting, standingOf(found.body, roles[role], day));
  }

  /** With its item, or handed over by itself. */
  const isSeen = (sight: Sight | null, phase: PhaseName, paper: Which) => {
    const { papers, ...items } = thingsOf(phase);
    if (sight === null) return false;
    const { documentId } = papers[paper];
    return (
      sight.items === "all" ||
      sight.items.includes(items[paper]) ||
      sight.papers.some((handed) => handed === documentId)
    );
  };

  test("is found by those who may see its paper, wherever they search, and by nobody else", async () => {
    const wrong: string[] = [];
    let found = 0;
    for (const phase of phases) {
      const sights = await sightsOf(phase);
      const { meetingId, papers } = thingsOf(phase);
      const walk = roleNames.flatMap((role) => which.map((paper) => ({ role, paper })));
      await Promise.all(
        walk.map(async ({ role, paper }) => {
          const sight = sights(role);
          const sees = isSeen(sight, phase, paper);
          if (sees) found += 1;
          const q = wordOf(phase, paper).toUpperCase();
          const where = `${phase} ${role} ${paper}`;
          const everything = await ask(role, `/search/answer?q=${q}`);
          const expected = sees ? [papers[paper].versionId] : [];
          expect(versionsIn(everything.text), where).toEqual(expected);
          const inMeeting = await ask(role, `/meetings/${meetingId}/search?q=${q}`);
          if (inMeeting.status !== (sight === null ? 404 : 200))
            wrong.push(`${where}: ${inMeeting.status} for the meeting`);
          if (sight !== null) expect(versionsIn(inMeeting.text), where).toEqual(expected);
          const { documentId } = papers[paper];
          const inPaper = await ask(
            role,
            `/meetings/${meetingId}/search?q=${q}&paper=${documentId}`,
          );
          if (inPaper.status !== (sees ? 200 : 404))
            wrong.push(`${where}: ${inPaper.status} for the paper`);
          if (sees) expect(versionsIn(inPaper.text), where).toEqual(expected);
          // who asked knows the word; nobody may learn what stands around it, or that there is such a paper
          for (const { text } of [everything, inMeeting, inPaper])
            if (!sees && /Trang có chữ/.test(text)) wrong.push(`${where} was told: ${text}`);
        }),
      );
    }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(150);
  }, 120_000);

  test("a word that stands in all papers gives everybody their own papers alone", async () => {
    const sights = await Promise.all(
      phases.map(async (phase) => [phase, await sightsOf(phase)] as const),
    );
    for (const role of roleNames) {
      const expected = sights.flatMap(([phase, sightFor]) => {
        const sight = sightFor(role);
        const { papers } = thingsOf(phase);
        return which
          .filter((paper) => isSeen(sight, phase, paper))
          .map((paper) => papers[paper].versionId);
      });
      const { text } = await ask(role, "/search/answer?q=chu+chung");
      expect(versionsIn(text).sort(), role).toEqual(expected.sort());
    }
  }, 60_000);

  test("nobody finds anything without a session", async () => {
    const { meetingId } = thingsOf("published");
    for (const address of ["/search/answer?q=chu", `/meetings/${meetingId}/search?q=chu`]) {
      const { status, text } = await ask("nobody", address);
      expect([302, 401]).toContain(status);
      expect(text).not.toContain("canary");
    }
  });

  test("a meeting that is not there and one that is not yours are the same answer", async () => {
    const strip = (text: string) => text.replace(/nonce-?[\w"=/+-]+|[0-9a-f-]{36}/g, "");
    const notYours = await ask(
      "stranger",
      `/meetings/${thingsOf("published").meetingId}/search?q=chu`,
    );
    const notThere = await ask("stranger", `/meetings/${randomUUID()}/search?q=chu`);
    expect(notYours.status).toBe(404);
    expect(strip(notYours.text)).toBe(strip(notThere.text));
  });

  const versionsIn = (text: string) =>
    Answer.parse(JSON.parse(text)).papers.map(({ paper }) => paper.versionId);
});

describe("the papers of a meeting", () => {
  let meeting: PaperMeeting;
  beforeAll(async () => {
    meeting = await openPaperMeeting();
    const { items } = meeting;
    await meeting.addPaper(
      items.open,
      pdf({ pages: ["quan ly dat dai", "khac", "Dat dai, dat dai"] }),
      "Tờ trình",
    );
    await meeting.addPaper(items.open, pdf({ pages: [""] }), "Bản quét");
    await meeting.addPaper(items.closed, pdf({ pages: ["dat dai kin"] }), "Báo cáo kín");
    await meeting.publish();
  }, 120_000);
  afterAll(() => meeting.stop());

  async function search(by: PersonId, typed: string, more = "") {
    const address = `/meetings/${meeting.meetingId}/search?q=${encodeURIComponent(typed)}${more}`;
    const response = await fetch(meeting.server.address + address, {
      headers: { Cookie: await meeting.cookieOf(by) },
    });
    expect(response.status).toBe(200);
    return Answer.parse(await response.json());
  }
  const said = ({ papers }: z.infer<typeof Answer>) =>
    papers.map(({ paper, count, hits }) => [
      paper.title.vi,
      count,
      ...hits.map(({ page }) => Number(packPage(paper.numbers, page))),
    ]);

  test("are searched in the order of the pack, with its running pages", async () => {
    const found = await search(meeting.people.member, "đất đai");
    expect(said(found)).toEqual([
      ["Tờ trình", 3, 1, 3, 3],
      ["Báo cáo kín", 1, 5],
    ]);
    expect(found).toMatchObject({ reading: "together", count: 4, complete: true });
  });

  test("for a guest are those of the own items, with the same page numbers as everybody's", async () => {
    expect(said(await search(meeting.people.rapporteur, "dat dai"))).toEqual([
      ["Tờ trình", 3, 1, 3, 3],
    ]);
  });

  test("that hold no words are named, to those who see them", async () => {
    const { silent } = await search(meeting.people.rapporteur, "dat dai");
    expect(silent.map(({ paper }) => paper.title.vi)).toEqual(["Bản quét"]);
  });

  test.each([
    ["quan l", "begun", 1],
    ["dai quan", "apart", 1],
    ['"dat dai kin"', "together", 1],
    ["'; drop table page_text; --", "apart", 0],
    ["dat & !dai | (kin:*)", "together", 1],
    ["\\", null, 0],
    ["\u0000", null, 0],
    ["đ".repeat(1_000), "begun", 0],
  ])("what is typed is never a command: %j", async (typed, reading, count) => {
    expect(await search(meeting.people.member, typed)).toMatchObject({ reading, count });
  });

  test("that are not published yet are searched by nobody but their readers; those taken off by nobody", async () => {
    const { documentId } = await meeting.addPaper(
      meeting.items.open,
      pdf({ pages: ["chua phat hanh"] }),
      "Mới",
    );
    const { member } = meeting.people;
    expect((await search(member, "chua phat hanh")).count).toBe(0);
    await meeting.publish();
    expect((await search(member, "chua phat hanh")).count).toBe(1);
    await meeting.must(meeting.people.secretary, {
      type: "document.remove",
      meetingId: meeting.meetingId,
      documentId,
    });
    await meeting.publish();
    expect((await search(member, "chua phat hanh")).count).toBe(0);
  });
});
