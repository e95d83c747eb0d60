/** Papers on an agenda: a paper keeps its identity for ever, each upload is a new immutable version. */
import { z } from "zod";
import type { DocumentId, ItemId, VersionId } from "../ids";
import type { Bilingual, Instant } from "../text";

/** Kinds of a dossier's documents, domain/rules §6. */
export const documentKinds = [
  "submission",
  "draft_resolution",
  "draft_decree",
  "draft_decision",
  "draft_law",
  "proposal",
  "summary_report",
  "report",
  "impact_assessment",
  "procedure_assessment",
  "appraisal_report",
  "appraisal_response",
  "agency_opinion",
  "consolidated_opinions",
  "implementation_review",
  "comparison",
  "annex",
  "map",
  "treaty",
  "programme_list",
  "examination_report",
  "cover_sheet",
  "reference",
  "other",
] as const;
export const DocumentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A version that passed the check, as the intake recorded it. */
export type ReadyVersion = {
  versionId: VersionId;
  sha256: string;
  pages: number;
  sizeBytes: number;
  fileName: string;
  /** what the check found in it, e.g. active content that is not served */
  flags: readonly string[];
};

export type PaperVersion = ReadyVersion & { number: number; attachedAt: Instant };

export type Paper = {
  documentId: DocumentId;
  itemId: ItemId;
  kind: DocumentKind;
  title: Bilingual;
  /** a grade's code from the body's rules; null is ungraded */
  grade: string | null;
  holding:
    | { type: "file"; current: PaperVersion; earlier: readonly PaperVersion[] }
    | { type: "paper_only"; copies: number };
};

/** Order in `byItem` is the order in the pack. */
export type PapersState = {
  papers: Readonly<Record<DocumentId, Paper>>;
  byItem: Readonly<Record<ItemId, readonly DocumentId[]>>;
};
