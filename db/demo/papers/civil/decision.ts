/** The draft decision that approves the scheme. */
import { Writer } from "../grammar";
import { type PaperPlan, printOfficial, reportParts } from "../house";
import { group, h, p } from "../press";
import { civil } from "./subject";

const decisionArticles = [
  [
    "Điều 1. Phê duyệt Đề án số hóa hộ tịch giai đoạn 2027–2030",
    "1. Mục tiêu: đến tháng 6 năm 2030, 100% sổ hộ tịch được số hóa, đối soát và kết chuyển; 95% việc hộ tịch được giải quyết trực tuyến; bản sao điện tử thay thế bản sao giấy trong mọi thủ tục hành chính.",
    "2. Phạm vi: 34 địa phương và các cơ quan đại diện ở nước ngoài.",
  ],
  [
    "Điều 2. Nhiệm vụ chủ yếu",
    "1. Hoàn thiện quy định về giá trị pháp lý của dữ liệu hộ tịch điện tử trong năm 2027.",
    "2. Số hóa khoảng 41 triệu trang sổ; nghiệm thu theo lô, tỷ lệ sai lệch không quá 0,5%.",
    "3. Nâng cấp Hệ thống hộ tịch điện tử, kết nối cơ sở dữ liệu dân cư, y tế, bảo hiểm xã hội.",
    "4. Bảo quản sổ gốc tại kho lưu trữ đạt tiêu chuẩn.",
    "5. Đào tạo lại 2.874 công chức tư pháp – hộ tịch.",
  ],
  [
    "Điều 3. Kinh phí",
    "1. Tổng kinh phí 1.860 tỷ đồng: ngân sách trung ương 1.240 tỷ đồng, ngân sách địa phương 620 tỷ đồng, phân kỳ 2027: 380; 2028: 560; 2029: 540; 2030: 380 tỷ đồng.",
    "2. Kinh phí được cấp theo kết quả nghiệm thu từng lô.",
  ],
  [
    "Điều 4. Trách nhiệm của Bộ Tư pháp",
    "1. Chủ trì thực hiện Đề án; ban hành bộ tiêu chí chất lượng dữ liệu trước ngày 31 tháng 3 năm 2027.",
    "2. Báo cáo Thủ tướng Chính phủ sáu tháng một lần; sơ kết năm 2028, tổng kết năm 2030.",
  ],
  [
    "Điều 5. Trách nhiệm của các bộ, cơ quan",
    "1. Bộ Tài chính bố trí kinh phí trong dự toán hằng năm, hướng dẫn thanh toán, quyết toán.",
    "2. Bộ Số hóa và Truyền thông bảo đảm hạ tầng kết nối đến 100% xã trong năm 2027.",
    "3. Bộ An ninh phối hợp đối soát với dữ liệu dân cư.",
    "4. Bộ Y tế kết nối dữ liệu chứng sinh, báo tử.",
  ],
  [
    "Điều 6. Trách nhiệm của Ủy ban nhân dân các tỉnh, thành phố",
    "1. Bố trí kinh phí, nhân lực, mặt bằng quét, nhập liệu theo cụm.",
    "2. Chịu trách nhiệm về chất lượng dữ liệu của địa phương; nghiệm thu, bàn giao đúng tiến độ.",
  ],
  [
    "Điều 7. Theo dõi, đánh giá",
    "1. Tiến độ, chất lượng được công khai hằng quý trên Cổng thông tin hộ tịch.",
    "2. Văn phòng Chính phủ theo dõi, đôn đốc, báo cáo tại phiên họp thường kỳ.",
  ],
  [
    "Điều 8. Bảo vệ dữ liệu cá nhân",
    "1. Người tham gia quét, nhập liệu phải được đào tạo, cam kết bảo mật; thiết bị nhập liệu không kết nối mạng công cộng.",
    "2. Dữ liệu hộ tịch chỉ được khai thác đúng mục đích; mọi lượt truy cập được ghi nhận.",
  ],
] as const;

export function printDecision(plan: PaperPlan): Promise<Buffer> {
  return printOfficial(plan, {
    agency: "TTg",
    number: "     /QĐ-TTg",
    dated: null,
    form: "QUYẾT ĐỊNH",
    subject: "Phê duyệt Đề án số hóa hộ tịch giai đoạn 2027–2030",
    preamble: [
      p("DỰ THẢO", { face: "bold", align: "center", size: 12 }),
      ...[
        "Căn cứ Luật Tổ chức Chính phủ; Luật Hộ tịch;",
        "Căn cứ Nghị quyết số 102/NQ-CP ngày 18 tháng 6 năm 2026 của Chính phủ;",
        "Theo đề nghị của Bộ trưởng Bộ Tư pháp tại Tờ trình số 96/TTr-BTP ngày 13 tháng 11 năm 2026.",
      ].map((text) => p(text, { face: "italic" })),
      p("QUYẾT ĐỊNH:", { face: "bold", align: "center" }),
    ],
    parts: [
      ...decisionArticles.map(([title, ...texts]) => ({
        opening: () => [group(h(2, title), ...texts.map((text) => p(text)))],
        share: 1,
      })),
      ...reportParts(
        new Writer(civil, plan.key),
        [
          {
            title: "Điều 9. Lộ trình, nhiệm vụ cụ thể của các bộ, cơ quan, địa phương",
            share: 9,
            mix: { moves: ["duties"], tables: 3, lists: 4 },
          },
        ],
        2,
      ),
    ],
    finale: () => [
      h(2, "Điều 10. Hiệu lực thi hành"),
      p("1. Quyết định này có hiệu lực kể từ ngày ký ban hành."),
      p(
        "2. Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố chịu trách nhiệm thi hành Quyết định này.",
      ),
    ],
    closing: [],
    copies: [
      "- Như Điều 10;",
      "- Các Phó Thủ tướng;",
      "- UBND các tỉnh, thành phố;",
      "- Lưu: VT, PL.",
    ],
  });
}
