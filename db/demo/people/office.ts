/** Those who serve the Government or are asked in, and the administrator. */
import type { GrantableRole } from "../../../domain/bodies";
import type { Bilingual } from "../../../domain/text";

export type Helper = {
  key: string;
  name: string;
  userName: string;
  title: Bilingual;
  /** what the body grants; guests and the administrator have none */
  grant: GrantableRole | null;
  shownAs: GrantableRole | "administrator" | "rapporteur" | "invitee" | "substitute" | "observer";
};

const helper = (
  key: string,
  name: string,
  userName: string,
  vi: string,
  en: string,
  grant: GrantableRole | null,
  shownAs?: Helper["shownAs"],
): Helper => ({
  key,
  name,
  userName,
  title: { vi, en },
  grant,
  shownAs: shownAs ?? grant ?? "invitee",
});

export const helpers = {
  officeLead: helper(
    "office-lead",
    "Lã Thị Thanh",
    "thanhlt.vpc",
    "Phó Chủ nhiệm Văn phòng Chính phủ",
    "Deputy Head of the Government Office",
    "office_lead",
  ),
  examiner: helper(
    "examiner",
    "Ông Ích Tín",
    "tinoi.vpc",
    "Chuyên viên cao cấp Văn phòng Chính phủ",
    "Senior examiner, Government Office",
    "examiner",
  ),
  secretary: helper(
    "secretary",
    "Nhâm Tuyết Lan",
    "lannt.vpc",
    "Văn phòng Chính phủ",
    "Government Office",
    "secretary",
  ),
  secondSecretary: helper(
    "second-secretary",
    "Từ Gia Bảo",
    "baotg.vpc",
    "Văn phòng Chính phủ",
    "Government Office",
    "secretary",
  ),
  clerk: helper(
    "clerk",
    "Mẫn Thị Cúc",
    "cucmt.vpc",
    "Văn phòng Chính phủ",
    "Government Office",
    "clerk",
  ),
  memberStaff: helper(
    "member-staff",
    "Doãn Phúc An",
    "andp.btm",
    "Thư ký của Bộ trưởng Bộ Tài nguyên và Môi trường",
    "Secretary to the Minister of Natural Resources and Environment",
    "member_staff",
  ),
  agencyOfficer: helper(
    "agency-officer",
    "Liễu Minh Châu",
    "chaulm.btp",
    "Đầu mối Bộ Tư pháp",
    "Liaison officer, Ministry of Justice",
    "agency_officer",
  ),
  auditor: helper(
    "auditor",
    "Ứng Công Minh",
    "minhuc.kc",
    "Văn phòng Chính phủ",
    "Government Office",
    "auditor",
  ),
  presenter: helper(
    "presenter",
    "Sầm Việt Hưng",
    "hungsv.btm",
    "Thứ trưởng Bộ Tài nguyên và Môi trường",
    "Deputy Minister of Natural Resources and Environment",
    null,
    "rapporteur",
  ),
  substitute: helper(
    "substitute",
    "Cung Thị Hiền",
    "hienct.byt",
    "Thứ trưởng Bộ Y tế",
    "Deputy Minister of Health",
    null,
    "substitute",
  ),
  ethnicCouncil: helper(
    "ethnic-council",
    "Vàng Seo Lử",
    "luvs.hddt",
    "Chủ tịch Hội đồng Dân tộc",
    "President of the Ethnic Council",
    null,
  ),
  union: helper(
    "union",
    "Mai Kiên Cường",
    "cuongmk.lhcd",
    "Chủ tịch Liên hiệp Công đoàn",
    "President of the Union Federation",
    null,
  ),
  observer: helper(
    "observer",
    "Hà Quỳnh Chi",
    "chihq.dt",
    "Viện Nghiên cứu chính sách",
    "Institute for Policy Studies",
    null,
    "observer",
  ),
  administrator: helper(
    "administrator",
    "Nông Văn Kỹ",
    "kynv.qt",
    "Văn phòng Chính phủ",
    "Government Office",
    null,
    "administrator",
  ),
  provinceLead: helper(
    "province-lead",
    "Quan Thị Hợp",
    "hopqt.th",
    "Chánh Văn phòng UBND tỉnh Tân Hải",
    "Chief of Office, People's Committee of Tân Hải",
    "office_lead",
  ),
  provinceSecretary: helper(
    "province-secretary",
    "Bành Đức Ghi",
    "ghibd.th",
    "Văn phòng UBND tỉnh Tân Hải",
    "Office of the People's Committee of Tân Hải",
    "secretary",
  ),
} as const satisfies Record<string, Helper>;
export type HelperKey = keyof typeof helpers;
