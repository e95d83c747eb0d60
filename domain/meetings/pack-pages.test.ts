import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentId, ItemId, VersionId } from "../ids";
import { Instant } from "../text";
import type { Revision } from "./meeting";
import { packPages } from "./pack-pages";
import { packPage, pageOfPack } from "./running-number";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const documentId = (n: number) => DocumentId.parse(id(n));
const itemId = ItemId.parse(id(1));
const at = Instant.parse("2026-11-24T00:00:00.000Z");

/** A revision with these papers, as [which, how many pages]; the order is the pack's. */
function revision(number: number, papers: readonly (readonly [number, number])[]): Revision {
  const entries = papers.map(([which, pages]) => {
    const current = {
      versionId: VersionId.parse(id(which)),
      sha256: "",
      pages,
      sizeBytes: 1,
      fileName: "a.pdf",
      flags: [],
      number,
      attachedAt: at,
    };
    const paper = {
      documentId: documentId(which),
      itemId,
      kind: "report",
      title: { vi: "a", en: "" },
      grade: null,
      holding: { type: "file", current, earlier: [] },
    } as const;
    return [paper.documentId, paper] as const;
  });
  return {
    number,
    at,
    info: {
      title: { vi: "a", en: "" },
      kind: "regular",
      form: "room",
      authority: "decides",
      startsAt: at,
      endsAt: at,
      place: "",
    },
    items: {},
    order: [{ itemId, parts: [] }],
    papers: {
      papers: Object.fromEntries(entries),
      byItem: { [itemId]: entries.map(([which]) => which) },
    },
  };
}

const published = (...packs: (readonly (readonly [number, number])[])[]) =>
  packs.map((papers, place) => revision(place + 1, papers));

/** All numbers of a paper's pages, as many as it has in the latest pack of the story. */
function numbersIn(revisions: readonly Revision[], which: number): string[] {
  const runs = packPages(revisions)[documentId(which)] ?? [];
  const holding = revisions.at(-1)?.papers.papers[documentId(which)]?.holding;
  const pages = holding?.type === "file" ? holding.current.pages : 0;
  return Array.from({ length: pages }, (_, page) => packPage(runs, page + 1) ?? "none");
}

