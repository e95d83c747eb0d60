import { expect, test } from "vitest";
import { type Demands, demandsOf } from "./demands";

const grades = [
  { code: "M", name: { vi: "Mật", en: "Confidential" }, level: 1 },
  { code: "TM", name: { vi: "Tối mật", en: "Secret" }, level: 2 },
];
const bare: Demands = { watermark: false, grade: null };

test.each([
  ["an open, ungraded paper", null, null, false, bare],
  ["a paper of a closed item", null, null, true, { watermark: true, grade: null }],
  ["a graded paper", "M", null, false, { watermark: true, grade: grades[0]?.name }],
  ["a paper of a graded item", null, "TM", false, { watermark: true, grade: grades[1]?.name }],
])("EX5 %s carries what it must", (_name, paper, item, closed, demands) => {
  expect(demandsOf({ grade: paper }, { grade: item, closed }, grades)).toEqual(demands);
});

test.each([
  ["M", "TM"],
  ["TM", "M"],
])("EX6 of the paper's grade %s and the item's %s the stricter counts", (paper, item) => {
  const { grade } = demandsOf({ grade: paper }, { grade: item, closed: false }, grades);
  expect(grade?.vi).toBe("Tối mật");
});

test("EX6 a grade that the body no longer has still counts, by its code", () => {
  expect(demandsOf({ grade: "X" }, { grade: null, closed: false }, grades)).toEqual({
    watermark: true,
    grade: { vi: "X", en: "" },
  });
  const { grade } = demandsOf({ grade: "X" }, { grade: "M", closed: false }, grades);
  expect(grade?.vi).toBe("Mật");
});
