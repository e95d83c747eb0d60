/** Item 5: the dossier of the motorway. */
import { Writer } from "../grammar";
import { mixes, type Outline, type PaperPlan, printOfficial, report, reportParts } from "../house";
import { p } from "../press";
import { printMaps } from "./map";
import { motorway } from "./subject";

function printSubmission(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(motorway, plan.key);
  return printOfficial(plan, {
    agency: "BGH",
    number: "174/TTr-BGH",
    dated: { day: 14, month: 11, year: 2026 },
    form: "TỜ TRÌNH",
    subject: "Về chủ trương đầu tư Dự án đường bộ cao tốc\nTân Hải – Bạch Hạc",
    to: "Chính phủ",
    preamble: [
      p(
        "Dự án dài 86,4 km, quy mô giai đoạn 1 là 4 làn xe, tổng mức đầu tư sơ bộ 21.870 tỷ đồng, thực hiện từ năm 2027 đến năm 2031. Bộ Giao thông và Hạ tầng kính trình Chính phủ như sau.",
      ),
    ],
    parts: reportParts(writer, [
      { title: "I. CĂN CỨ VÀ SỰ CẦN THIẾT ĐẦU TƯ", share: 3, mix: { ...mixes.limits, figures: 3 } },
      {
        title: "II. NỘI DUNG CHỦ TRƯƠNG ĐẦU TƯ",
        share: 4,
        texts: [
          "1. Điểm đầu: nút giao cảng Tân Hải; điểm cuối: nút giao phía tây thành phố Bạch Hạc.",
          "2. Nhu cầu sử dụng đất: 742 ha, trong đó đất trồng lúa 118 ha.",
          "3. Nguồn vốn: ngân sách trung ương 14.300 tỷ đồng; ngân sách hai tỉnh 7.570 tỷ đồng.",
        ],
        mix: mixes.solutions,
      },
      { title: "III. HIỆU QUẢ ĐẦU TƯ", share: 2, mix: mixes.effects },
      { title: "IV. Ý KIẾN CỦA HỘI ĐỒNG THẨM ĐỊNH LIÊN NGÀNH", share: 1.5, mix: mixes.views },
      { title: "V. TỔ CHỨC THỰC HIỆN", share: 1.5, mix: mixes.duties },
    ]),
    closing: [
      "Bộ Giao thông và Hạ tầng kính trình Chính phủ xem xét, quyết định chủ trương đầu tư Dự án.",
    ],
  });
}

function printStudy(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(motorway, plan.key);
  const part = (title: string, share: number, mix: NonNullable<Outline["mix"]>): Outline => ({
    title,
    share,
    mix,
  });
  return printOfficial(plan, {
    agency: "BGH",
    number: "",
    dated: { day: 9, month: 11, year: 2026 },
    form: "BÁO CÁO NGHIÊN CỨU TIỀN KHẢ THI (TÓM TẮT)",
    subject: "Dự án đường bộ cao tốc Tân Hải – Bạch Hạc",
    style: report,
    parts: reportParts(writer, [
      {
        title: "CHƯƠNG 1. SỰ CẦN THIẾT ĐẦU TƯ",
        children: [
          part("1.1. Hiện trạng giao thông", 5, mixes.results),
          part("1.2. Bất cập của tuyến hiện hữu", 4, mixes.limits),
          part("1.3. Quy hoạch liên quan", 3, mixes.views),
        ],
      },
      {
        title: "CHƯƠNG 2. DỰ BÁO NHU CẦU VẬN TẢI",
        children: [
          part("2.1. Phương pháp", 2, mixes.views),
          part("2.2. Kết quả dự báo", 5, {
            moves: ["situation", "effects"],
            figures: 3,
            tables: 3,
          }),
        ],
      },
      {
        title: "CHƯƠNG 3. PHƯƠNG ÁN HƯỚNG TUYẾN",
        newPage: true,
        children: [
          part("3.1. Phương án ven biển", 4, mixes.options),
          part("3.2. Phương án trung tâm", 4, mixes.options),
          part("3.3. Phương án phía núi", 4, mixes.options),
          part("3.4. So sánh, kiến nghị", 3, { ...mixes.effects, tables: 2 }),
        ],
      },
      {
        title: "CHƯƠNG 4. QUY MÔ, GIẢI PHÁP KỸ THUẬT",
        children: [
          part("4.1. Mặt cắt ngang, nền mặt đường", 4, mixes.solutions),
          part("4.2. Cầu và hầm Cửa Gió", 4, mixes.solutions),
          part("4.3. Nút giao, trạm dừng nghỉ", 3, mixes.solutions),
        ],
      },
      {
        title: "CHƯƠNG 5. MÔI TRƯỜNG, GIẢI PHÓNG MẶT BẰNG",
        newPage: true,
        children: [
          part("5.1. Đánh giá sơ bộ tác động môi trường", 4, mixes.effects),
          part("5.2. Phương án tái định cư", 4, mixes.duties),
        ],
      },
      {
        title: "CHƯƠNG 6. TỔNG MỨC ĐẦU TƯ, HIỆU QUẢ",
        children: [
          part("6.1. Tổng mức đầu tư", 4, { moves: ["effects"], tables: 2 }),
          part("6.2. Hiệu quả kinh tế, tài chính", 5, mixes.effects),
          part("6.3. Phân tích rủi ro", 3, mixes.limits),
        ],
      },
      part("CHƯƠNG 7. KẾT LUẬN, KIẾN NGHỊ", 2, mixes.solutions),
    ]),
    closing: ["Báo cáo đầy đủ và hồ sơ khảo sát được lưu tại Bộ Giao thông và Hạ tầng."],
  });
}

