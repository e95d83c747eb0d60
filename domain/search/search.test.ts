import { describe, expect, test } from "vitest";
import { type Found, search, searchablePage } from "./search";

/** Papers named A, B, … each with its pages. */
const papersOf = (...papers: string[][]) =>
  papers.map((pages, index) => ({
    paper: String.fromCharCode(65 + index),
    pages: pages.map((text, page) => ({ page: page + 1, text: searchablePage(text) })),
  }));

/** *A1 [đất đai]*: paper, page, and what was found there. */
function said({ papers }: Found<string>, ...texts: string[][]): string[] {
  return papers.flatMap(({ paper, hits }) =>
    hits.map(({ page, parts }) => {
      const text = texts[paper.charCodeAt(0) - 65]?.[page - 1] ?? "";
      return `${paper}${page} [${parts.map((part) => text.slice(part.start, part.end)).join("|")}]`;
    }),
  );
}
const find = (typed: string, ...texts: string[][]) =>
  said(search(papersOf(...texts), typed), ...texts);

describe("letters", () => {
  test.each([
    ["nghi dinh", "Căn cứ Nghị định số 01", "Nghị định"],
    ["dat dai", "Luật Đất đai năm 2024", "Đất đai"],
    ["ĐẤT ĐAI", "quản lý đất đai", "đất đai"],
    ["uy ban", "Ủy ban nhân dân", "Ủy ban"],
    ["quốc hội", "QUOC HOI", "QUOC HOI"],
    ["m2", "diện tích 45 m² đất", "m²"],
    ["office", "the oﬃce of", "oﬃce"],
    ["straße", "die Straße dort", "Straße"],
    ["quoc gia", "quo\u00ADc gia", "quo\u00ADc gia"],
    ["45/2024/ND-CP", "Nghị định số 45/2024/NĐ-CP ngày", "45/2024/NĐ-CP"],
  ])("SR1 %s finds what stands in %s", (typed, text, found) => {
    expect(find(typed, [text])).toEqual([`A1 [${found}]`]);
    const decomposed = text.normalize("NFD");
    expect(find(typed.normalize("NFD"), [decomposed])).toEqual([`A1 [${found.normalize("NFD")}]`]);
  });

  test.each([
    ["kĩ thuật", "kỹ thuật"],
    ["ki thuat", "kỹ thuật"],
    ["quý", "Quí I"],
    ["tỉ lệ", "tỷ lệ"],
    ["lý do", "lí do"],
    ["mỹ thuật", "mĩ thuật"],
    ["bác sĩ", "bác sỹ"],
    ["hòa bình", "hoà bình"],
    ["thúy", "thuý"],
  ])("SR2 %s finds %s, and as if it were typed so", (typed, text) => {
    const [hit] = search(papersOf([text]), typed).papers[0]?.hits ?? [];
    expect(hit).toMatchObject({ page: 1, exact: !/^ki thuat$/.test(typed) });
  });

  test.each([
    ["tuy", "tui"],
    ["day", "dai"],
    ["thy", "thi"],
    ["ky", "kin"],
  ])("SR2 %s is another word than %s", (typed, text) => {
    expect(search(papersOf([text]), `"${typed}"`).count).toBe(0);
  });
});

