/**
 * Who was mentioned where: a pointer to a layer, written once the mark is on disk, and gone when the mentioned person
 * opens that layer. What was said is in the layer alone. Whoever has no such layer is told of nothing.
 */
import type { Sql } from "postgres";
import { dayIn, standingOf } from "../../domain/bodies";
import { DocumentId, MeetingId, PersonId } from "../../domain/ids";
import { Layer, layersOf, type Mark, paperIn } from "../../domain/marks";
import { sightOf } from "../../domain/meetings";
import { type Bilingual, type Instant, instantOf } from "../../domain/text";
import type { CommandDoor } from "../commands/door";

export type Mention = {
  meeting: { meetingId: MeetingId; title: Bilingual; timeZone: string };
  paper: { documentId: DocumentId; title: Bilingual };
  layer: Layer;
  /** the one who mentioned the person last, by name */
  by: string;
  at: Instant;
};

/** Everybody named in these marks but the one who writes. */
export function mentionedIn(marks: readonly Mark[], author: PersonId): PersonId[] {
  const named = marks.flatMap((mark) => ("mentions" in mark ? mark.mentions : []));
  return [...new Set(named)].filter((personId) => personId !== author);
}

export class MentionTables {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async record(channel: number, author: PersonId, people: readonly PersonId[]): Promise<void> {
    await this.#sql`
      insert into mark_mention (channel, person_id, author, at)
      select ${channel}, person_id, ${author}, now()
      from unnest(${[...people]}::uuid[]) as person_id
      on conflict (channel, person_id, author) do update set at = excluded.at`;
  }

  /** The person has opened the layer. */
  async seen(channel: number, personId: PersonId): Promise<void> {
    await this.#sql`
      delete from mark_mention where channel = ${channel} and person_id = ${personId}`;
  }
}

const most = 50;

export function mentionReads(sql: Sql, door: Pick<CommandDoor, "meeting">) {
  return {
    /** Where this person was mentioned and has not looked since, the latest first; one for each layer of a paper. */
    async mentions(personId: PersonId): Promise<Mention[]> {
      const rows = await sql<
        {
          meeting_id: string;
          document_id: string;
          layer: string;
          of: string | null;
          at: Date;
          by: string;
        }[]
      >`
        select meeting_id, document_id, layer, of, at, coalesce(person.name, '') as by
        from (
          select distinct on (channel) channel, author, at from mark_mention
          where person_id = ${personId} order by channel, at desc
        ) as latest
        join mark_channel using (channel) left join person on person.person_id = latest.author
        order by at desc limit ${most}`;
      const found = await Promise.all(
        rows.map(async (row): Promise<Mention[]> => {
          const meeting = await door.meeting(MeetingId.parse(row.meeting_id));
          if (meeting === null) return [];
          const { meeting: state, body } = meeting;
          const today = dayIn(body.timeZone, instantOf(new Date()));
          const standing = standingOf(body, personId, today);
          const documentId = DocumentId.parse(row.document_id);
          const sight = sightOf(state, standing);
          const paper = sight === null ? null : paperIn(state, sight, documentId);
          const of = row.of === null ? null : PersonId.parse(row.of);
          const isThere = layersOf(state, standing, documentId).some(
            (access) => access.layer === row.layer && access.of === of,
          );
          if (paper === null || !isThere) return [];
          const { meetingId, timeZone, info, revisions } = state;
          const title = (revisions.at(-1)?.info ?? info).title;
          return [
            {
              meeting: { meetingId, title, timeZone },
              paper: { documentId, title: paper.title },
              layer: Layer.parse(row.layer),
              by: row.by,
              at: instantOf(row.at),
            },
          ];
        }),
      );
      return found.flat();
    },
  };
}
