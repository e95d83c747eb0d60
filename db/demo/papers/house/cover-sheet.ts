/** Phiếu trình: the office's two pages on top of a dossier — what is asked, who differs, what the office proposes. */
import { type Block, p } from "../press";
import { printOfficial } from "./official-paper";
import type { PaperPlan } from "./plan";

export type CoverSheet = {
  number: string;
  matter: string;
  lead: string;
  asked: readonly string[];
  agreed: string;
  differing: readonly (readonly [who: string, what: string, answer: string])[];
  proposal: readonly string[];
  history: readonly (readonly [when: string, what: string])[];
};

export function printCoverSheet(plan: PaperPlan, sheet: CoverSheet): Promise<Buffer> {
  const lines = (title: string, texts: readonly string[]): Block[] => [
    p(title, { face: "bold", before: 4, keep: true }),
    ...texts.map((text) => p(text)),
  ];
  return printOfficial(plan, {
    agency: "VPC",
    number: sheet.number,
    dated: { day: 20, month: 11, year: 2026 },
    form: "PHIẾU TRÌNH",
    subject: sheet.matter,
    preamble: [
      p(`Cơ quan chủ trì: **${sheet.lead}**`, { first: 0 }),
      ...lines("1. Vấn đề trình Chính phủ", sheet.asked),
      ...lines("2. Ý kiến thống nhất", [sheet.agreed]),
    ],
    parts: [
      {
        opening: () => [
          p("3. Ý kiến khác nhau", { face: "bold", before: 4, keep: true }),
          {
            kind: "table",
            columns: [
              { label: "Cơ quan", share: 1.8 },
              { label: "Ý kiến", share: 3.6, align: "justify" },
              { label: "Giải trình của cơ quan chủ trì", share: 3.6, align: "justify" },
            ],
            rows: sheet.differing.map((row) => [...row]),
          },
        ],
        share: 1,
      },
      {
        opening: () => [
          p("4. Quá trình xử lý hồ sơ tại Văn phòng Chính phủ", {
            face: "bold",
            before: 4,
            keep: true,
          }),
          {
            kind: "table",
            columns: [
              { label: "Ngày", share: 1.6, align: "center" },
              { label: "Nội dung", share: 7 },
            ],
            rows: sheet.history.map((row) => [...row]),
          },
        ],
        share: 1,
      },
      {
        opening: () => lines("5. Ý kiến đề xuất của Văn phòng Chính phủ", sheet.proposal),
        share: 1,
      },
    ],
    closing: [
      "Văn phòng Chính phủ kính trình Thủ tướng Chính phủ, các Phó Thủ tướng và các Thành viên Chính phủ xem xét, cho ý kiến.",
    ],
    copies: [
      "- Thủ tướng Chính phủ;",
      "- Các Phó Thủ tướng;",
      "- Thành viên Chính phủ;",
      "- Lưu: VT, TH.",
    ],
  });
}
