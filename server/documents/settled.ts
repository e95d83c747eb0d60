/** How an upload ends, for those who wait for it and for commands that name it. */
import type { documentVersion } from "../../db/schema/documents";
import type { IntakeRefusal, ReadyVersion } from "../../domain/documents";
import { VersionId } from "../../domain/ids";
import type { Refusal } from "../../domain/stream";

export type Settled =
  | { ok: true; version: ReadyVersion }
  | { ok: false; refusal: Refusal<IntakeRefusal> };

export const rejected = (code: IntakeRefusal): Settled => ({ ok: false, refusal: { code } });

export type VersionRow = typeof documentVersion.$inferSelect;

export function settledOf(row: VersionRow, limitBytes: number): Settled | "under_way" {
  if (row.state === "ready") return { ok: true, version: readyVersionOf(row) };
  if (row.state !== "rejected") return "under_way";
  const { rejectedFor } = row;
  if (rejectedFor === null) throw new Error("A rejected upload has no reason.");
  return rejectedFor === "document.too_large" ? tooLarge(limitBytes) : rejected(rejectedFor);
}

export function tooLarge(limitBytes: number): Settled & { ok: false } {
  return {
    ok: false,
    refusal: {
      code: "document.too_large",
      params: { limitMb: Math.floor(limitBytes / (1_024 * 1_024)) },
    },
  };
}

/** A ready row as commands see it; the table's checks promise that nothing is missing. */
export function readyVersionOf(row: VersionRow): ReadyVersion {
  const { sha256, pages, sizeBytes, flags } = row;
  if (sha256 === null || pages === null || sizeBytes === null || flags === null) {
    throw new Error("A ready version is incomplete.");
  }
  return {
    versionId: VersionId.parse(row.versionId),
    sha256,
    pages,
    sizeBytes,
    fileName: row.fileName,
    flags,
  };
}