function printAppraisal(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(motorway, plan.key);
  return printOfficial(plan, {
    agency: "BKH",
    number: "861/BCTĐ-BKH",
    dated: { day: 12, month: 11, year: 2026 },
    form: "BÁO CÁO THẨM ĐỊNH LIÊN NGÀNH",
    subject: "Chủ trương đầu tư Dự án đường bộ cao tốc Tân Hải – Bạch Hạc",
    to: "Thủ tướng Chính phủ",
    style: report,
    parts: reportParts(writer, [
      {
        title: "I. HỒ SƠ VÀ QUÁ TRÌNH THẨM ĐỊNH",
        share: 2,
        texts: [
          "Hội đồng gồm đại diện 11 bộ, cơ quan và hai tỉnh; 18/19 thành viên bỏ phiếu thông qua ngày 11 tháng 11 năm 2026.",
        ],
        mix: mixes.state,
      },
      { title: "II. SỰ CẦN THIẾT VÀ SỰ PHÙ HỢP QUY HOẠCH", share: 5, mix: mixes.results },
      { title: "III. HƯỚNG TUYẾN, QUY MÔ, CÔNG NGHỆ", share: 6, mix: mixes.options },
      { title: "IV. ĐẤT ĐAI, MÔI TRƯỜNG, TÁI ĐỊNH CƯ", share: 5, mix: mixes.limits },
      { title: "V. TỔNG MỨC ĐẦU TƯ VÀ KHẢ NĂNG CÂN ĐỐI VỐN", share: 5, mix: mixes.effects },
      { title: "VI. CÁC VẤN ĐỀ CẦN LÀM RÕ Ở BƯỚC SAU", share: 4, mix: mixes.solutions },
      { title: "VII. KẾT LUẬN", share: 1.5, mix: mixes.views },
    ]),
    closing: [
      "Hội đồng thẩm định liên ngành đề nghị Chính phủ quyết định chủ trương đầu tư Dự án.",
    ],
  });
}

const base = { meeting: "november", item: 5 } as const;
export const motorwayPapers: readonly PaperPlan[] = [
  {
    ...base,
    key: "motorway-submission",
    kind: "submission",
    pages: 12,
    fileName: "To-trinh-174-TTr-BGH.pdf",
    title: { vi: "Tờ trình", en: "Submission" },
    print: printSubmission,
  },
  {
    ...base,
    key: "motorway-study",
    kind: "summary_report",
    pages: 66,
    fileName: "Bao-cao-tien-kha-thi-tom-tat.pdf",
    title: {
      vi: "Báo cáo nghiên cứu tiền khả thi (tóm tắt)",
      en: "Pre-feasibility study (summary)",
    },
    print: printStudy,
  },
  {
    ...base,
    key: "motorway-appraisal",
    kind: "appraisal_report",
    pages: 31,
    fileName: "Bao-cao-tham-dinh-lien-nganh.pdf",
    title: { vi: "Báo cáo thẩm định liên ngành", en: "Inter-agency appraisal report" },
    print: printAppraisal,
  },
  {
    ...base,
    key: "motorway-maps",
    kind: "map",
    pages: 8,
    fileName: "Ban-do-huong-tuyen-A3.pdf",
    title: { vi: "Bản đồ hướng tuyến (A3)", en: "Route maps (A3)" },
    print: printMaps,
  },
];
