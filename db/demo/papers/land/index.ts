/** Item 2: the dossier of the decree on land powers. */
import { Writer } from "../grammar";
import { opinionParts, type PaperPlan, printCoverSheet, printOfficial, tabular } from "../house";
import { p } from "../press";
import { printAppraisal, printImpact, printResponse } from "./assessments";
import { printComparison, printDecree } from "./decree";
import { land } from "./subject";
import { printSubmission } from "./submission";

function printOpinions(plan: PaperPlan): Promise<Buffer> {
  return printOfficial(plan, {
    agency: "BTM",
    number: "",
    dated: { day: 14, month: 11, year: 2026 },
    form: "BẢN TỔNG HỢP, TIẾP THU, GIẢI TRÌNH",
    subject:
      "Ý kiến của 21 bộ, cơ quan và 34 địa phương đối với dự thảo Nghị định\nvề phân cấp quản lý đất đai cho địa phương",
    style: tabular,
    size: "A4Landscape",
    preamble: [
      p(
        "Bộ Tài nguyên và Môi trường đã gửi dự thảo Nghị định lấy ý kiến hai lần. Tính đến ngày 12 tháng 11 năm 2026, 21 bộ, cơ quan và 34 địa phương đã có văn bản tham gia ý kiến. Kết quả tổng hợp như sau.",
      ),
    ],
    parts: opinionParts(new Writer(land, plan.key), "BTM"),
    closing: [
      "Trên đây là bản tổng hợp, tiếp thu, giải trình ý kiến; bản gốc các văn bản tham gia ý kiến được lưu trong hồ sơ trình.",
    ],
  });
}

const printCover = (plan: PaperPlan): Promise<Buffer> =>
  printCoverSheet(plan, {
    number: "1187/PTr-VPCP",
    matter: "Về dự thảo Nghị định về phân cấp quản lý đất đai cho địa phương",
    lead: "Bộ Tài nguyên và Môi trường (Tờ trình số 128/TTr-BTM ngày 16/11/2026)",
    asked: [
      "a) Chọn một trong hai phương án tại Điều 7.",
      "b) Biểu quyết thông qua dự thảo Nghị định theo phương án được chọn.",
    ],
    agreed:
      "Sự cần thiết, phạm vi, bố cục và các điều còn lại: 21/21 bộ, cơ quan và 34/34 địa phương thống nhất.",
    differing: [
      [
        "BTC, BNN, TTC và 2 bộ khác; 3 địa phương",
        "Đề nghị Phương án 2: giữ thẩm quyền hiện hành, rút ngắn thời hạn từ 45 ngày xuống còn 30 ngày làm việc, vì lo ngại suy giảm đất trồng lúa.",
        "Dự thảo đã đặt quỹ đất trồng lúa phải giữ cho từng tỉnh và cơ chế thu hồi thẩm quyền.",
      ],
      ["BTP", "Bổ sung cơ chế thu hồi thẩm quyền khi vi phạm.", "Đã tiếp thu tại Chương III."],
      [
        "BXD",
        "Liên thông dữ liệu quy hoạch đất đai và quy hoạch xây dựng.",
        "Đã tiếp thu; giao hai bộ ban hành quy chế trong quý I năm 2027.",
      ],
    ],
    history: [
      ["12/10/2026", "Tiếp nhận hồ sơ lần đầu; yêu cầu bổ sung báo cáo đánh giá tác động."],
      ["05/11/2026", "Nhận báo cáo thẩm định của Bộ Tư pháp."],
      ["16/11/2026", "Tiếp nhận hồ sơ trình chính thức, dự thảo lần 5."],
      ["19/11/2026", "Hoàn thành thẩm tra; hồ sơ đủ điều kiện trình phiên họp."],
    ],
    proposal: [
      "Văn phòng Chính phủ đề nghị chọn **Phương án 1** và thông qua dự thảo Nghị định tại phiên họp.",
      "Trường hợp còn ý kiến về hạn mức 500 ha, đề nghị giao Bộ Tài nguyên và Môi trường báo cáo sau hai năm thực hiện.",
    ],
  });

const base = { meeting: "november", item: 2 } as const;
export const landPapers: readonly PaperPlan[] = [
  {
    ...base,
    key: "land-submission",
    kind: "submission",
    pages: 14,
    fileName: "To-trinh-128-TTr-BTM.pdf",
    title: { vi: "Tờ trình", en: "Submission" },
    print: printSubmission,
  },
  {
    ...base,
    key: "land-decree",
    kind: "draft_decree",
    pages: 38,
    fileName: "Du-thao-Nghi-dinh-lan-5.pdf",
    title: { vi: "Dự thảo Nghị định (lần 5)", en: "Draft decree (5th draft)" },
    print: printDecree,
  },
  {
    ...base,
    key: "land-impact",
    kind: "impact_assessment",
    pages: 57,
    fileName: "Bao-cao-danh-gia-tac-dong.pdf",
    title: { vi: "Báo cáo đánh giá tác động", en: "Impact assessment" },
    print: printImpact,
  },
  {
    ...base,
    key: "land-appraisal",
    kind: "appraisal_report",
    pages: 16,
    fileName: "Bao-cao-tham-dinh-BTP.pdf",
    title: {
      vi: "Báo cáo thẩm định của Bộ Tư pháp",
      en: "Appraisal report of the Ministry of Justice",
    },
    print: printAppraisal,
  },
  {
    ...base,
    key: "land-response",
    kind: "appraisal_response",
    pages: 11,
    fileName: "Giai-trinh-y-kien-tham-dinh.pdf",
    title: { vi: "Giải trình ý kiến thẩm định", en: "Response to the appraisal" },
    print: printResponse,
  },
  {
    ...base,
    key: "land-opinions",
    kind: "consolidated_opinions",
    pages: 92,
    fileName: "Tong-hop-tiep-thu-giai-trinh.pdf",
    title: {
      vi: "Bản tổng hợp, tiếp thu, giải trình ý kiến",
      en: "Consolidated opinions and replies",
    },
    print: printOpinions,
  },
  {
    ...base,
    key: "land-comparison",
    kind: "comparison",
    pages: 40,
    fileName: "Ban-so-sanh.pdf",
    title: { vi: "Bản so sánh với quy định hiện hành", en: "Comparison with the rules in force" },
    print: printComparison,
  },
  {
    ...base,
    key: "land-cover",
    kind: "cover_sheet",
    pages: 2,
    fileName: "Phieu-trinh-1187-PTr-VPCP.pdf",
    title: {
      vi: "Phiếu trình của Văn phòng Chính phủ",
      en: "Cover sheet of the Government Office",
    },
    print: printCover,
  },
];
