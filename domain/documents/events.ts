import type { DocumentId, ItemId } from "../ids";
import type { Bilingual } from "../text";
import type { DocumentKind, ReadyVersion } from "./paper";

/**
 * `sealed` parts reach the journal as a salted commitment only: a title may tell what a closed
 * item is about, and the journal is read by people who may see no papers.
 */
export type DocumentEvent =
  | {
      type: "document.attached";
      itemId: ItemId;
      documentId: DocumentId;
      kind: DocumentKind;
      grade: string | null;
      versionNumber: number;
      versionId: ReadyVersion["versionId"];
      sha256: string;
      pages: number;
      sizeBytes: number;
      flags: readonly string[];
      sealed: { title: Bilingual; fileName: string };
    }
  | {
      type: "document.reference_attached";
      itemId: ItemId;
      documentId: DocumentId;
      kind: DocumentKind;
      grade: string | null;
      copies: number;
      sealed: { title: Bilingual };
    }
  | {
      type: "document.described";
      documentId: DocumentId;
      kind: DocumentKind;
      grade: string | null;
      sealed: { title: Bilingual };
    }
  | { type: "document.moved"; documentId: DocumentId; position: number }
  | { type: "document.removed"; documentId: DocumentId };
