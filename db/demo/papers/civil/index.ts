/** Item 3: the scheme to digitise civil status. */
import { Writer } from "../grammar";
import {
  mixes,
  type Outline,
  type PaperPlan,
  printCoverSheet,
  printOfficial,
  report,
  reportParts,
} from "../house";
import { p } from "../press";
import { printDecision } from "./decision";
import { civil } from "./subject";

function printSubmission(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(civil, plan.key);
  return printOfficial(plan, {
    agency: "BTP",
    number: "96/TTr-BTP",
    dated: { day: 13, month: 11, year: 2026 },
    form: "TỜ TRÌNH",
    subject: "Về việc phê duyệt Đề án số hóa hộ tịch\ngiai đoạn 2027–2030",
    to: "Chính phủ",
    preamble: [
      p(
        "Thực hiện Nghị quyết số 102/NQ-CP ngày 18 tháng 6 năm 2026, Bộ Tư pháp đã xây dựng Đề án số hóa hộ tịch giai đoạn 2027–2030 với tổng kinh phí 1.860 tỷ đồng, trong đó ngân sách trung ương 1.240 tỷ đồng; mục tiêu 100% sổ hộ tịch được số hóa, đối soát vào tháng 6 năm 2030.",
      ),
    ],
    parts: reportParts(writer, [
      { title: "I. SỰ CẦN THIẾT", share: 2, mix: { ...mixes.limits, figures: 3 } },
      {
        title: "II. NỘI DUNG CHÍNH CỦA ĐỀ ÁN",
        share: 3,
        texts: [
          "1. Mục tiêu đến năm 2028: số hóa 80% sổ hộ tịch; đến năm 2030: 100%.",
          "2. Phạm vi: 34 địa phương, khoảng 41 triệu trang sổ lập từ năm 1954.",
        ],
        mix: mixes.solutions,
      },
      {
        title: "III. Ý KIẾN CÁC BỘ, ĐỊA PHƯƠNG",
        share: 1.5,
        texts: [
          "Bộ Tài chính cơ bản thống nhất, đề nghị phân kỳ kinh phí theo kết quả nghiệm thu; Bộ Tư pháp đã tiếp thu.",
        ],
        mix: mixes.views,
      },
      { title: "IV. TỔ CHỨC THỰC HIỆN", share: 1.5, mix: mixes.duties },
    ]),
    closing: [
      "Bộ Tư pháp kính trình Chính phủ xem xét, phê duyệt Đề án và thông qua dự thảo Quyết định kèm theo.",
    ],
  });
}

