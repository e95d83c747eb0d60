/** The index asked for pages that hold the words; which of them hold a hit, and which comes first, is the domain's. */
import type { ISql } from "postgres";
import type { MeetingId, PersonId, VersionId } from "../../domain/ids";
import { mostPages, type Reading, type SilentPaper, wordsOf } from "../../domain/search";

export type CandidatePage = { versionId: VersionId; page: number; content: string };

/** Pages of these versions that hold all words of a reading, in the order of the versions. */
export function candidatePages(
  sql: ISql,
  versionIds: readonly VersionId[],
  reading: Reading,
): Promise<CandidatePage[]> {
  // one page beyond the limit tells that there are more
  return sql<CandidatePage[]>`
    with wanted as (
      select w.version_id, w.place, v.sha256
      from unnest(${[...versionIds]}::uuid[]) with ordinality as w (version_id, place)
      join document_version v on v.version_id = w.version_id and v.state = 'ready'
    ),
    matching as materialized (
      select i.sha256, i.page from page_words i
      where i.words @@ ${tsqueryOf(reading)}::tsquery
        and i.sha256 in (select sha256 from wanted)
    )
    select w.version_id as "versionId", m.page, t.content
    from wanted w
    join matching m on m.sha256 = w.sha256
    join page_text t on t.sha256 = m.sha256 and t.page = m.page
    order by w.place, m.page
    limit ${mostPages + 1}`;
}

/**
 * Meetings that this person may be able to see and that have pages with the words, the latest first. What is
 * seen of each is for its own sight to say.
 */
export async function candidateMeetings(
  sql: ISql,
  personId: PersonId,
  reading: Reading,
): Promise<MeetingId[]> {
  const rows = await sql<{ meetingId: MeetingId }[]>`
    select m.meeting_id as "meetingId" from meeting m
    where (m.body_id in (
        select body_id from membership where person_id = ${personId}
        union select body_id from role_grant where person_id = ${personId}
      ) or m.meeting_id in (select meeting_id from participant where person_id = ${personId}))
      and exists (
        select 1 from document_version v
        join page_words i on i.sha256 = v.sha256
        where v.meeting_id = m.meeting_id and i.words @@ ${tsqueryOf(reading)}::tsquery
      )
    order by m.starts_at desc, m.meeting_id`;
  return rows.map(({ meetingId }) => meetingId);
}

type Silence = SilentPaper["reliability"];

/** Of these versions, those in which words may be missed: scans, and letters that cannot be told. */
export async function silentVersions(
  sql: ISql,
  versionIds: readonly VersionId[],
): Promise<ReadonlyMap<VersionId, Silence>> {
  const rows = await sql<{ versionId: VersionId; reliability: Silence }[]>`
    select v.version_id as "versionId", r.reliability from document_version v
    join reading r on r.sha256 = v.sha256
    where v.version_id = any(${[...versionIds]}::uuid[]) and r.reliability in ('none', 'unreliable')`;
  return new Map(rows.map(({ versionId, reliability }) => [versionId, reliability]));
}

/** Words are letters and figures alone, so nothing in them can end the quotation. */
function tsqueryOf(reading: Reading): string {
  return wordsOf(reading)
    .map(({ folded, beginning, open }) =>
      open ? `('${folded}' | '${beginning}':*)` : `'${folded}'`,
    )
    .join(" & ");
}