describe("words", () => {
  test("SR3 words are found side by side and whole, over the end of a line and a comma", () => {
    const text = "đất\nđai; đạt, dài. Cất đại. dat daix xdat dai";
    expect(find("dat dai", [text])).toEqual(["A1 [đất\nđai]", "A1 [đạt, dài]"]);
  });

  test("SR3 what is found once is not found again inside itself", () => {
    expect(find("ba ba", ["ba ba ba ba ba"])).toEqual(["A1 [ba ba]", "A1 [ba ba]"]);
  });

  test("SR4 the last word may be longer where nothing is found otherwise", () => {
    expect(find("nghi din", ["nghị định", "nghị đình"])).toEqual([
      "A1 [nghị định]",
      "A2 [nghị đình]",
    ]);
    expect(find("nghi dinh", ["nghị định", "nghị đinhk"])).toEqual(["A1 [nghị định]"]);
    // a single letter is not enough to go by
    expect(find("q", ["quyết định"])).toEqual([]);
    // a y that may still be followed by others
    expect(find("quy", ["quyết định"])).toEqual(["A1 [quyết]"]);
  });

  test("SR4 else the pages that hold all words are found, where they stand closest", () => {
    const text = "thẩm quyền xa xôi. Phân cấp thẩm quyền quản lý đất đai cho tỉnh";
    const found = search(papersOf(["không có", text]), "dat quyen cap");
    expect(found.reading).toBe("apart");
    expect(find("dat quyen cap", ["không có", text])).toEqual(["A2 [cấp|quyền|đất]"]);
    expect(find("dat quyen vang", ["không có", text])).toEqual([]);
  });

  test("SR5 words in quotation marks stand side by side, with the marks that they bear", () => {
    const text = "mã số, ma số, má số";
    expect(find('"mã số"', [text])).toEqual(["A1 [mã số]"]);
    expect(find("“ma so”", [text])).toEqual(["A1 [mã số]", "A1 [ma số]", "A1 [má số]"]);
    expect(find('"so ma"', [text]).length).toBe(2);
    expect(find('"mã ma"', [text])).toEqual([]);
    expect(find('"mã" "má"', [text])).toEqual(["A1 [mã]", "A1 [má]"]);
    expect(find('"mã" "mạ"', [text])).toEqual([]);
    // an open mark is none
    expect(find('"ma so', [text]).length).toBe(3);
  });

  test.each(["", "   ", "-", '""', "?!"])("SR3 %j asks for nothing", (typed) => {
    expect(search(papersOf(["bất kỳ"]), typed)).toEqual({
      reading: null,
      papers: [],
      count: 0,
      complete: true,
    });
  });
});

describe("order", () => {
  test("SR6 what is written as typed comes first, then what differs in its marks, each in order", () => {
    const texts = [["dân tốc", "dân tộc"], ["dần tộc. Dân tộc"], ["dân tóc"]];
    expect(find("dân tộc", ...texts)).toEqual([
      "A2 [dân tộc]",
      "A1 [dân tốc]",
      "B1 [Dân tộc]",
      "B1 [dần tộc]",
      "C1 [dân tóc]",
    ]);
    expect(find("dân tóc", ...texts)[0]).toBe("C1 [dân tóc]");
  });

  test("SR7 no more than 500 hits are listed; all are counted", () => {
    const found = search(papersOf(Array.from({ length: 60 }, () => "đất ".repeat(10))), "dat");
    expect(found).toMatchObject({ count: 600, complete: true });
    expect(found.papers[0]?.hits.length).toBe(500);
    expect(found.papers[0]?.count).toBe(600);
  });

  test("SR7 no more than 2,000 pages are looked through, and that is said", () => {
    const pages = Array.from({ length: 2_001 }, () => "đất");
    expect(search(papersOf(pages), "dat")).toMatchObject({ count: 2_000, complete: false });
    expect(search(papersOf(pages.slice(1), ["nước"]), "dat").complete).toBe(true);
  });
});

describe("snippets", () => {
  const snippet = (typed: string, text: string) =>
    search(papersOf([text]), typed).papers[0]?.hits[0]?.snippet;

  test("SR3 show what was found in one line, from the beginning of its sentence", () => {
    const text = `${"Mở đầu rất dài. ".repeat(9)}Địa phương phải bảo đảm cơ sở\n dữ liệu đất\nđai đầy đủ, chính xác, kết nối với hệ thống thông tin quốc gia về dân cư và doanh nghiệp`;
    const shown = snippet("dat dai", text);
    expect(shown?.text).toBe(
      "Địa phương phải bảo đảm cơ sở dữ liệu đất đai đầy đủ, chính xác, kết nối với hệ thống thông tin quốc gia về dân cư",
    );
    expect(shown?.parts.map(({ start, end }) => shown.text.slice(start, end))).toEqual(["đất đai"]);
    expect([shown?.cutBefore, shown?.cutAfter]).toEqual([true, true]);
  });

  test("SR3 of a short page show all of it", () => {
    expect(snippet("hai", "Một\nhai")).toEqual({
      text: "Một hai",
      parts: [{ start: 4, end: 7 }],
      cutBefore: false,
      cutAfter: false,
    });
  });
});