function printScheme(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(civil, plan.key);
  const task = (number: number, title: string): Outline => ({
    title: `${number}. ${title}`,
    share: 3,
    mix: {
      ...mixes.solutions,
      subheads: [
        "a) Nội dung công việc",
        "b) Sản phẩm và tiêu chí nghiệm thu",
        "c) Kinh phí và phân kỳ",
      ],
    },
  });
  return printOfficial(plan, {
    agency: "BTP",
    number: "",
    dated: { day: 13, month: 11, year: 2026 },
    form: "ĐỀ ÁN",
    subject: "SỐ HÓA HỘ TỊCH GIAI ĐOẠN 2027–2030",
    style: report,
    preamble: [
      p("(Kèm theo Tờ trình số 96/TTr-BTP ngày 13 tháng 11 năm 2026 của Bộ Tư pháp)", {
        face: "italic",
        align: "center",
      }),
    ],
    parts: reportParts(writer, [
      {
        title: "PHẦN THỨ NHẤT. THỰC TRẠNG",
        children: [
          { title: "I. Kết quả giai đoạn 2021–2026", share: 9, mix: mixes.results },
          { title: "II. Hạn chế, bất cập", share: 7, mix: mixes.limits },
          {
            title: "III. Thực trạng theo vùng",
            share: 7,
            mix: {
              ...mixes.state,
              tables: 3,
              subheads: [
                "1. Vùng núi phía bắc",
                "2. Đồng bằng ven biển",
                "3. Cao nguyên",
                "4. Hải đảo",
              ],
            },
          },
          { title: "IV. Bài học kinh nghiệm", share: 4, mix: mixes.views },
        ],
      },
      {
        title: "PHẦN THỨ HAI. QUAN ĐIỂM, MỤC TIÊU",
        newPage: true,
        children: [
          { title: "I. Quan điểm", share: 3, mix: mixes.views },
          {
            title: "II. Mục tiêu đến năm 2028 và năm 2030",
            share: 4,
            mix: { ...mixes.solutions, tables: 3 },
          },
        ],
      },
      {
        title: "PHẦN THỨ BA. NHIỆM VỤ, GIẢI PHÁP",
        newPage: true,
        children: [
          "Hoàn thiện thể chế",
          "Số hóa sổ hộ tịch lịch sử",
          "Nâng cấp Hệ thống hộ tịch điện tử",
          "Liên thông với dữ liệu dân cư, y tế, bảo hiểm",
          "Cấp bản sao điện tử",
          "Bảo quản sổ gốc",
          "Đào tạo nhân lực",
          "An toàn thông tin, bảo vệ dữ liệu cá nhân",
          "Truyền thông, hỗ trợ người dân",
        ].map((title, index) => task(index + 1, title)),
      },
      {
        title: "PHẦN THỨ TƯ. KINH PHÍ VÀ HIỆU QUẢ",
        newPage: true,
        children: [
          { title: "I. Khái toán kinh phí", share: 5, mix: { moves: ["effects"], tables: 2 } },
          { title: "II. Hiệu quả kinh tế – xã hội", share: 5, mix: mixes.effects },
          { title: "III. Rủi ro và biện pháp", share: 3, mix: mixes.options },
        ],
      },
      {
        title: "PHẦN THỨ NĂM. TỔ CHỨC THỰC HIỆN",
        children: [
          { title: "I. Lộ trình", share: 3, mix: { ...mixes.duties, tables: 2 } },
          { title: "II. Phân công trách nhiệm", share: 4, mix: mixes.duties },
        ],
      },
    ]),
    closing: ["Đề án được rà soát, sơ kết vào năm 2028 và tổng kết vào năm 2030."],
  });
}

function printFinanceOpinion(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(civil, plan.key);
  return printOfficial(plan, {
    agency: "BTC",
    number: "11842/BTC-HCSN",
    dated: { day: 10, month: 11, year: 2026 },
    form: "Ý KIẾN VỀ KINH PHÍ",
    subject: "Đề án số hóa hộ tịch giai đoạn 2027–2030",
    to: "Bộ Tư pháp",
    preamble: [p("Trả lời văn bản số 5210/BTP-HT của Bộ Tư pháp, Bộ Tài chính có ý kiến như sau.")],
    parts: reportParts(writer, [
      {
        title: "1. Về tổng mức và cơ cấu nguồn",
        texts: [
          "Tổng mức 1.860 tỷ đồng phù hợp khả năng cân đối giai đoạn 2027–2030 với điều kiện ngân sách địa phương bảo đảm 620 tỷ đồng. Đề nghị phân kỳ: năm 2027 là 380 tỷ đồng; năm 2028 là 560 tỷ đồng; năm 2029 là 540 tỷ đồng; năm 2030 là 380 tỷ đồng.",
        ],
        blocks: [
          {
            kind: "chart",
            look: "bars",
            caption: "Hình A. Phân kỳ kinh phí",
            unit: "Đơn vị: tỷ đồng",
            labels: ["2027", "2028", "2029", "2030"],
            series: [{ label: "Kinh phí", values: [380, 560, 540, 380] }],
            decimal: ",",
          },
        ],
      },
      { title: "2. Về định mức chi", share: 1, mix: mixes.effects },
      { title: "3. Về kiểm soát chi", share: 1, mix: mixes.views },
    ]),
    closing: [
      "Bộ Tài chính thống nhất trình Chính phủ phê duyệt Đề án sau khi tiếp thu các ý kiến trên.",
    ],
  });
}

