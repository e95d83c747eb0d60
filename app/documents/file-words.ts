/** What a file's name says of the paper in it: a first guess at its kind and title, which the desk may correct. */
import type { DocumentKind } from "../../domain/documents";

/** Marks and case aside; the first that fits wins, so the narrow ones stand first. */
const kinds: readonly (readonly [RegExp, DocumentKind])[] = [
  [/bao cao tham tra|examination/, "examination_report"],
  [/tham dinh/, "appraisal_report"],
  [/giai trinh|tiep thu/, "appraisal_response"],
  [/danh gia tac dong|impact/, "impact_assessment"],
  [/thu tuc hanh chinh/, "procedure_assessment"],
  [/tong ket/, "implementation_review"],
  [/tong hop.*y kien|consolidated/, "consolidated_opinions"],
  [/y kien|opinion/, "agency_opinion"],
  [/so sanh|comparison/, "comparison"],
  [/phu luc|annex|appendix/, "annex"],
  [/ban do|map/, "map"],
  [/phieu trinh|cover/, "cover_sheet"],
  [/danh muc|programme/, "programme_list"],
  [/tom tat|summary/, "summary_report"],
  [/(du thao|draft).*(nghi dinh|decree)/, "draft_decree"],
  [/(du thao|draft).*(nghi quyet|resolution)/, "draft_resolution"],
  [/(du thao|draft).*(quyet dinh|decision)/, "draft_decision"],
  [/(du an|du thao|draft).*(luat|law)/, "draft_law"],
  [/to trinh|submission/, "submission"],
  [/de an|proposal/, "proposal"],
  [/bao cao|report/, "report"],
  [/tham khao|reference/, "reference"],
];

/** What the desk may choose: papers, and what becomes one. */
export const acceptedFiles = [
  ".pdf",
  ".docx",
  ".xlsx",
  ".pptx",
  ".odt",
  ".ods",
  ".odp",
  ".png",
  ".jpg",
  ".jpeg",
  ".tif",
  ".tiff",
  ".webp",
];
const ending = /\.(?:pdf|docx|xlsx|pptx|od[tsp]|png|jpe?g|tiff?|webp)$/i;

export const isPdfName = (fileName: string): boolean => /\.pdf$/i.test(fileName);

export function guessKind(fileName: string): DocumentKind {
  const plain = plainLetters(titleOf(fileName));
  return kinds.find(([pattern]) => pattern.test(plain))?.[1] ?? "other";
}

/** `02_Tờ-trình_phân cấp.pdf` is “Tờ trình phân cấp”. */
export function titleOf(fileName: string): string {
  const words = fileName
    .normalize("NFC")
    .replace(ending, "")
    .replace(/[_\-–]+/g, " ")
    .replace(/^\s*\d{1,3}[.)]?\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
  return words === "" ? fileName : words.charAt(0).toLocaleUpperCase("vi") + words.slice(1);
}

function plainLetters(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
}
