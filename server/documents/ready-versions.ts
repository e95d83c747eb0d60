/** What a command may name: versions that passed the check, of uploads made for that very meeting. */
import type { TransactionSql } from "postgres";
import type { ReadyVersion } from "../../domain/documents";
import type { MeetingId, VersionId } from "../../domain/ids";

/**
 * Read inside the transaction that decides on them. A version uploaded for another meeting is absent, so nobody brings
 * a paper onto an agenda by knowing its id.
 */
export async function findReadyVersions(
  tx: TransactionSql,
  meetingId: MeetingId,
  versionIds: readonly VersionId[],
): Promise<ReadonlyMap<VersionId, ReadyVersion>> {
  const rows = await tx<
    {
      version_id: VersionId;
      sha256: string;
      pages: number;
      size_bytes: string;
      file_name: string;
      flags: string[];
    }[]
  >`
    select version_id, sha256, pages, size_bytes, file_name, flags
    from document_version
    where state = 'ready' and meeting_id = ${meetingId} and version_id = any(${[...versionIds]}::uuid[])`;
  return new Map(
    rows.map((row) => [
      row.version_id,
      {
        versionId: row.version_id,
        sha256: row.sha256,
        pages: row.pages,
        sizeBytes: Number(row.size_bytes),
        fileName: row.file_name,
        flags: row.flags,
      },
    ]),
  );
}