describe("running page numbers", () => {
  it("ME17 run through the whole pack", () => {
    const story = published([
      [1, 3],
      [2, 2],
    ]);
    expect(numbersIn(story, 1)).toEqual(["1", "2", "3"]);
    expect(numbersIn(story, 2)).toEqual(["4", "5"]);
  });

  it("ME18 a paper added between two takes letters behind the page before it", () => {
    const story = published(
      [
        [1, 3],
        [2, 2],
      ],
      [
        [1, 3],
        [3, 2],
        [2, 2],
      ],
    );
    expect(numbersIn(story, 3)).toEqual(["3a", "3b"]);
    expect(numbersIn(story, 2)).toEqual(["4", "5"]);
  });

  it("ME18 a second late paper at the same place goes on with the letters", () => {
    const story = published(
      [
        [1, 3],
        [2, 2],
      ],
      [
        [1, 3],
        [3, 2],
        [2, 2],
      ],
      [
        [1, 3],
        [4, 1],
        [3, 2],
        [2, 2],
      ],
      [
        [1, 3],
        [4, 1],
        [3, 2],
        [5, 1],
        [2, 2],
      ],
    );
    expect(numbersIn(story, 4)).toEqual(["3c"]);
    expect(numbersIn(story, 5)).toEqual(["3d"]);
  });

  it("ME18 a late paper at the end of the pack takes the next numbers", () => {
    expect(
      numbersIn(
        published(
          [[1, 2]],
          [
            [1, 2],
            [2, 2],
          ],
        ),
        2,
      ),
    ).toEqual(["3", "4"]);
  });

  it("ME18 a late paper before all others stands behind no page", () => {
    expect(
      numbersIn(
        published(
          [[1, 2]],
          [
            [2, 2],
            [1, 2],
          ],
        ),
        2,
      ),
    ).toEqual(["0a", "0b"]);
  });

  it("ME18 a paper that grew keeps its numbers, and its new pages take letters", () => {
    const story = published(
      [
        [1, 2],
        [2, 2],
      ],
      [
        [1, 4],
        [2, 2],
      ],
    );
    expect(numbersIn(story, 1)).toEqual(["1", "2", "2a", "2b"]);
    expect(numbersIn(story, 2)).toEqual(["3", "4"]);
  });

  it("ME18 a paper that shrank leaves a gap, and has the same numbers when it grows back", () => {
    const story = published(
      [
        [1, 4],
        [2, 2],
      ],
      [
        [1, 2],
        [2, 2],
      ],
      [
        [1, 5],
        [2, 2],
      ],
    );
    expect(numbersIn(story.slice(0, 2), 1)).toEqual(["1", "2"]);
    expect(numbersIn(story.slice(0, 2), 2)).toEqual(["5", "6"]);
    expect(numbersIn(story, 1)).toEqual(["1", "2", "3", "4", "4a"]);
  });

  it("ME18 the number of a paper that was removed is not given again", () => {
    const story = published(
      [
        [1, 2],
        [2, 2],
      ],
      [[1, 2]],
      [
        [1, 2],
        [3, 1],
      ],
      [
        [1, 2],
        [3, 1],
        [2, 2],
      ],
    );
    expect(numbersIn(story.slice(0, 3), 3)).toEqual(["5"]);
    expect(numbersIn(story, 2)).toEqual(["3", "4"]);
  });

  it("ME18 a paper that moved takes its numbers along", () => {
    const story = published(
      [
        [1, 2],
        [2, 2],
      ],
      [
        [2, 2],
        [1, 2],
      ],
    );
    expect(numbersIn(story, 1)).toEqual(["1", "2"]);
    expect(numbersIn(story, 2)).toEqual(["3", "4"]);
  });

  it("ME18 after z comes aa", () => {
    const story = published(
      [
        [1, 1],
        [2, 1],
      ],
      [
        [1, 1],
        [3, 53],
        [2, 1],
      ],
    );
    const numbers = numbersIn(story, 3);
    expect([numbers[25], numbers[26], numbers[51], numbers[52]]).toEqual([
      "1z",
      "1aa",
      "1az",
      "1ba",
    ]);
  });

  it("ME18 the working copy has the numbers it would be published with", () => {
    const [first, second] = published(
      [
        [1, 3],
        [2, 2],
      ],
      [
        [1, 3],
        [3, 1],
        [2, 2],
      ],
    );
    if (first === undefined || second === undefined) throw new Error("no story");
    expect(packPages([first], second)).toEqual(packPages([first, second]));
    expect(packPages([first])[documentId(3)]).toBeUndefined();
  });

  const pack = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 })),
    {
      selector: ([which]) => which,
      maxLength: 6,
    },
  );

  it("ME18 through any story every printed number stays with its page, and no two pages share one", () => {
    fc.assert(
      fc.property(fc.array(pack, { minLength: 1, maxLength: 6 }), (packs) => {
        const story = published(...packs);
        let before = packPages([]);
        for (let upTo = 1; upTo <= story.length; upTo += 1) {
          const now = packPages(story.slice(0, upTo));
          for (const [which, runs] of Object.entries(before)) {
            expect(now[DocumentId.parse(which)]?.slice(0, runs.length)).toEqual(runs);
          }
          before = now;
        }
        const all = Object.values(before).flatMap((runs) => {
          const pages = runs.reduce((sum, run) => sum + run.pages, 0);
          return Array.from({ length: pages }, (_, page) => {
            const label = packPage(runs, page + 1) ?? "none";
            expect(pageOfPack(runs, label)).toBe(page + 1);
            return label;
          });
        });
        expect(new Set(all).size).toBe(all.length);
        for (const [which, pages] of packs.at(-1) ?? []) {
          expect(numbersIn(story, which)).not.toContain("none");
          expect(numbersIn(story, which)).toHaveLength(pages);
        }
      }),
    );
  });

  it("ME18 what is no number of the paper leads nowhere", () => {
    const runs = packPages(published([[1, 3]]))[documentId(1)] ?? [];
    for (const nonsense of ["0", "4", "1a", "", "x", "-1", "1.5"]) {
      expect(pageOfPack(runs, nonsense)).toBeNull();
    }
    expect(pageOfPack(runs, " 2 ")).toBe(2);
  });
});
