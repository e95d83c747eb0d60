/** What a command may name: versions that passed the check, of uploads made for that very meeting. */
import { and, eq, inArray } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { documentVersion } from "../../db/schema/documents";
import type { ReadyVersion } from "../../domain/documents";
import type { MeetingId, VersionId } from "../../domain/ids";
import { readyVersionOf } from "./intake";

/**
 * Read inside the transaction that decides on them. A version uploaded for another meeting is absent, so nobody brings
 * a paper onto an agenda by knowing its id.
 */
export async function readyVersions(
  transaction: PgDatabase<PgQueryResultHKT>,
  meetingId: MeetingId,
  versionIds: readonly VersionId[],
): Promise<ReadonlyMap<VersionId, ReadyVersion>> {
  if (versionIds.length === 0) return new Map();
  const rows = await transaction
    .select()
    .from(documentVersion)
    .where(
      and(
        eq(documentVersion.meetingId, meetingId),
        eq(documentVersion.state, "ready"),
        inArray(documentVersion.versionId, [...versionIds]),
      ),
    );
  return new Map(
    rows.map((row) => {
      const version = readyVersionOf(row);
      return [version.versionId, version];
    }),
  );
}
