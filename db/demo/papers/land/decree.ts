/** The draft decree itself, and its comparison with what is in force. */

import { Writer } from "../grammar";
import {
  type Counter,
  chapterHeading,
  chapterParts,
  comparisonParts,
  type PaperPlan,
  printOfficial,
  tabular,
} from "../house";
import { type Block, group, h, type Part, p } from "../press";
import { article7, decree, generalArticles, powers } from "./articles";
import { land } from "./subject";

const grounds = [
  "Căn cứ Luật Tổ chức Chính phủ của Cộng hòa Hồng Lạc;",
  "Căn cứ Luật Tổ chức chính quyền địa phương;",
  "Căn cứ Luật Đất đai; Luật Quy hoạch; Luật Lâm nghiệp;",
  "Theo đề nghị của Bộ trưởng Bộ Tài nguyên và Môi trường;",
  "Chính phủ ban hành Nghị định về phân cấp quản lý đất đai cho địa phương.",
];

function* powersAsClauses(): Generator<Block, void, void> {
  const { speech } = new Writer(land, "land-powers");
  for (const [index, power] of powers.entries()) {
    yield group(
      p(`${index + 1}. ${power}`, { keep: true }),
      p(
        speech.fill(
          "a) Phạm vi: áp dụng đối với {activity}, trừ trường hợp đã có {provision} riêng;",
        ),
      ),
      p(
        speech.fill(
          "b) Thời hạn giải quyết: không quá {8-30} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ;",
        ),
      ),
      p(speech.fill("c) Điều kiện kèm theo: {measure}.")),
    );
  }
}

export function printDecree(plan: PaperPlan): Promise<Buffer> {
  const counter: Counter = { next: 9 };
  const [second, ...later] = chapterParts(decree, counter, 1);
  const secondPart: Part[] =
    second === undefined
      ? []
      : [
          {
            ...second,
            atPage: 9,
            opening: () => [chapterHeading(1, decree.chapters[0]?.title ?? ""), ...article7],
          },
        ];
  return printOfficial(plan, {
    agency: "CP",
    number: "     /2026/NĐ-CP",
    dated: null,
    form: "NGHỊ ĐỊNH",
    subject: "Về phân cấp quản lý đất đai cho địa phương",
    preamble: [
      p("DỰ THẢO LẦN 5", { face: "bold", align: "center", size: 12, after: 8 }),
      ...grounds.map((ground) => p(ground, { face: "italic" })),
    ],
    parts: [
      { opening: () => [chapterHeading(0, "QUY ĐỊNH CHUNG"), ...generalArticles], share: 5 },
      {
        opening: () => [
          h(2, "Điều 6. Các nhóm nhiệm vụ, quyền hạn được phân cấp"),
          p("Chính phủ phân cấp cho chính quyền địa phương các nhóm nhiệm vụ, quyền hạn sau đây:"),
        ],
        share: 2,
        filling: powersAsClauses,
      },
      ...secondPart,
      ...later,
    ],
    closing: [],
    copies: [
      "- Các bộ, cơ quan ngang bộ;",
      "- UBND các tỉnh, thành phố;",
      "- Văn phòng Chính phủ;",
      "- Lưu: VT, NN.",
    ],
    finale: () => [
      chapterHeading(4, "ĐIỀU KHOẢN THI HÀNH"),
      group(
        h(2, `Điều ${counter.next}. Hiệu lực và trách nhiệm thi hành`),
        p(
          "1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2027. Hồ sơ đã tiếp nhận trước ngày này được tiếp tục giải quyết theo quy định tại thời điểm tiếp nhận, trừ trường hợp người nộp đề nghị áp dụng quy định mới.",
        ),
        p(
          "2. Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân cấp tỉnh chịu trách nhiệm thi hành Nghị định này.",
        ),
      ),
    ],
  });
}

export function printComparison(plan: PaperPlan): Promise<Buffer> {
  return printOfficial(plan, {
    agency: "BTM",
    number: "",
    dated: { day: 16, month: 11, year: 2026 },
    form: "BẢN SO SÁNH, THUYẾT MINH",
    subject: "Dự thảo Nghị định về phân cấp quản lý đất đai cho địa phương\nvới quy định hiện hành",
    style: tabular,
    size: "A4Landscape",
    preamble: [
      p(
        "Bản so sánh trình bày các điều, khoản có thay đổi so với Nghị định số 52/2021/NĐ-CP và các văn bản liên quan đang có hiệu lực; nội dung chỉ chỉnh lý kỹ thuật được ghi rõ ở cột thuyết minh.",
      ),
    ],
    parts: comparisonParts(decree, 9, [
      "Quy định hiện hành",
      "Dự thảo Nghị định (lần 5)",
      "Thuyết minh",
    ]),
    closing: [
      "Bản so sánh này kèm theo Tờ trình số 128/TTr-BTM ngày 16 tháng 11 năm 2026 của Bộ Tài nguyên và Môi trường.",
    ],
  });
}
