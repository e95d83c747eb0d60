/**
 * `anchors`: 200 marks of a book of 350 pages on its next version, by the very function that the browser's thread
 * runs, reading both texts included; beside a fuzzy search of the whole text for every mark.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import approximately from "approx-string-match";
import {
  createPlacementWork,
  type Subject,
  type Work,
  type WorkAnswer,
} from "../../app/changes/placement-work";
import { type VersionText, wholeText } from "../../domain/documents";
import { VersionId } from "../../domain/ids";
import { type StandingMark, textAnchor } from "../../domain/marks";
import { Instant } from "../../domain/text";
import { readText } from "../../server/documents/reading/read-text";
import { type KnownMark, pairOf } from "../../tests/support/version-pairs/pairs";
import { type Row, row } from "../report";

const book = path.resolve(process.env.READER_PAPER ?? "../shared/dossiers/freeculture.pdf");
const bookPages = [{ pages: 352, width: 432, height: 648 }];
const marks = 200;
const repetitions = 5;
const [older, newer] = [1, 2].map((n) =>
  VersionId.parse(`00000000-0000-4000-8000-00000000000${n}`),
);

export async function anchors(): Promise<Row[]> {
  const { pages } = await readText(await readFile(book), bookPages);
  const paragraphs = wholeText(pages)
    .text.split(/(?<=[.?!”])\n/)
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text.length > 0);
  const pair = pairOf(paragraphs, marks);
  console.info(`  ${pair.older.pages.length} pages → ${pair.newer.pages.length} pages`);

  const ours: number[] = [];
  const fuzzy: number[] = [];
  let result: ReturnType<typeof judged> | null = null;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const bytes = [pair.older, pair.newer].map((text) =>
      new TextEncoder().encode(JSON.stringify(text)),
    );
    const subjects = pair.marks.map(({ stretch }) => ({
      mark: highlight(pair.older, stretch),
      placements: [],
    }));
    const begun = performance.now();
    const answers = place(bytes, subjects);
    ours.push(performance.now() - begun);
    result = judged(pair.marks, answers);
    if (repetition < 2) fuzzy.push(searchEverywhere(pair));
  }
  const name = "approx-string-match over the whole text, without reading the texts";
  return [
    row("200 marks re-placed", "ms", ours, { name, values: fuzzy }),
    row("right, of those on unchanged text", "%", [result?.right ?? 0]),
    row("misplaced without a flag", "marks", [result?.misplaced ?? 0]),
  ];
}

function place(
  bytes: readonly Uint8Array<ArrayBuffer>[],
  subjects: readonly Subject[],
): Extract<WorkAnswer, { type: "place" }>["placements"] {
  if (older === undefined || newer === undefined) return [];
  const work = createPlacementWork();
  const given = [older, newer].map(
    (versionId, index): Work => ({ type: "text", versionId, bytes: bytes[index]?.buffer ?? null }),
  );
  for (const each of given) work(each);
  const answer = work({ type: "place", versionId: newer, order: [older, newer], subjects });
  return answer.type === "place" ? answer.placements : [];
}

function highlight(text: VersionText, stretch: KnownMark["stretch"]): StandingMark {
  const anchor = textAnchor(text, stretch);
  if (anchor === null || older === undefined) throw new Error("A mark on nothing.");
  return {
    v: 1,
    kind: "highlight",
    madeOn: older,
    madeAt: Instant.parse("2026-11-24T02:00:00.000Z"),
    anchor,
    colour: "attention",
    body: "",
    mentions: [],
  };
}

function judged(known: readonly KnownMark[], placements: ReturnType<typeof place>) {
  let unchanged = 0;
  let right = 0;
  let misplaced = 0;
  for (const [index, { right: place }] of known.entries()) {
    const placement = placements[index];
    const position = placement?.anchor?.type === "text" ? placement.anchor.position : null;
    const isRight = position?.start === place?.start && position?.end === place?.end;
    if (place !== null) unchanged += 1;
    if (placement?.state !== "moved") continue;
    if (isRight) right += 1;
    else misplaced += 1;
  }
  return { right: (100 * right) / unchanged, misplaced };
}

/** As annotation tools do without an alignment: each quote in the whole text, a fifth of its letters may differ. */
function searchEverywhere(pair: ReturnType<typeof pairOf>): number {
  const from = wholeText(pair.older.pages).text;
  const to = wholeText(pair.newer.pages).text;
  const begun = performance.now();
  for (const { stretch } of pair.marks) {
    const quote = from.slice(stretch.start, stretch.end);
    approximately(to, quote, Math.floor(quote.length / 5));
  }
  return performance.now() - begun;
}
