/** The demonstration's pack, searched on the server and over its texts as a device keeps them: the answers are equal. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db";
import { seedDemo } from "../../db/demo";
import { memberId } from "../../db/demo/people";
import { meetingIdOf } from "../../db/demo/seed/papers";
import { VersionText } from "../../domain/documents";
import { type PaperText, SearchAnswer, searchedPapersOf, searchOffline } from "../../domain/search";
import { type Documents, openDocuments } from "../../server/documents";
import { type OpenCabinet, openCabinet } from "../../server/open-cabinet";
import { openAccounts, openPasswords } from "../../server/people";
import { copyDatabase, type DatabaseCopy } from "../support/database";

const meetingId = meetingIdOf("november");
const member = memberId(7);
let dataDir: string;
let copy: DatabaseCopy;
let database: Database;
let documents: Documents;
let opened: OpenCabinet;
let pack: PaperText[];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "search-offline-"));
  copy = await copyDatabase();
  database = await copy.open();
  const { drizzle } = database;
  documents = await openDocuments({ drizzle, dataDir, maxDocumentBytes: 50_000_000 });
  opened = openCabinet(database, { gradeCeiling: 0 });
  await seedDemo({
    sql: database.sql,
    now: new Date(),
    execute: opened.door.execute,
    accounts: openAccounts(database, openPasswords()),
    intake: documents.intake,
  });
  pack = await packAsKept();
}, 240_000);

afterAll(async () => {
  await opened.door.stop();
  await documents.stop();
  await database.close();
  await copy.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** What the member's device holds: the papers of the own view, each with the text that is served. */
async function packAsKept(): Promise<PaperText[]> {
  const view = await opened.cabinet.read.meetingView(meetingId, member);
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

/** The same numbers in every run (mulberry32), so that a query that ever failed fails again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const bare = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

/** As people type: some words of a page, with their marks or without, in part, apart, in quotation marks. */
function queries(count: number): string[] {
  const below = numbers(20_261_124);
  const pages = pack.flatMap(({ text }) => text.pages.map((page) => page.text));
  const wordsOf = (page: string) => page.split(/\s+/u).filter((word) => word !== "");
  const full = pages.map(wordsOf).filter((words) => words.length > 20);
  const some = (length: number) => {
    const words = full[below(full.length)] ?? [];
    const from = below(Math.max(1, words.length - length));
    return words.slice(from, from + length);
  };
  const ways: (() => string)[] = [
    () => some(1).join(" "),
    () => some(2).join(" "),
    () => bare(some(2).join(" ")),
    () => bare(some(3).join(" ")).toUpperCase(),
    () => some(3).join("\t").normalize("NFD"),
    () => some(2).join(" ").slice(0, -1),
    () => bare(some(1).join(" ")).slice(0, 2),
    () => `"${some(2).join(" ")}"`,
    () => `"${bare(some(2).join(" "))}" ${some(1).join(" ")}`,
    () => {
      const words = some(12);
      return [words[0], words[6], words[11]].join(" ");
    },
  ];
  return Array.from({ length: count }, (_, at) => ways[at % ways.length]?.() ?? "");
}

test("200 random queries: the same hits, in the same order, to the last letter", async () => {
  expect(pack.reduce((sum, { text }) => sum + text.pages.length, 0)).toBeGreaterThan(1_500);
  const readings = new Map<string | null, number>();
  for (const typed of queries(200)) {
    const asked = { typed, documentId: null };
    const answered = await opened.cabinet.read.searchMeeting(meetingId, member, asked);
    const served = SearchAnswer.parse(JSON.parse(JSON.stringify(answered)));
    expect(searchOffline(pack, typed), typed).toEqual(served);
    const { reading, count } = served;
    if (count > 0) readings.set(reading, (readings.get(reading) ?? 0) + 1);
  }
  // and they do find something, by every reading
  expect([...readings.keys()].sort()).toEqual(["apart", "begun", "together"]);
  expect([...readings.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThan(190);
}, 240_000);

test("one paper alone gives what the pack gives of it", async () => {
  for (const typed of queries(20)) {
    const whole = searchOffline(pack, typed);
    const [first] = whole.papers;
    if (first === undefined) continue;
    const { documentId } = first.paper;
    const alone = await opened.cabinet.read.searchMeeting(meetingId, member, { typed, documentId });
    expect(alone?.count, typed).toBe(first.count);
    expect(alone?.papers[0]?.hits.slice(0, first.hits.length), typed).toEqual(first.hits);
  }
}, 120_000);
