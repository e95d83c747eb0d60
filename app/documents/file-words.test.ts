import { expect, test } from "vitest";
import { guessKind, titleOf } from "./file-words";

test.each([
  ["01_Tờ trình Chính phủ.pdf", "submission"],
  ["TO TRINH.PDF", "submission"],
  ["02-Du-thao-Nghi-dinh.pdf", "draft_decree"],
  ["Dự thảo Nghị quyết.pdf", "draft_resolution"],
  ["Báo cáo thẩm định.pdf", "appraisal_report"],
  ["Báo cáo đánh giá tác động.pdf", "impact_assessment"],
  ["Phụ lục 3 - bản đồ.pdf", "annex"],
  ["Draft law on land.pdf", "draft_law"],
  ["Scan0001.pdf", "other"],
])("%s is a %s", (name, kind) => {
  expect(guessKind(name)).toBe(kind);
});

test.each([
  ["02_Tờ-trình_phân cấp.pdf", "Tờ trình phân cấp"],
  ["báo cáo.PDF", "Báo cáo"],
  ["2026 kế hoạch.pdf", "2026 kế hoạch"],
  [".pdf", ".pdf"],
])("%s is called %s", (name, title) => {
  expect(titleOf(name)).toBe(title);
});
