/** From a paper's particulars to its printed pages: the frame that all Vietnamese papers share. */
import {
  type Block,
  headBlock,
  type PaperText,
  type Part,
  p,
  printPaper,
  type Style,
  signatureBlock,
  titleBlocks,
} from "../press";
import { type AgencyCode, agencies, headOf, signatureOf } from "./agencies";
import type { DemoPaper, PaperPlan } from "./plan";
import { formal } from "./styles";

export type OfficialPaper = {
  agency: AgencyCode;
  /** "128/TTr-BTM"; "" on drafts and sheets without number */
  number: string;
  dated: { day: number; month: number; year: number } | null;
  /** "TỜ TRÌNH" */
  form: string;
  /** what it is about, under the form */
  subject: string;
  /** "Kính gửi: Chính phủ" */
  to?: string;
  style?: Style;
  size?: PaperText["size"];
  /** stands between title and parts */
  preamble?: readonly Block[];
  parts: readonly Part[];
  /** the last chapter, evaluated when all before it is numbered */
  finale?: () => readonly Block[];
  /** the last words before the signature */
  closing: readonly string[];
  copies?: readonly string[];
  signed?: boolean;
};

/** Prints a plan's paper in the common frame. */
export async function printOfficial(plan: PaperPlan, paper: OfficialPaper): Promise<Buffer> {
  const style = paper.style ?? formal;
  const dated = paper.dated ?? { day: 16, month: 11, year: 2026 };
  return await printPaper({
    title: plan.title.vi,
    author: agencies[paper.agency].short,
    subject: plan.title.en,
    language: "vi",
    date: new Date(Date.UTC(dated.year, dated.month - 1, dated.day, 2)),
    pages: plan.pages,
    ...(paper.size === undefined ? {} : { size: paper.size }),
    style,
    head: [
      headBlock(headOf(paper.agency, paper.number, paper.dated)),
      ...titleBlocks(paper.form, paper.subject, style.size),
      ...(paper.to === undefined
        ? []
        : [p(`Kính gửi: ${paper.to}`, { align: "center", after: 8 })]),
      ...(paper.preamble ?? []),
    ],
    parts: paper.parts,
    tail: () => [
      ...(paper.finale?.() ?? []),
      ...paper.closing.map((text, index) =>
        p(text, { keep: true, ...(index === 0 ? { before: 8 } : {}) }),
      ),
      ...(paper.signed === false
        ? []
        : [
            { kind: "space", height: 12 } as const,
            signatureBlock(signatureOf(paper.agency, paper.copies ?? defaultCopies), style.size),
          ]),
    ],
  });
}

const defaultCopies = [
  "- Như trên;",
  "- Các Phó Thủ tướng;",
  "- Văn phòng Chính phủ;",
  "- Lưu: VT.",
] as const;

/** Particulars of a plan as the seed and the catalogue need them. */
export function particulars(plan: PaperPlan): Omit<DemoPaper, "bytes"> {
  const { key, meeting, item, kind, title, pages } = plan;
  return { key, meeting, item, kind, title, pages, fileName: plan.fileName };
}
