/** Item 1: the monthly reports and the session's draft resolution. */
import { localities, Writer } from "../grammar";
import { mixes, type Outline, type PaperPlan, printOfficial, report, reportParts } from "../house";
import type { Chart } from "../press";
import { printAnnex } from "./annex";
import { printResolution } from "./resolution";
import { economy } from "./subject";

const growth: Chart = {
  kind: "chart",
  look: "bars",
  caption: "Hình A. Tăng trưởng tổng sản phẩm trong nước theo quý",
  unit: "Đơn vị: %",
  labels: ["QI/2025", "QII", "QIII", "QIV", "QI/2026", "QII", "QIII", "QIV (ước)"],
  series: [{ label: "Tăng trưởng", values: [6.2, 6.5, 6.9, 7, 6.8, 7.1, 7.4, 7.8] }],
  decimal: ",",
  source: "Nguồn: cơ quan thống kê quốc gia.",
};

const sectors = [
  "Công nghiệp và xây dựng",
  "Nông, lâm nghiệp và thủy sản",
  "Thương mại, dịch vụ, du lịch",
  "Xuất nhập khẩu",
  "Giá cả, tiền tệ, tín dụng",
  "Thu, chi ngân sách",
  "Đầu tư phát triển",
  "Doanh nghiệp",
  "Lao động, việc làm, an sinh xã hội",
  "Giáo dục, y tế, văn hóa",
  "Tài nguyên, môi trường, thiên tai",
  "Cải cách hành chính",
  "Đối ngoại, hội nhập",
];

function printReport(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(economy, plan.key);
  return printOfficial(plan, {
    agency: "BKH",
    number: "842/BC-BKH",
    dated: { day: 20, month: 11, year: 2026 },
    form: "BÁO CÁO",
    subject:
      "Tình hình kinh tế – xã hội tháng 11 và 11 tháng năm 2026;\nnhiệm vụ, giải pháp trọng tâm tháng 12",
    to: "Chính phủ",
    style: report,
    parts: reportParts(writer, [
      {
        title: "TÓM TẮT",
        share: 1.6,
        texts: [
          "Tổng sản phẩm trong nước 11 tháng ước tăng 7,3%; quý III tăng 7,4%, quý IV ước tăng 7,8%. Chỉ số giá tiêu dùng bình quân tăng 3,1%. Thu ngân sách đạt 689 nghìn tỷ đồng, bằng 98,4% dự toán; giải ngân vốn đầu tư công đạt 74,6% kế hoạch.",
        ],
        blocks: [growth],
        mix: mixes.views,
      },
      { title: "I. BỐI CẢNH QUỐC TẾ VÀ TRONG NƯỚC", share: 3, mix: mixes.state },
      {
        title: "II. TÌNH HÌNH KINH TẾ – XÃ HỘI",
        children: sectors.map(
          (title, index): Outline => ({
            title: `${index + 1}. ${title}`,
            share: 3,
            mix: { ...mixes.results, subheads: ["a) Kết quả", "b) Hạn chế, nguyên nhân"] },
          }),
        ),
      },
      {
        title: "III. ĐÁNH GIÁ CHUNG",
        children: [
          { title: "1. Kết quả nổi bật", share: 2, mix: mixes.results },
          { title: "2. Tồn tại, hạn chế", share: 3, mix: mixes.limits },
          { title: "3. Dự báo cả năm", share: 2, mix: mixes.effects },
        ],
      },
      {
        title: "IV. NHIỆM VỤ, GIẢI PHÁP THÁNG 12",
        newPage: true,
        children: [
          { title: "1. Nhóm nhiệm vụ chung", share: 3, mix: mixes.solutions },
          { title: "2. Nhiệm vụ của từng bộ, cơ quan", share: 4, mix: mixes.duties },
          { title: "3. Nhiệm vụ của địa phương", share: 2, mix: mixes.duties },
        ],
      },
      { title: "V. KIẾN NGHỊ", share: 1, mix: mixes.solutions },
    ]),
    closing: [
      "Bộ Kế hoạch và Đầu tư kính trình Chính phủ xem xét, thảo luận và thông qua Nghị quyết phiên họp.",
    ],
  });
}

