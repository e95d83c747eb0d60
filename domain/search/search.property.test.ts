import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, indexedWords, spelling, wordsIn } from "./folding";
import { parseQuery, readingsOf, wordsOf } from "./query";
import { search, searchablePage } from "./search";

const syllable = fc.constantFrom(
  ..."đất đai dat dai nghị định Nghi DINH kỹ kĩ quý quí hòa hoà Ủy ban số 45 2024 oﬃce m² a\u0301\u0323 na\u00ADtion 𝒜𝒷 ﬁ ạ".split(
    " ",
  ),
);
const gap = fc.constantFrom(" ", "\n", ", ", " – ", ". ", "/", "\u00A0");
const line = fc
  .array(fc.tuple(syllable, gap), { maxLength: 14 })
  .map((words) => words.flat().join(""));
const text = fc.oneof(
  { weight: 4, arbitrary: line },
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const typed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(syllable, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
  },
  fc.array(syllable, { minLength: 1, maxLength: 3 }).map((words) => `"${words.join(" ")}"`),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const bare = (value: string) =>
  value.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

describe("folding", () => {
  test("is the same for a text composed or not, in capitals or not", () => {
    fc.assert(
      fc.property(line, (value) => {
        const folded = fold(value).text;
        expect(fold(value.normalize("NFD")).text).toBe(folded);
        expect(fold(value.normalize("NFC")).text).toBe(folded);
        expect(fold(value.toLowerCase()).text).toBe(fold(value.toUpperCase().toLowerCase()).text);
        expect(fold(bare(value)).text).toBe(folded);
      }),
      { numRuns: 500 },
    );
  });

  test("knows where every word stands as written, in order and without holes in a letter", () => {
    fc.assert(
      fc.property(text, (value) => {
        const folded = fold(value);
        let before = 0;
        for (const { start, end } of wordsIn(folded.text)) {
          const place = folded.written(start, end);
          expect(place.start).toBeGreaterThanOrEqual(before);
          expect(place.end).toBeGreaterThan(place.start);
          expect(place.end).toBeLessThanOrEqual(value.length);
          // what stands there is that word again
          const again = fold(value.slice(place.start, place.end)).text;
          expect(again.replace(/y$/, "i")).toBe(folded.text.slice(start, end).replace(/y$/, "i"));
          before = place.start;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("keeps every place of a text in NFC that has plain letters only", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."aăâbcdđeêgoôơuưyáảãạấỳ ỹ.,1\n"), maxLength: 60 }),
        (value) => {
          expect(fold(value).text.length).toBe(value.length);
        },
      ),
    );
  });

  test("two spellings of one word are one spelling, and fold alike", () => {
    fc.assert(
      fc.property(syllable, syllable, (a, b) => {
        if (spelling(a) === spelling(b)) expect(fold(a).text).toBe(fold(b).text);
      }),
    );
  });
});

/** SR1, SR3 said once more in the plainest way: the words, unmarked, one after the other. */
function oracle(value: string, query: string): number {
  const words = (each: string) =>
    bare(each.normalize("NFKD"))
      .toLowerCase()
      .replace(/\u00AD/g, "")
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "")
      .map((word) => word.replace(/^([hklmst]|qu)y$/, "$1i"));
  const [all, wanted] = [words(value), words(query)];
  let count = 0;
  for (let first = 0; first + wanted.length <= all.length; first += 1) {
    if (!wanted.every((word, offset) => all[first + offset] === word)) continue;
    count += 1;
    first += wanted.length - 1;
  }
  return count;
}

describe("search", () => {
  const paperOf = (pages: readonly string[]) => [
    {
      paper: "A",
      pages: pages.map((each, page) => ({ page: page + 1, text: searchablePage(each) })),
    },
  ];

  test("SR1, SR3 finds what a plain comparison of words finds", () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 4 }),
        fc.array(syllable, { minLength: 1, maxLength: 3 }),
        (pages, words) => {
          const found = search(paperOf(pages), words.join(" "));
          const expected = pages.reduce((sum, page) => sum + oracle(page, words.join(" ")), 0);
          if (expected > 0 || found.reading === "together") expect(found.count).toBe(expected);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("SR4 an index of the words never hides a page on which something is found", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), typed, (pages, query) => {
        const whole = search(paperOf(pages), query);
        const reading = readingsOf(parseQuery(query)).find(({ name }) => name === whole.reading);
        const kept = pages.flatMap((each, page) => {
          const held = new Set(indexedWords(each));
          const holds = (reading === undefined ? [] : wordsOf(reading)).every(
            ({ folded, beginning, open }) =>
              held.has(folded) || (open && [...held].some((word) => word.startsWith(beginning))),
          );
          return holds ? [{ page: page + 1, text: searchablePage(each) }] : [];
        });
        expect(search([{ paper: "A", pages: kept }], query)).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
  });

  test("SR6 every hit lies in its page, says what was typed, and its snippet shows it", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), typed, (pages, query) => {
        const { papers, count } = search(paperOf(pages), query);
        const hits = papers.flatMap((paper) => paper.hits);
        expect(hits.length).toBe(count);
        const order = hits.map(({ exact, page, parts }) => [
          exact ? 0 : 1,
          page,
          parts[0]?.start ?? -1,
        ]);
        expect(order).toEqual(
          [...order].sort(
            (a, b) =>
              (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0),
          ),
        );
        for (const { page, parts, snippet } of hits) {
          const written = pages[page - 1] ?? "";
          const first = parts[0] ?? { start: 0, end: 0 };
          const shown = snippet.parts[0] ?? { start: 0, end: 0 };
          const flat = (value: string) => value.replace(/\s+/gu, " ").trim();
          expect(
            flat(written.slice(first.start, first.end)).startsWith(
              flat(snippet.text.slice(shown.start, shown.end)),
            ),
          ).toBe(true);
          expect(snippet.text).not.toMatch(/\s\s|[\n\t]/u);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
