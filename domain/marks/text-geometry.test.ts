import { describe, expect, test } from "vitest";
import { boxesOf, isOnText, lineOf, offsetAt, runAt, wholeWords } from "./text-geometry";

const text = "Điều 7. Thẩm quyền\nsử dụng đất rừng";
const page = {
  text,
  runs: [
    { start: 0, end: 7, box: { x: 100, y: 100, width: 50, height: 12 } },
    { start: 8, end: 18, box: { x: 154, y: 100, width: 80, height: 12 } },
    { start: 19, end: 35, box: { x: 100, y: 120, width: 120, height: 12 } },
  ],
};

describe("boxes of a stretch", () => {
  test("runs of one line are one box, another line is another", () => {
    expect(boxesOf(page, { start: 0, end: text.length })).toEqual([
      { x: 100, y: 100, width: 134, height: 12 },
      { x: 100, y: 120, width: 120, height: 12 },
    ]);
  });

  test("a part of a run covers a part of its box, and parts meet without a gap", () => {
    const [left] = boxesOf(page, { start: 19, end: 26 });
    const [right] = boxesOf(page, { start: 26, end: 35 });
    expect(left?.x).toBe(100);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeCloseTo(right?.x ?? 0, 1);
    expect((right?.x ?? 0) + (right?.width ?? 0)).toBeCloseTo(220, 1);
  });

  test("columns are not joined over what stands between them", () => {
    const columns = {
      text: "A B",
      runs: [
        { start: 0, end: 1, box: { x: 50, y: 10, width: 10, height: 10 } },
        { start: 2, end: 3, box: { x: 300, y: 10, width: 10, height: 10 } },
      ],
    };
    expect(boxesOf(columns, { start: 0, end: 3 })).toHaveLength(2);
  });
});

describe("the letter under a point", () => {
  test("every boundary is found at the place where its box begins", () => {
    for (const run of page.runs) {
      for (let offset = run.start; offset < run.end; offset += 1) {
        const [box] = boxesOf(page, { start: offset, end: run.end });
        if (box === undefined) throw new Error("a letter without a box");
        expect(offsetAt(page, { x: box.x + 0.01, y: box.y + 6 })).toBe(offset);
      }
    }
  });

  test("beside and below the text it is the nearest line's end", () => {
    expect(offsetAt(page, { x: 500, y: 127 })).toBe(35);
    expect(offsetAt(page, { x: 0, y: 700 })).toBe(19);
    expect(offsetAt({ text: "", runs: [] }, { x: 0, y: 0 })).toBeNull();
  });

  test("a point on the text is told from one in the margin", () => {
    expect(isOnText(page, { x: 120, y: 106 })).toBe(true);
    expect(isOnText(page, { x: 20, y: 106 })).toBe(false);
  });
});

test("the line of a run holds all that stands in it", () => {
  const run = runAt(page, { x: 160, y: 105 });
  expect(run && text.slice(lineOf(page, run).start, lineOf(page, run).end)).toBe(
    "Điều 7. Thẩm quyền",
  );
});

describe("whole words", () => {
  test("grows over composed and decomposed Vietnamese letters", () => {
    expect(cut(text, wholeWords(text, { start: 10, end: 14 }))).toBe("Thẩm quyền");
    const decomposed = text.normalize("NFD");
    const at = decomposed.indexOf("uyề".normalize("NFD"));
    expect(cut(decomposed, wholeWords(decomposed, { start: at, end: at + 1 }))).toBe(
      "quyền".normalize("NFD"),
    );
  });

  test("drops white space at the ends and finds nothing in nothing", () => {
    expect(cut(text, wholeWords(text, { start: 18, end: 21 }))).toBe("sử");
    expect(wholeWords(text, { start: 18, end: 19 })).toBeNull();
    expect(wholeWords(text, { start: 3, end: 3 })).toBeNull();
  });

  test("takes a stretch that was drawn backwards", () => {
    expect(cut(text, wholeWords(text, { start: 25, end: 20 }))).toBe("sử dụng");
  });
});

function cut(from: string, stretch: { start: number; end: number } | null): string | null {
  return stretch && from.slice(stretch.start, stretch.end);
}
