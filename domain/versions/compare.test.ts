import { describe, expect, test } from "vitest";
import { paperOf, plainSetting, print } from "../../tests/support/version-pairs/paper";
import { vietnamese } from "../../tests/support/version-pairs/vietnamese";
import type { VersionText } from "../documents";
import { align } from "./align";
import { type ComparedParagraph, type Comparison, compare } from "./compare";

const setting = { ...plainSetting, lines: 24 };
const older = print(paperOf(vietnamese), setting).version;

function comparedWith(paragraphs: readonly string[]): Comparison {
  const newer = print(paperOf(paragraphs), setting).version;
  return compare(align(older, newer), older, newer);
}

const wordsOf = (paragraphs: readonly ComparedParagraph[], kind: string) =>
  paragraphs
    .flatMap(({ stretches }) => stretches.filter((each) => each.kind === kind))
    .map(({ text }) => text.replace(/\s+/g, " ").trim());

const pagesThat = ({ pages }: Comparison, type: string) =>
  pages.filter(({ what }) => what.type === type).map(({ page }) => page);

describe("what changed", () => {
  test("nothing, when only lines and pages are set otherwise", () => {
    const newer = print(paperOf(vietnamese), {
      ...plainSetting,
      columns: 61,
      lines: 38,
      header: (page) => `Dự thảo ${page}`,
      hyphens: true,
      ligatures: true,
    }).version;
    const { changes, pages } = compare(align(older, newer), older, newer);
    expect(changes).toEqual([]);
    expect(pages.every(({ what }) => what.type === "same")).toBe(true);
    expect(pages.length).toBe(newer.pages.length);
  });

  test("words of a paragraph: both sides stand in one row, with the heading they stand under", () => {
    const comparison = comparedWith(
      vietnamese.map((text) => text.replace("diện tích dưới 300 ha", "tổng diện tích dưới 500 ha")),
    );
    expect(comparison.changes.map(({ kind }) => kind)).toEqual(["added", "edited"]);
    expect(comparison.changes[1]).toMatchObject({
      heading: "Điều 5. Thẩm quyền quyết định chuyển mục đích sử dụng đất",
      onlyFigures: true,
    });
    const [page] = comparison.pages.filter(({ what }) => what.type !== "same");
    expect(page?.what).toEqual({ type: "edited", count: 2 });
    const row = page?.rows.find(({ changes }) => changes.length > 0);
    expect(wordsOf(row?.older ?? [], "changed")).toEqual(["300"]);
    expect(wordsOf(row?.newer ?? [], "changed")).toEqual(["tổng", "500"]);
  });

  test("a paragraph put in stands alone, from its own beginning", () => {
    const added = "Điều 3a. Quỹ dự phòng do Chính phủ lập để cứu trợ khẩn cấp sau thiên tai.";
    const comparison = comparedWith(vietnamese.toSpliced(8, 0, added));
    expect(comparison.changes.map(({ kind }) => kind)).toEqual(["added"]);
    const rows = comparison.pages.flatMap((page) => page.rows);
    const row = rows.find(({ changes }) => changes.length > 0);
    expect(row?.older).toEqual([]);
    expect(wordsOf(row?.newer ?? [], "changed")).toEqual([added]);
  });

  test("a paragraph taken out counts to the page where it would stand", () => {
    const comparison = comparedWith(vietnamese.toSpliced(13, 1));
    expect(comparison.changes.map(({ kind }) => kind)).toEqual(["removed"]);
    const [page] = pagesThat(comparison, "removed");
    const rows = comparison.pages.find((each) => each.page === page)?.rows ?? [];
    const row = rows.find(({ changes }) => changes.length > 0);
    expect(row?.newer).toEqual([]);
    expect(wordsOf(row?.older ?? [], "changed")[0]).toMatch(/^Ủy ban nhân dân cấp tỉnh quyết định/);
  });

  test("figures alone, a page that is new, a section at another place", () => {
    const figures = comparedWith(vietnamese.map((text) => text.replace("1.500.000", "1.750.000")));
    expect(pagesThat(figures, "figures").length).toBe(1);

    const spare = Array.from(
      { length: 40 },
      (_, n) => `Khoản bổ sung thứ ${n} nói về việc chưa từng được nhắc tới ở bản trước, lần ${n}.`,
    );
    expect(pagesThat(comparedWith(vietnamese.toSpliced(20, 0, ...spare)), "new").length).toBe(1);

    const section = vietnamese.slice(3, 6);
    const moved = comparedWith([
      ...vietnamese.slice(0, 3),
      ...vietnamese.slice(6, 24),
      ...section,
      ...vietnamese.slice(24),
    ]);
    expect(moved.changes.map(({ kind }) => kind)).toEqual(["moved"]);
    const all = moved.pages.flatMap(({ rows }) => rows);
    expect(
      wordsOf(
        all.flatMap(({ newer }) => newer),
        "moved",
      ).join(" "),
    ).toContain("Phó Thủ tướng");
    expect(
      wordsOf(
        all.flatMap((row) => row.older),
        "changed",
      ),
    ).toEqual([]);
  });

  test("every letter of both versions is shown once, page numbers aside", () => {
    const comparison = comparedWith(
      vietnamese.map((text, index) => (index % 5 === 0 ? `${text} Nội dung thêm.` : text)),
    );
    const letters = (text: string) => text.replace(/\s/g, "");
    const shown = (side: "older" | "newer") =>
      letters(
        comparison.pages
          .flatMap(({ rows }) => rows)
          .flatMap((row) => row[side])
          .flatMap(({ stretches }) => stretches.map(({ text }) => text))
          .join(""),
      );
    expect(shown("older")).toBe(letters(vietnamese.join("")));
  });

  test("versions without pages, without text, without anything in common", () => {
    const nothing: VersionText = { reliability: "none", pages: [] };
    const blank: VersionText = { reliability: "reliable", pages: [{ text: "", runs: [] }] };
    expect(compare(align(nothing, nothing), nothing, nothing)).toEqual({ changes: [], pages: [] });
    expect(compare(align(older, blank), older, blank).pages.length).toBe(1);
    expect(compare(align(blank, older), blank, older).pages.length).toBe(older.pages.length);
  });
});