function printDisbursement(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(economy, plan.key);
  const rates = [81.2, 79.8, 78.4, 77.9, 76.1, 73.2, 70.4, 66.8, 61.5, 57.3];
  const names = [1, 6, 12, 3, 18, 4, 9, 20, 25, 30].map((index) => localities[index] ?? "");
  return printOfficial(plan, {
    agency: "BKH",
    number: "843/BC-BKH",
    dated: { day: 20, month: 11, year: 2026 },
    form: "BÁO CÁO",
    subject: "Tình hình giải ngân vốn đầu tư công 11 tháng năm 2026",
    to: "Chính phủ",
    style: report,
    parts: reportParts(writer, [
      {
        title: "I. TÌNH HÌNH PHÂN BỔ, GIẢI NGÂN",
        share: 5,
        texts: [
          "Kế hoạch vốn năm 2026 là 318.400 tỷ đồng. Ước giải ngân đến ngày 30 tháng 11 là 237.526 tỷ đồng, đạt 74,6% kế hoạch, cao hơn cùng kỳ 4,2 điểm phần trăm. Mười địa phương tại Hình A gồm năm nơi đạt trên 76% và ba nơi dưới 67%.",
        ],
        blocks: [
          {
            kind: "chart",
            look: "rows",
            caption: "Hình A. Tỷ lệ giải ngân tại mười địa phương",
            unit: "Đơn vị: % kế hoạch",
            labels: names,
            series: [{ label: "Tỷ lệ", values: rates }],
            decimal: ",",
          },
        ],
        mix: mixes.results,
      },
      { title: "II. CÁC DỰ ÁN QUAN TRỌNG QUỐC GIA", share: 6, mix: { ...mixes.state, tables: 3 } },
      { title: "III. KHÓ KHĂN, VƯỚNG MẮC", share: 5, mix: mixes.limits },
      { title: "IV. GIẢI PHÁP ĐẾN 31 THÁNG 01 NĂM 2027", share: 5, mix: mixes.solutions },
      { title: "V. KIẾN NGHỊ ĐIỀU CHUYỂN VỐN", share: 3, mix: mixes.duties },
    ]),
    closing: ["Bộ Kế hoạch và Đầu tư báo cáo, kính trình Chính phủ."],
  });
}

function printExamination(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(economy, plan.key);
  return printOfficial(plan, {
    agency: "VPC",
    number: "1186/BC-VPCP",
    dated: { day: 21, month: 11, year: 2026 },
    form: "BÁO CÁO THẨM TRA",
    subject: "Hồ sơ nội dung 1 Phiên họp Chính phủ thường kỳ tháng 11",
    to: "Thủ tướng Chính phủ; Thành viên Chính phủ",
    parts: reportParts(writer, [
      {
        title: "1. Về hồ sơ",
        texts: [
          "Hồ sơ gồm 5 tài liệu, gửi đúng thời hạn ngày 20 tháng 11; số liệu giữa báo cáo và phụ lục thống nhất.",
        ],
      },
      {
        title: "2. Vấn đề đề nghị tập trung thảo luận",
        share: 2,
        texts: [
          "a) Giải pháp bảo đảm giải ngân trên 95% kế hoạch.",
          "b) Bình ổn giá và bảo đảm điện, nguồn hàng dịp cuối năm.",
          "c) Khôi phục sản xuất tại ba tỉnh bị thiệt hại do mưa lũ.",
        ],
        mix: mixes.solutions,
      },
      { title: "3. Ý kiến của Văn phòng Chính phủ", share: 1, mix: mixes.duties },
    ]),
    closing: ["Văn phòng Chính phủ đề nghị Chính phủ thảo luận và thông qua Nghị quyết phiên họp."],
  });
}

const base = { meeting: "november", item: 1 } as const;
export const economyPapers: readonly PaperPlan[] = [
  {
    ...base,
    key: "economy-report",
    kind: "report",
    pages: 64,
    fileName: "Bao-cao-842-BC-BKH.pdf",
    title: {
      vi: "Báo cáo tình hình kinh tế – xã hội",
      en: "Report on the socio-economic situation",
    },
    print: printReport,
  },
  {
    ...base,
    key: "economy-disbursement",
    kind: "report",
    pages: 28,
    fileName: "Bao-cao-843-BC-BKH.pdf",
    title: {
      vi: "Báo cáo giải ngân vốn đầu tư công",
      en: "Report on public investment disbursement",
    },
    print: printDisbursement,
  },
  {
    ...base,
    key: "economy-annex",
    kind: "annex",
    pages: 46,
    fileName: "Phu-luc-so-lieu.pdf",
    title: { vi: "Phụ lục số liệu", en: "Annex of figures" },
    print: printAnnex,
  },
  {
    ...base,
    key: "economy-examination",
    kind: "examination_report",
    pages: 3,
    fileName: "Bao-cao-tham-tra-1186-BC-VPCP.pdf",
    title: {
      vi: "Báo cáo thẩm tra của Văn phòng Chính phủ",
      en: "Examination report of the Government Office",
    },
    print: printExamination,
  },
  {
    ...base,
    key: "economy-resolution",
    kind: "draft_resolution",
    pages: 12,
    fileName: "Du-thao-Nghi-quyet-phien-hop.pdf",
    title: { vi: "Dự thảo Nghị quyết phiên họp", en: "Draft resolution of the session" },
    print: printResolution,
  },
];
