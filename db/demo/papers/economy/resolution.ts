/** The draft resolution of the session: one paragraph per ministry, one owner per task. */
import { Writer } from "../grammar";
import { mixes, type PaperPlan, printOfficial, reportParts } from "../house";
import { group, h, p } from "../press";
import { economy } from "./subject";

const resolutionTasks: readonly (readonly [string, readonly string[]])[] = [
  [
    "Bộ Kế hoạch và Đầu tư",
    [
      "Theo dõi, đôn đốc giải ngân theo tuần; báo cáo các dự án chậm trước ngày 10 tháng 12.",
      "Trình phương án điều chuyển vốn giữa các bộ, địa phương trước ngày 05 tháng 12.",
      "Hoàn thiện kịch bản tăng trưởng năm 2027 theo quý.",
    ],
  ],
  [
    "Bộ Tài chính",
    [
      "Bảo đảm thu đủ, thu đúng, chống thất thu; đẩy nhanh hoàn thuế cho doanh nghiệp xuất khẩu.",
      "Xuất cấp kịp thời gạo dự trữ hỗ trợ vùng thiên tai.",
      "Kiểm soát giá các mặt hàng thiết yếu dịp cuối năm.",
    ],
  ],
  [
    "Ngân hàng Quốc gia",
    [
      "Điều hành tỷ giá, lãi suất phù hợp; bảo đảm thanh khoản cuối năm.",
      "Hướng tín dụng vào sản xuất, nhà ở xã hội.",
    ],
  ],
  [
    "Bộ Công Thương",
    [
      "Bảo đảm cung ứng điện, xăng dầu; tăng cường quản lý thị trường.",
      "Mở rộng thị trường xuất khẩu, hỗ trợ doanh nghiệp tận dụng các hiệp định thương mại.",
    ],
  ],
  [
    "Bộ Nông nghiệp và Nông thôn",
    [
      "Khôi phục sản xuất sau mưa lũ; chuẩn bị giống vụ đông xuân.",
      "Kiểm soát dịch bệnh trên đàn vật nuôi.",
    ],
  ],
  [
    "Bộ Giao thông và Hạ tầng",
    [
      "Bảo đảm tiến độ các dự án cao tốc; bổ sung nguồn vật liệu theo cơ chế đã duyệt.",
      "Sửa chữa đường bị sạt lở trước ngày 20 tháng 12.",
    ],
  ],
  [
    "Bộ Xây dựng và Đô thị",
    ["Đôn đốc 18 dự án nhà ở xã hội hoàn thành trong năm.", "Rà soát định mức, đơn giá vật liệu."],
  ],
  [
    "Bộ Lao động và An sinh xã hội",
    [
      "Nắm tình hình tiền lương, thưởng cuối năm; phòng ngừa tranh chấp lao động.",
      "Hỗ trợ kịp thời hộ nghèo, gia đình chính sách.",
    ],
  ],
  ["Bộ Y tế", ["Bảo đảm thuốc, vật tư y tế; phòng, chống dịch mùa đông xuân."]],
  [
    "Bộ Giáo dục và Đào tạo",
    ["Khôi phục trường học bị thiệt hại; bảo đảm học sinh trở lại trường trước ngày 10 tháng 12."],
  ],
  [
    "Bộ Tài nguyên và Môi trường",
    [
      "Hướng dẫn xác định giá đất cụ thể phục vụ giải phóng mặt bằng.",
      "Cảnh báo sớm sạt lở, lũ quét tại các tỉnh miền núi.",
    ],
  ],
  [
    "Bộ Số hóa và Truyền thông",
    ["Hoàn thành kết nối hộ tịch, dân cư, bảo hiểm tại 34 địa phương."],
  ],
  ["Thanh tra Chính phủ", ["Thanh tra việc chậm giải ngân tại các dự án dưới 50% kế hoạch."]],
  [
    "Ủy ban nhân dân các tỉnh, thành phố",
    [
      "Chịu trách nhiệm về kết quả giải ngân của địa phương; giao ban hằng tuần.",
      "Chăm lo đời sống nhân dân, bảo đảm an ninh, trật tự dịp cuối năm.",
      "Công khai thủ tục, tháo gỡ khó khăn cho doanh nghiệp.",
    ],
  ],
  ["Văn phòng Chính phủ", ["Theo dõi, đôn đốc các nhiệm vụ; báo cáo tại phiên họp tháng 12."]],
];

export function printResolution(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(economy, plan.key);
  return printOfficial(plan, {
    agency: "CP",
    number: "     /NQ-CP",
    dated: null,
    form: "NGHỊ QUYẾT",
    subject: "Phiên họp Chính phủ thường kỳ tháng 11 năm 2026",
    preamble: [
      p("DỰ THẢO", { face: "bold", align: "center", size: 12 }),
      p("Căn cứ Luật Tổ chức Chính phủ; Quy chế làm việc của Chính phủ;", { face: "italic" }),
      p(
        "Trên cơ sở thảo luận của các Thành viên Chính phủ và kết luận của Thủ tướng Chính phủ tại Phiên họp Chính phủ thường kỳ tháng 11 năm 2026,",
        { face: "italic" },
      ),
      p("QUYẾT NGHỊ:", { face: "bold", align: "center" }),
    ],
    parts: [
      ...reportParts(writer, [
        {
          title: "I. Về tình hình kinh tế – xã hội tháng 11 và 11 tháng năm 2026",
          share: 3,
          texts: [
            "Chính phủ thống nhất đánh giá: kinh tế – xã hội tiếp tục chuyển biến tích cực; tổng sản phẩm trong nước 11 tháng ước tăng 7,3%, lạm phát được kiểm soát, giải ngân vốn đầu tư công đạt 74,6% kế hoạch.",
          ],
          mix: mixes.views,
        },
      ]),
      { opening: () => [h(1, "II. Nhiệm vụ tháng 12 năm 2026")], share: 0.1 },
      ...resolutionTasks.map(([agency, tasks], index) => ({
        opening: () => [
          group(
            h(2, `${index + 1}. ${agency}:`),
            ...tasks.map((task, at) => p(`${"abcde".charAt(at)}) ${task}`)),
          ),
        ],
        share: 1,
      })),
      ...reportParts(writer, [
        {
          title: "III. Về các nội dung khác của phiên họp",
          share: 3,
          mix: { moves: ["duties"], lists: 4 },
        },
      ]),
    ],
    closing: [
      "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố chịu trách nhiệm thi hành Nghị quyết này.",
    ],
  });
}
