/** The thematic meeting in preparation, December: two dossiers under examination, one to be completed. */

import { civil } from "../civil/subject";
import { Writer } from "../grammar";
import { mixes, type PaperPlan, printOfficial, reportParts } from "../house";
import { governance } from "../programme/subject";
import { transactions } from "../transactions/subject";

const base = { meeting: "december" } as const;

export const decemberPapers: readonly PaperPlan[] = [
  {
    ...base,
    item: 1,
    key: "december-registry-submission",
    kind: "submission",
    pages: 8,
    fileName: "To-trinh-104-TTr-BTP.pdf",
    title: {
      vi: "Tờ trình dự án Luật Đăng ký giao dịch bảo đảm",
      en: "Submission: bill on registration of secured transactions",
    },
    print: (plan) =>
      printOfficial(plan, {
        agency: "BTP",
        number: "104/TTr-BTP",
        dated: { day: 18, month: 11, year: 2026 },
        form: "TỜ TRÌNH",
        subject: "Dự án Luật Đăng ký giao dịch bảo đảm",
        to: "Chính phủ",
        parts: reportParts(new Writer(transactions, plan.key), [
          { title: "I. SỰ CẦN THIẾT", share: 2, mix: mixes.limits },
          { title: "II. QUAN ĐIỂM", share: 1, mix: mixes.views },
          { title: "III. NỘI DUNG CƠ BẢN", share: 3, mix: mixes.solutions },
          { title: "IV. NGUỒN LỰC", share: 1, mix: mixes.duties },
        ]),
        closing: ["Bộ Tư pháp kính trình Chính phủ."],
      }),
  },
  {
    ...base,
    item: 2,
    key: "december-laws-report",
    kind: "report",
    pages: 9,
    fileName: "Bao-cao-1201-BC-VPCP.pdf",
    title: {
      vi: "Báo cáo tình hình nợ đọng văn bản quy định chi tiết",
      en: "Report on overdue implementing regulations",
    },
    print: (plan) =>
      printOfficial(plan, {
        agency: "VPC",
        number: "1201/BC-VPCP",
        dated: { day: 19, month: 11, year: 2026 },
        form: "BÁO CÁO",
        subject: "Tình hình ban hành văn bản quy định chi tiết thi hành luật",
        to: "Chính phủ",
        parts: reportParts(new Writer(governance, plan.key), [
          { title: "I. TÌNH HÌNH", share: 3, mix: mixes.results },
          { title: "II. NGUYÊN NHÂN", share: 2, mix: mixes.limits },
          { title: "III. GIẢI PHÁP", share: 3, mix: mixes.solutions },
        ]),
        closing: ["Văn phòng Chính phủ kính trình Chính phủ."],
      }),
  },
  {
    ...base,
    item: 3,
    key: "december-registry-civil",
    kind: "summary_report",
    pages: 5,
    fileName: "Bao-cao-tom-tat-Luat-Ho-tich.pdf",
    title: {
      vi: "Báo cáo tóm tắt đề nghị xây dựng Luật Hộ tịch (sửa đổi)",
      en: "Summary: proposal to amend the Law on Civil Status",
    },
    print: (plan) =>
      printOfficial(plan, {
        agency: "BTP",
        number: "",
        dated: { day: 17, month: 11, year: 2026 },
        form: "BÁO CÁO TÓM TẮT",
        subject: "Đề nghị xây dựng Luật Hộ tịch (sửa đổi)",
        parts: reportParts(new Writer(civil, plan.key), [
          { title: "1. Sự cần thiết", share: 1, mix: mixes.limits },
          { title: "2. Chính sách đề xuất", share: 2, mix: mixes.solutions },
        ]),
        closing: ["Hồ sơ đang được bổ sung báo cáo đánh giá tác động."],
      }),
  },
];
