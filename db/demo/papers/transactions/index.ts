/** Item 4: the dossier of the amended law on digital transactions. */
import type { PaperPlan } from "../house";
import { printAppraisal, printBill, printComparison, printReview, printSubmission } from "./papers";
import { printReference } from "./reference";

const base = { meeting: "november", item: 4 } as const;
export const transactionPapers: readonly PaperPlan[] = [
  {
    ...base,
    key: "law-submission",
    kind: "submission",
    pages: 18,
    fileName: "To-trinh-Quoc-hoi.pdf",
    title: { vi: "Tờ trình Quốc hội", en: "Submission to the National Assembly" },
    print: printSubmission,
  },
  {
    ...base,
    key: "law-bill",
    kind: "draft_law",
    pages: 120,
    fileName: "Du-an-Luat-Giao-dich-so.pdf",
    title: {
      vi: "Dự án Luật Giao dịch số (sửa đổi)",
      en: "Bill: Law on Digital Transactions (amended)",
    },
    print: printBill,
  },
  {
    ...base,
    key: "law-review",
    kind: "implementation_review",
    pages: 75,
    fileName: "Bao-cao-tong-ket-thi-hanh.pdf",
    title: { vi: "Báo cáo tổng kết thi hành Luật", en: "Review of the law's implementation" },
    print: printReview,
  },
  {
    ...base,
    key: "law-appraisal",
    kind: "appraisal_report",
    pages: 22,
    fileName: "Bao-cao-tham-dinh-201.pdf",
    title: { vi: "Báo cáo thẩm định", en: "Appraisal report" },
    print: printAppraisal,
  },
  {
    ...base,
    key: "law-comparison",
    kind: "comparison",
    pages: 140,
    fileName: "Ban-so-sanh-Luat.pdf",
    title: {
      vi: "Bản so sánh Luật hiện hành và dự án Luật",
      en: "Comparison of the law in force and the bill",
    },
    print: printComparison,
  },
  {
    ...base,
    key: "law-reference",
    kind: "reference",
    pages: 352,
    fileName: "Digital-transactions-in-comparative-law.pdf",
    title: {
      vi: "Tài liệu tham khảo (tiếng Anh): Giao dịch số trong luật so sánh",
      en: "Reference: Digital Transactions in Comparative Law",
    },
    print: printReference,
  },
];
