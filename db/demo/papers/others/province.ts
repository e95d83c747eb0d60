/** The second body's meeting: UBND tỉnh Tân Hải, three short papers. */

import { economy } from "../economy/subject";
import { Writer } from "../grammar";
import { mixes, type PaperPlan, printOfficial, reportParts } from "../house";
import { motorway } from "../motorway/subject";
import { governance } from "../programme/subject";

const base = { meeting: "province" } as const;

export const provincePapers: readonly PaperPlan[] = [
  {
    ...base,
    item: 1,
    key: "province-budget",
    kind: "submission",
    pages: 4,
    fileName: "To-trinh-52-TTr-STC.pdf",
    title: {
      vi: "Tờ trình dự toán ngân sách tỉnh năm 2027",
      en: "Submission: provincial budget 2027",
    },
    print: (plan) =>
      printOfficial(plan, {
        agency: "STC",
        number: "52/TTr-STC",
        dated: { day: 17, month: 11, year: 2026 },
        form: "TỜ TRÌNH",
        subject: "Dự toán ngân sách tỉnh Tân Hải năm 2027",
        to: "Ủy ban nhân dân tỉnh",
        parts: reportParts(new Writer(economy, plan.key), [
          { title: "1. Kết quả năm 2026", share: 1, mix: mixes.results },
          { title: "2. Dự toán năm 2027", share: 1.4, mix: mixes.solutions },
        ]),
        closing: ["Sở Tài chính kính trình Ủy ban nhân dân tỉnh xem xét."],
        copies: ["- Như trên;", "- Lưu: VT."],
      }),
  },
  {
    ...base,
    item: 2,
    key: "province-land",
    kind: "report",
    pages: 5,
    fileName: "Bao-cao-giai-phong-mat-bang.pdf",
    title: {
      vi: "Báo cáo giải phóng mặt bằng cao tốc Tân Hải – Bạch Hạc",
      en: "Report on land clearance for the motorway",
    },
    print: (plan) =>
      printOfficial(plan, {
        agency: "TH",
        number: "233/BC-UBND",
        dated: { day: 18, month: 11, year: 2026 },
        form: "BÁO CÁO",
        subject: "Công tác giải phóng mặt bằng cao tốc Tân Hải – Bạch Hạc",
        parts: reportParts(new Writer(motorway, plan.key), [
          { title: "1. Tiến độ", share: 1.4, mix: mixes.results },
          { title: "2. Vướng mắc", share: 1, mix: mixes.limits },
          { title: "3. Giải pháp", share: 1, mix: mixes.solutions },
        ]),
        closing: ["Ủy ban nhân dân tỉnh thảo luận, cho ý kiến."],
        copies: ["- Thành viên UBND tỉnh;", "- Lưu: VT."],
      }),
  },
  {
    ...base,
    item: 3,
    key: "province-commendation",
    kind: "submission",
    pages: 3,
    fileName: "To-trinh-61-TTr-SNV.pdf",
    title: {
      vi: "Tờ trình khen thưởng đơn vị dẫn đầu năm 2026",
      en: "Submission: commendation of leading units 2026",
    },
    print: (plan) =>
      printOfficial(plan, {
        agency: "SNV",
        number: "61/TTr-SNV",
        dated: { day: 18, month: 11, year: 2026 },
        form: "TỜ TRÌNH",
        subject: "Khen thưởng đơn vị dẫn đầu phong trào thi đua năm 2026",
        to: "Ủy ban nhân dân tỉnh",
        parts: reportParts(new Writer(governance, plan.key), [
          {
            title: "1. Kết quả xét chọn",
            share: 1,
            texts: [
              "Hội đồng thi đua giới thiệu năm đơn vị: huyện Phú Sa, huyện Đông Lạc, Sở Y tế, Sở Giáo dục và Đào tạo, Ban Quản lý khu kinh tế.",
            ],
            mix: mixes.results,
          },
        ]),
        closing: ["Sở Nội vụ kính trình Ủy ban nhân dân tỉnh."],
        copies: ["- Như trên;", "- Lưu: VT."],
      }),
  },
];