const printCover = (plan: PaperPlan): Promise<Buffer> =>
  printCoverSheet(plan, {
    number: "1188/PTr-VPCP",
    matter: "Về Đề án số hóa hộ tịch giai đoạn 2027–2030",
    lead: "Bộ Tư pháp (Tờ trình số 96/TTr-BTP ngày 13/11/2026)",
    asked: [
      "a) Phê duyệt Đề án với tổng kinh phí 1.860 tỷ đồng.",
      "b) Biểu quyết thông qua dự thảo Quyết định.",
    ],
    agreed: "19/21 bộ, cơ quan và 33/34 địa phương thống nhất hoàn toàn.",
    differing: [
      [
        "BTC",
        "Cấp kinh phí theo kết quả nghiệm thu từng lô.",
        "Đã tiếp thu tại Điều 3 dự thảo Quyết định.",
      ],
      ["BAN", "Đối soát với dữ liệu dân cư trước khi kết chuyển.", "Đã tiếp thu tại Điều 5."],
      [
        "Tỉnh Mường Khê",
        "Đề nghị trung ương hỗ trợ 100% kinh phí cho tỉnh vùng cao.",
        "Đã nâng mức hỗ trợ lên 85%; phần còn lại từ ngân sách tỉnh.",
      ],
    ],
    history: [
      ["22/10/2026", "Tiếp nhận hồ sơ lần đầu."],
      ["10/11/2026", "Nhận ý kiến của Bộ Tài chính về kinh phí."],
      ["13/11/2026", "Tiếp nhận hồ sơ trình chính thức."],
      ["18/11/2026", "Hoàn thành thẩm tra; đủ điều kiện trình phiên họp."],
    ],
    proposal: [
      "Văn phòng Chính phủ đề nghị thông qua dự thảo Quyết định.",
      "Giao Bộ Tư pháp báo cáo tiến độ sáu tháng một lần; sơ kết năm 2028.",
    ],
  });

const base = { meeting: "november", item: 3 } as const;
export const civilPapers: readonly PaperPlan[] = [
  {
    ...base,
    key: "civil-submission",
    kind: "submission",
    pages: 9,
    fileName: "To-trinh-96-TTr-BTP.pdf",
    title: { vi: "Tờ trình", en: "Submission" },
    print: printSubmission,
  },
  {
    ...base,
    key: "civil-scheme",
    kind: "proposal",
    pages: 88,
    fileName: "De-an-so-hoa-ho-tich.pdf",
    title: {
      vi: "Đề án số hóa hộ tịch giai đoạn 2027–2030",
      en: "Scheme to digitise civil status, 2027–2030",
    },
    print: printScheme,
  },
  {
    ...base,
    key: "civil-decision",
    kind: "draft_decision",
    pages: 6,
    fileName: "Du-thao-Quyet-dinh.pdf",
    title: { vi: "Dự thảo Quyết định", en: "Draft decision" },
    print: printDecision,
  },
  {
    ...base,
    key: "civil-finance",
    kind: "agency_opinion",
    pages: 4,
    fileName: "Y-kien-BTC-ve-kinh-phi.pdf",
    title: {
      vi: "Ý kiến Bộ Tài chính về kinh phí",
      en: "Opinion of the Ministry of Finance on cost",
    },
    print: printFinanceOpinion,
  },
  {
    ...base,
    key: "civil-cover",
    kind: "cover_sheet",
    pages: 2,
    fileName: "Phieu-trinh-1188-PTr-VPCP.pdf",
    title: {
      vi: "Phiếu trình của Văn phòng Chính phủ",
      en: "Cover sheet of the Government Office",
    },
    print: printCover,
  },
];
