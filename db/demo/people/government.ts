/** The Government of the fictional state: 27 members in protocol order, and the agencies they lead. */
import type { Bilingual } from "../../../domain/text";

export type MemberSeat = {
  order: number;
  name: string;
  title: Bilingual;
  role: "chair" | "vice_chair" | "member";
  agency: { code: string; name: Bilingual; kind: "ministry" | "office" } | null;
};

const leader = (order: number, name: string, vi: string, en: string): MemberSeat => ({
  order,
  name,
  title: { vi, en },
  role: order === 1 ? "chair" : "vice_chair",
  agency: null,
});

const minister = (
  order: number,
  name: string,
  code: string,
  vi: string,
  en: string,
  title?: Bilingual,
): MemberSeat => ({
  order,
  name,
  title: title ?? { vi: `Bộ trưởng ${vi}`, en: `Minister, ${en}` },
  role: "member",
  agency: { code, name: { vi, en }, kind: code === "VPC" ? "office" : "ministry" },
});

export const governmentSeats: readonly MemberSeat[] = [
  leader(1, "Đoàn Minh Khải", "Thủ tướng Chính phủ", "Prime Minister"),
  leader(2, "Tạ Quốc Thịnh", "Phó Thủ tướng Thường trực", "Standing Deputy Prime Minister"),
  leader(
    3,
    "Vũ Hải Yến",
    "Phó Thủ tướng (kinh tế tổng hợp)",
    "Deputy Prime Minister (economic affairs)",
  ),
  leader(
    4,
    "Đinh Gia Phúc",
    "Phó Thủ tướng (khoa giáo, văn xã)",
    "Deputy Prime Minister (education, science and society)",
  ),
  leader(
    5,
    "Thân Trọng Nghĩa",
    "Phó Thủ tướng (công nghiệp, hạ tầng)",
    "Deputy Prime Minister (industry and infrastructure)",
  ),
  minister(6, "Lều Thế Vinh", "BQP", "Bộ Quốc phòng", "Ministry of Defence"),
  minister(7, "Khuất Đình Lâm", "BAN", "Bộ An ninh", "Ministry of Security"),
  minister(8, "Hứa Thục Anh", "BNG", "Bộ Ngoại giao", "Ministry of Foreign Affairs"),
  minister(9, "Mạc Văn Tường", "BNV", "Bộ Nội vụ", "Ministry of Home Affairs"),
  minister(10, "Lương Bích Ngà", "BTP", "Bộ Tư pháp", "Ministry of Justice"),
  minister(
    11,
    "Phùng Đăng Quế",
    "BKH",
    "Bộ Kế hoạch và Đầu tư",
    "Ministry of Planning and Investment",
  ),
  minister(12, "Cao Thị Mai Trâm", "BTC", "Bộ Tài chính", "Ministry of Finance"),
  minister(13, "Ngô Kế Sáng", "BCT", "Bộ Công Thương", "Ministry of Industry and Trade"),
  minister(
    14,
    "Tống Hữu Điền",
    "BNN",
    "Bộ Nông nghiệp và Nông thôn",
    "Ministry of Agriculture and Rural Affairs",
  ),
  minister(
    15,
    "Chử Đức Hoạch",
    "BGH",
    "Bộ Giao thông và Hạ tầng",
    "Ministry of Transport and Infrastructure",
  ),
  minister(
    16,
    "Nghiêm Việt Trụ",
    "BXD",
    "Bộ Xây dựng và Đô thị",
    "Ministry of Construction and Urban Affairs",
  ),
  minister(
    17,
    "Quách Thu Thủy",
    "BTM",
    "Bộ Tài nguyên và Môi trường",
    "Ministry of Natural Resources and Environment",
  ),
  minister(
    18,
    "Âu Dương Tuệ",
    "BKC",
    "Bộ Khoa học và Công nghệ",
    "Ministry of Science and Technology",
  ),
  minister(
    19,
    "Kiều Anh Đức",
    "BST",
    "Bộ Số hóa và Truyền thông",
    "Ministry of Digital Affairs and Communications",
  ),
  minister(
    20,
    "Bạch Thị Như Học",
    "BGD",
    "Bộ Giáo dục và Đào tạo",
    "Ministry of Education and Training",
  ),
  minister(21, "Thái Lương Sinh", "BYT", "Bộ Y tế", "Ministry of Health"),
  minister(
    22,
    "Hoàng Thị Bảo Cầm",
    "BLA",
    "Bộ Lao động và An sinh xã hội",
    "Ministry of Labour and Social Security",
  ),
  minister(
    23,
    "Trịnh Ca Dao",
    "BVH",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Ministry of Culture, Sports and Tourism",
  ),
  minister(24, "Lò Văn Pán", "UBD", "Ủy ban Dân tộc", "Committee for Ethnic Affairs", {
    vi: "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc",
    en: "Minister, Chair of the Committee for Ethnic Affairs",
  }),
  minister(25, "Giáp Trung Trực", "TTC", "Thanh tra Chính phủ", "Government Inspectorate", {
    vi: "Tổng Thanh tra Chính phủ",
    en: "Inspector General of the Government",
  }),
  minister(26, "Viên Kim Ngân Hà", "NHQ", "Ngân hàng Quốc gia", "National Bank", {
    vi: "Thống đốc Ngân hàng Quốc gia",
    en: "Governor of the National Bank",
  }),
  minister(27, "Đặng Chí Hòa", "VPC", "Văn phòng Chính phủ", "Government Office", {
    vi: "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
    en: "Minister, Head of the Government Office",
  }),
];
