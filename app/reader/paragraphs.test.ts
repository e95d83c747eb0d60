import { describe, expect, test } from "vitest";
import type { PageText } from "../../domain/documents";
import { languageOf, paragraphsOf, spokenPieces } from "./paragraphs";

/** Lines as [text, left, right, top]; 12 points high where nothing else is said. */
function page(...lines: (readonly [string, number, number, number, number?])[]): PageText {
  const text = lines.map(([line]) => line).join("\n");
  let start = 0;
  const runs = lines.map(([line, x, right, y, height = 12]) => {
    const run = { start, end: start + line.length, box: { x, y, width: right - x, height } };
    start += line.length + 1;
    return run;
  });
  return { text, runs };
}

const textsOf = (...pages: PageText[]) =>
  paragraphsOf(pages).map((own) => own.map(({ text }) => text));

describe("paragraphs", () => {
  test("go on over full lines and end with a short one or before an indented one", () => {
    const own = page(
      ["1. Ủy ban nhân dân cấp tỉnh", 114, 540, 100],
      ["quyết định chuyển mục đích", 85, 540, 118],
      ["đã được phê duyệt.", 85, 300, 136],
      ["Phương án hai giữ thẩm quyền", 85, 540, 154],
      ["theo quy định hiện hành", 85, 540, 172],
      ["2. Ủy ban nhân dân gửi báo cáo", 114, 540, 190],
    );
    expect(textsOf(own)).toEqual([
      [
        "1. Ủy ban nhân dân cấp tỉnh quyết định chuyển mục đích đã được phê duyệt.",
        "Phương án hai giữ thẩm quyền theo quy định hiện hành",
        "2. Ủy ban nhân dân gửi báo cáo",
      ],
    ]);
  });

  test("go on over a page's end, past the page's own number", () => {
    const first = page(
      ["Đoạn văn bắt đầu ở trang", 85, 540, 700],
      ["và đi hết chiều ngang", 85, 540, 718],
    );
    const second = page(["9", 300, 306, 40], ["rồi tiếp ở trang sau.", 85, 300, 80]);
    expect(textsOf(first, second)).toEqual([
      ["Đoạn văn bắt đầu ở trang và đi hết chiều ngang rồi tiếp ở trang sau."],
      [],
    ]);
  });

  test("know a heading by its size, and a word divided at a line's end", () => {
    const own = page(
      ["CHƯƠNG II", 200, 400, 100, 18],
      ["This is an exam-", 85, 540, 130],
      ["ple of a divided word", 85, 540, 148],
      ["and its end", 85, 200, 166],
    );
    expect(paragraphsOf([own])).toEqual([
      [
        { text: "CHƯƠNG II", isHeading: true },
        { text: "This is an example of a divided word and its end", isHeading: false },
      ],
    ]);
  });

  test("of a page without words are none", () => {
    expect(paragraphsOf([{ text: "", runs: [] }])).toEqual([[]]);
  });
});

test("pieces to be spoken are short, whole and nothing is left out", () => {
  const text = `${"Một câu dài không có dấu chấm nào ở giữa ".repeat(20)}. Hết. ...`;
  const pieces = spokenPieces(text);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(220);
  const words = (said: string) => said.match(/\p{L}+/gu);
  expect(words(pieces.join(" "))).toEqual(words(text));
  expect(spokenPieces(" … ")).toEqual([]);
});

test("the language is told by the letters", () => {
  expect(languageOf("Ủy ban nhân dân cấp tỉnh quyết định")).toBe("vi");
  expect(languageOf("The committee decides, naïvely")).toBe("en");
  expect(languageOf("12 345")).toBe("en");
});
