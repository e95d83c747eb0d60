/**
 * Who gets a paper's bytes: whoever finds that version on a meeting's agenda as they may see it (the current version or
 * an earlier one), and the office of the body; who is excluded from its item does not, whoever they are. For everybody else it is not there. Asked anew for each request, so a
 * right that is lost is lost at once.
 */
import { and, eq } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { z } from "zod";
import { documentVersion } from "../../db/schema/documents";
import { mayTakeOriginal, type PageRun, type ReadyVersion } from "../../domain/documents";
import { MeetingId, type PersonId, type VersionId } from "../../domain/ids";
import {
  audienceOf,
  type MeetingState,
  type Sight,
  sharedViewOf,
  withheldVersions,
} from "../../domain/meetings";
import { readyVersionOf } from "./settled";

export type ServedDocument = ReadyVersion & {
  pageRuns: readonly PageRun[];
  /** the file as it was uploaded, where the paper was made of another kind of file */
  source: { sha256: string; sizeBytes: number; mediaType: string } | null;
  /** whether the file as it was uploaded is for this person too */
  mayTakeOriginal: boolean;
};

/** A meeting as one person may see it; null: not there or not theirs. */
export type SightOn = (
  meetingId: MeetingId,
  personId: PersonId,
) => Promise<{ state: MeetingState; sight: Sight } | null>;

export type ReadDocument = (
  versionId: VersionId,
  personId: PersonId,
) => Promise<ServedDocument | null>;

const PageRuns = z.array(
  z.object({ pages: z.int().min(1), width: z.number().positive(), height: z.number().positive() }),
);

export function documentReader(drizzle: PostgresJsDatabase, sightOn: SightOn): ReadDocument {
  return async (versionId, personId) => {
    const [row] = await drizzle
      .select()
      .from(documentVersion)
      .where(and(eq(documentVersion.versionId, versionId), eq(documentVersion.state, "ready")));
    if (row === undefined) return null;
    const seen = await sightOn(MeetingId.parse(row.meetingId), personId);
    if (seen === null) return null;
    if (!seen.sight.office && !versionsIn(seen.state, seen.sight).has(versionId)) return null;
    if (withheldVersions(seen.state, seen.sight).has(versionId)) return null;
    const version = readyVersionOf(row);
    const { sourceSha256, sourceBytes, sourceType } = row;
    const source =
      sourceSha256 === null || sourceBytes === null || sourceType === null
        ? null
        : { sha256: sourceSha256, sizeBytes: sourceBytes, mediaType: sourceType };
    const isConverted = source !== null;
    return {
      ...version,
      source,
      pageRuns: PageRuns.parse(row.pageRuns),
      mayTakeOriginal: mayTakeOriginal({ ...version, isConverted }, seen.sight.office),
    };
  };
}

/** States are immutable and shared by all who read, so what an audience finds in one is worked out once. */
const found = new WeakMap<MeetingState, Map<string, ReadonlySet<VersionId>>>();

function versionsIn(state: MeetingState, sight: Sight): ReadonlySet<VersionId> {
  const byAudience = found.get(state) ?? new Map<string, ReadonlySet<VersionId>>();
  found.set(state, byAudience);
  const audience = audienceOf(sight);
  const known = byAudience.get(audience);
  if (known !== undefined) return known;
  const versions = new Set<VersionId>();
  for (const { papers } of sharedViewOf(state, sight).items) {
    for (const { holding } of papers) {
      if (holding.type !== "file") continue;
      versions.add(holding.versionId);
      for (const { versionId } of holding.earlier) versions.add(versionId);
    }
  }
  byAudience.set(audience, versions);
  return versions;
}
