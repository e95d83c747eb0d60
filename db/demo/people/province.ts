/** UBND tỉnh Tân Hải: 23 members of a provincial committee. */
import type { Bilingual } from "../../../domain/text";

export type ProvinceSeat = {
  order: number;
  name: string;
  title: Bilingual;
  role: "chair" | "vice_chair" | "member";
};

const names: readonly (readonly [name: string, vi: string, en: string])[] = [
  ["Tăng Bá Long", "Chủ tịch UBND tỉnh", "Chair of the People's Committee"],
  ["Khổng Đức Thuận", "Phó Chủ tịch Thường trực UBND tỉnh", "Standing Vice Chair"],
  ["Giang Thị Hồng Vân", "Phó Chủ tịch UBND tỉnh", "Vice Chair"],
  ["Lục Quốc Bình", "Phó Chủ tịch UBND tỉnh", "Vice Chair"],
  [
    "Cù Huy Tuấn",
    "Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh",
    "Commander, Provincial Military Command",
  ],
  ["Tiêu Văn Sang", "Giám đốc Công an tỉnh", "Director, Provincial Police"],
  ["Khúc Minh Triết", "Giám đốc Sở Tài chính", "Director, Department of Finance"],
  ["Lại Thị Vân Anh", "Giám đốc Sở Nội vụ", "Director, Department of Home Affairs"],
  [
    "Ninh Thế Cường",
    "Giám đốc Sở Kế hoạch và Đầu tư",
    "Director, Department of Planning and Investment",
  ],
  ["Phí Thị Hạnh", "Giám đốc Sở Tư pháp", "Director, Department of Justice"],
  ["Mai Đình Trọng", "Giám đốc Sở Công Thương", "Director, Department of Industry and Trade"],
  ["Đồng Văn Khuê", "Giám đốc Sở Nông nghiệp", "Director, Department of Agriculture"],
  ["Thạch Sơn Lâm", "Giám đốc Sở Giao thông", "Director, Department of Transport"],
  ["Ngụy Khắc Hưng", "Giám đốc Sở Xây dựng", "Director, Department of Construction"],
  [
    "Chu Thị Minh Nguyệt",
    "Giám đốc Sở Tài nguyên và Môi trường",
    "Director, Department of Natural Resources and Environment",
  ],
  [
    "Kim Thanh Tùng",
    "Giám đốc Sở Khoa học và Số hóa",
    "Director, Department of Science and Digital Affairs",
  ],
  [
    "Tôn Nữ Diệu Linh",
    "Giám đốc Sở Giáo dục và Đào tạo",
    "Director, Department of Education and Training",
  ],
  ["Phó Đức Nam", "Giám đốc Sở Y tế", "Director, Department of Health"],
  ["Sử Thị Thơm", "Giám đốc Sở Lao động", "Director, Department of Labour"],
  [
    "Vương Đình Hải",
    "Giám đốc Sở Văn hóa và Du lịch",
    "Director, Department of Culture and Tourism",
  ],
  ["Hầu A Sính", "Trưởng Ban Dân tộc tỉnh", "Head, Provincial Committee for Ethnic Affairs"],
  ["Uông Thị Lam", "Chánh Thanh tra tỉnh", "Chief Inspector of the Province"],
  ["Trương Gia Huy", "Trưởng Ban Quản lý khu kinh tế", "Head, Economic Zone Authority"],
];

export const provinceSeats: readonly ProvinceSeat[] = names.map(([name, vi, en], index) => ({
  order: index + 1,
  name,
  title: { vi, en },
  role: index === 0 ? "chair" : index < 4 ? "vice_chair" : "member",
}));
