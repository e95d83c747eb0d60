/** The list of planned matters: ministry by ministry, each with a month, a level and a deputy in charge. */
import { bagOf, between, seeded } from "../grammar";
import { type Part, p, type Row } from "../press";

const objects: Readonly<Record<string, readonly string[]>> = {
  BQP: [
    "lực lượng dự bị động viên",
    "khu kinh tế – quốc phòng",
    "công trình quốc phòng kết hợp dân sinh",
  ],
  BAN: ["quản lý cư trú", "phòng cháy, chữa cháy", "trật tự, an toàn giao thông"],
  BNG: ["cơ quan đại diện ở nước ngoài", "điều ước quốc tế", "bảo hộ công dân"],
  BNV: [
    "vị trí việc làm",
    "tiền lương công chức",
    "tổ chức bộ máy cấp huyện",
    "thi đua, khen thưởng",
  ],
  BTP: ["đăng ký giao dịch bảo đảm", "trợ giúp pháp lý", "thi hành án dân sự", "công chứng"],
  BKH: ["đầu tư công", "khu kinh tế ven biển", "đăng ký doanh nghiệp", "quy hoạch vùng"],
  BTC: ["quản lý nợ công", "thuế thu nhập", "tài sản công", "hải quan", "giá dịch vụ công"],
  BCT: ["thị trường điện", "thương mại điện tử", "hóa chất", "cụm công nghiệp"],
  BNN: ["thủy lợi", "chăn nuôi", "nuôi biển", "lâm nghiệp", "bảo hiểm nông nghiệp"],
  BGH: ["vận tải đường thủy", "đường sắt đô thị", "cảng biển", "đăng kiểm"],
  BXD: ["nhà ở xã hội", "cấp nước sạch", "quy hoạch đô thị", "vật liệu xây dựng"],
  BTM: ["tài nguyên nước", "khoáng sản", "quan trắc môi trường", "tín chỉ các-bon"],
  BKC: ["sở hữu trí tuệ", "đổi mới sáng tạo", "đo lường, chất lượng", "năng lượng nguyên tử"],
  BST: ["dữ liệu mở", "tần số vô tuyến", "bưu chính", "định danh số"],
  BGD: ["giáo dục mầm non", "đại học tự chủ", "học phí", "giáo viên vùng khó khăn"],
  BYT: ["khám, chữa bệnh từ xa", "dược", "y tế cơ sở", "an toàn thực phẩm"],
  BLA: ["bảo hiểm thất nghiệp", "trẻ em", "người có công", "việc làm ngoài nước"],
  BVH: ["di sản văn hóa", "điện ảnh", "du lịch cộng đồng", "thể thao học đường"],
  UBD: ["chính sách vùng đồng bào dân tộc", "nước sinh hoạt vùng cao"],
  TTC: ["kê khai tài sản", "tiếp công dân", "thanh tra chuyên ngành"],
  NHQ: ["thanh toán không dùng tiền mặt", "ngoại hối", "tín dụng xanh"],
  VPC: ["kiểm soát thủ tục hành chính", "chế độ báo cáo"],
};
const forms = [
  "Nghị định quy định chi tiết về {o}",
  "Nghị định sửa đổi, bổ sung quy định về {o}",
  "Đề án phát triển {o} đến năm 2035",
  "Chiến lược quốc gia về {o} giai đoạn 2027–2035",
  "Báo cáo đánh giá chính sách về {o}",
  "Quyết định về cơ chế hỗ trợ {o}",
  "Đề án nâng cao chất lượng {o}",
  "Chương trình mục tiêu về {o}",
  "Kế hoạch thực hiện Luật trong lĩnh vực {o}",
  "Chỉ thị về tăng cường quản lý {o}",
  "Đề án chuyển đổi số trong {o}",
  "Nghị quyết về thí điểm cơ chế đặc thù đối với {o}",
];
const deputies = [
  "PTT Tạ Quốc Thịnh",
  "PTT Vũ Hải Yến",
  "PTT Đinh Gia Phúc",
  "PTT Thân Trọng Nghĩa",
];
const authorities = ["Chính phủ", "Thủ tướng Chính phủ", "Quốc hội (qua Chính phủ)"];

export function agencyPart([code, name]: readonly [string, string], index: number): Part {
  const random = seeded(`programme-${code}`);
  const form = bagOf(forms, random);
  const object = bagOf(objects[code] ?? [], random);
  const deputy = deputies[index % deputies.length] ?? "";
  let count = 0;
  return {
    opening: () => [
      p(`${index + 1}. ${name.toUpperCase()}`, { face: "bold", before: 6, keep: true }),
    ],
    share: (objects[code] ?? []).length,
    *filling() {
      const known = new Set<string>();
      for (;;) {
        const rows: Row[] = [];
        while (rows.length < 4) {
          const title = form().replace("{o}", object());
          if (known.has(title) && known.size < 40) continue;
          known.add(title);
          count += 1;
          const month = between(random, 1, 12);
          rows.push([
            `${index + 1}.${count}`,
            title,
            authorities[between(random, 0, 2)] ?? "",
            `Tháng ${month < 3 ? `0${month}` : month}`,
            deputy,
          ]);
        }
        yield {
          kind: "table",
          joins: count > 4,
          columns: [
            { label: "TT", share: 0.7, align: "center" },
            { label: "Tên đề án", share: 4.6 },
            { label: "Cấp trình", share: 1.7 },
            { label: "Thời gian trình", share: 1.2, align: "center" },
            { label: "Phó Thủ tướng phụ trách", share: 1.8 },
          ],
          rows,
        };
      }
    },
  };
}
