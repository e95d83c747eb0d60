/** Who issues and signs papers in the fictional state. */
import type { PaperHead, Signature } from "../press";

export const state = "CỘNG HÒA HỒNG LẠC";
export const motto = "Kỷ cương – Liêm chính – Phụng sự";

type Agency = { lines: string; short: string; chief: readonly string[]; signer: string };

export const agencies = {
  CP: {
    lines: "CHÍNH PHỦ",
    short: "Chính phủ",
    chief: ["TM. CHÍNH PHỦ", "THỦ TƯỚNG"],
    signer: "Đoàn Minh Khải",
  },
  TTg: {
    lines: "THỦ TƯỚNG CHÍNH PHỦ",
    short: "Thủ tướng Chính phủ",
    chief: ["THỦ TƯỚNG"],
    signer: "Đoàn Minh Khải",
  },
  VPC: {
    lines: "VĂN PHÒNG CHÍNH PHỦ",
    short: "Văn phòng Chính phủ",
    chief: ["KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"],
    signer: "Lã Thị Thanh",
  },
  BKH: {
    lines: "BỘ KẾ HOẠCH\nVÀ ĐẦU TƯ",
    short: "Bộ Kế hoạch và Đầu tư",
    chief: ["BỘ TRƯỞNG"],
    signer: "Phùng Đăng Quế",
  },
  BTM: {
    lines: "BỘ TÀI NGUYÊN\nVÀ MÔI TRƯỜNG",
    short: "Bộ Tài nguyên và Môi trường",
    chief: ["BỘ TRƯỞNG"],
    signer: "Quách Thu Thủy",
  },
  BTP: { lines: "BỘ TƯ PHÁP", short: "Bộ Tư pháp", chief: ["BỘ TRƯỞNG"], signer: "Lương Bích Ngà" },
  BTC: {
    lines: "BỘ TÀI CHÍNH",
    short: "Bộ Tài chính",
    chief: ["BỘ TRƯỞNG"],
    signer: "Cao Thị Mai Trâm",
  },
  BST: {
    lines: "BỘ SỐ HÓA\nVÀ TRUYỀN THÔNG",
    short: "Bộ Số hóa và Truyền thông",
    chief: ["BỘ TRƯỞNG"],
    signer: "Kiều Anh Đức",
  },
  BGH: {
    lines: "BỘ GIAO THÔNG\nVÀ HẠ TẦNG",
    short: "Bộ Giao thông và Hạ tầng",
    chief: ["BỘ TRƯỞNG"],
    signer: "Chử Đức Hoạch",
  },
  BLA: {
    lines: "BỘ LAO ĐỘNG\nVÀ AN SINH XÃ HỘI",
    short: "Bộ Lao động và An sinh xã hội",
    chief: ["BỘ TRƯỞNG"],
    signer: "Hoàng Thị Bảo Cầm",
  },
  BNG: {
    lines: "BỘ NGOẠI GIAO",
    short: "Bộ Ngoại giao",
    chief: ["BỘ TRƯỞNG"],
    signer: "Hứa Thục Anh",
  },
  BGD: {
    lines: "BỘ GIÁO DỤC\nVÀ ĐÀO TẠO",
    short: "Bộ Giáo dục và Đào tạo",
    chief: ["BỘ TRƯỞNG"],
    signer: "Bạch Thị Như Học",
  },
  BNV: { lines: "BỘ NỘI VỤ", short: "Bộ Nội vụ", chief: ["BỘ TRƯỞNG"], signer: "Mạc Văn Tường" },
  TH: {
    lines: "ỦY BAN NHÂN DÂN\nTỈNH TÂN HẢI",
    short: "Ủy ban nhân dân tỉnh Tân Hải",
    chief: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    signer: "Tăng Bá Long",
  },
  STC: {
    lines: "SỞ TÀI CHÍNH",
    short: "Sở Tài chính tỉnh Tân Hải",
    chief: ["GIÁM ĐỐC"],
    signer: "Khúc Minh Triết",
  },
  SNV: {
    lines: "SỞ NỘI VỤ",
    short: "Sở Nội vụ tỉnh Tân Hải",
    chief: ["GIÁM ĐỐC"],
    signer: "Lại Thị Vân Anh",
  },
} as const satisfies Record<string, Agency>;
export type AgencyCode = keyof typeof agencies;

/** Number, place and date as the head of a paper has them; an undated paper is a draft. */
export function headOf(
  code: AgencyCode,
  number: string,
  dated: { day: number; month: number; year: number } | null,
): PaperHead {
  const local = code === "TH" || code === "STC" || code === "SNV";
  const place = local ? "Tân Hải" : "Thăng Bình";
  const date =
    dated === null
      ? "ngày … tháng … năm 2026"
      : `ngày ${two(dated.day)} tháng ${two(dated.month, 2)} năm ${dated.year}`;
  return {
    ...(code === "STC" || code === "SNV" ? { above: "UBND TỈNH TÂN HẢI" } : {}),
    agency: agencies[code].lines,
    state,
    motto,
    number: number === "" ? "" : `Số: ${number}`,
    placeAndDate: `${place}, ${date}`,
  };
}

/** Days below 10 and months 1 and 2 carry a 0 in official papers. */
function two(value: number, below = 9): string {
  return value <= below ? `0${value}` : String(value);
}

export function signatureOf(code: AgencyCode, copies: readonly string[]): Signature {
  const agency = agencies[code];
  return {
    authority: agency.chief,
    name: agency.signer,
    copiesLabel: "Nơi nhận:",
    copies,
    mark: "(chữ ký minh họa)",
  };
}
