/**
 * Who was mentioned where: a pointer to a layer, written once the mark is on disk, and gone when the mentioned person
 * opens that layer or the mark is deleted. What was said is in the layer alone. Whoever has no such layer is told of nothing.
 */
import type { Sql } from "postgres";
import { dayIn, standingOf } from "../../domain/bodies";
import { DocumentId, MeetingId, PersonId } from "../../domain/ids";
import { Layer, layersOf, paperIn } from "../../domain/marks";
import { sightOf } from "../../domain/meetings";
import { type Bilingual, type Instant, instantOf } from "../../domain/text";
import type { CommandDoor } from "../commands/door";
import { logFailure } from "../log";
import type { Section, UpdateFacts } from "./update-format";

const mostAtOnce = 1_000;

export type Mention = {
  meeting: { meetingId: MeetingId; title: Bilingual; timeZone: string };
  paper: { documentId: DocumentId; title: Bilingual };
  layer: Layer;
  /** whose office layer; null: the shared one */
  of: PersonId | null;
  /** the one who mentioned the person last, by name */
  by: string;
  at: Instant;
};

type Said = Pick<UpdateFacts, "marks" | "deletions">;

/** A Yjs document of a channel, and where in it something stands. */
type Sheet = { channel: number; owner: PersonId };
type Called = Sheet & { client: number; clock: number; author: PersonId; personId: PersonId };
type Deleted = Sheet & Section;

/** Keeps the pointers, in batches, and a deletion never overtakes the mark that it deletes. */
export class MentionTables {
  readonly #sql: Sql;
  #called: Called[] = [];
  #deleted: Deleted[] = [];
  #underWay: Promise<void> | null = null;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** What an update by `author` that is on disk says of mentions: everybody it names but its writer, and what it deletes. */
  note(sheet: Sheet, author: PersonId, { marks, deletions }: Said): void {
    for (const { mark, client, clock } of marks)
      for (const personId of new Set("mentions" in mark ? mark.mentions : []))
        if (personId !== author) this.#called.push({ ...sheet, client, clock, author, personId });
    for (const deletion of deletions) this.#deleted.push({ ...sheet, ...deletion });
    if (this.#called.length + this.#deleted.length > 0) this.#underWay ??= this.#write();
  }

  /** Resolves when all that was noted is written. */
  async settled(): Promise<void> {
    await this.#underWay;
  }

  /** The person has opened the layer. */
  async seen(channel: number, personId: PersonId): Promise<void> {
    await this.#sql`
      delete from mark_mention where channel = ${channel} and person_id = ${personId}`;
  }

  /** What nobody waits for; the marks themselves are safe whatever becomes of it. */
  async #write(): Promise<void> {
    while (this.#called.length + this.#deleted.length > 0) {
      const called = this.#called.splice(0, mostAtOnce);
      // what is deleted may have been written just before
      const deleted = this.#called.length > 0 ? [] : this.#deleted.splice(0, mostAtOnce);
      try {
        if (called.length > 0) await this.#record(called);
        if (deleted.length > 0) await this.#forget(deleted);
      } catch (error) {
        logFailure("mentions", error);
      }
    }
    this.#underWay = null;
  }

  async #record(called: readonly Called[]): Promise<void> {
    await this.#sql`
      insert into mark_mention (channel, owner, client_id, clock, person_id, author, at)
      select *, now() from unnest(
        ${called.map(({ channel }) => channel)}::bigint[],
        ${called.map(({ owner }) => owner)}::uuid[],
        ${called.map(({ client }) => client)}::bigint[],
        ${called.map(({ clock }) => clock)}::bigint[],
        ${called.map(({ personId }) => personId)}::uuid[],
        ${called.map(({ author }) => author)}::uuid[]
      ) on conflict do nothing`;
  }

  async #forget(deleted: readonly Deleted[]): Promise<void> {
    await this.#sql`
      delete from mark_mention using unnest(
        ${deleted.map(({ channel }) => channel)}::bigint[],
        ${deleted.map(({ owner }) => owner)}::uuid[],
        ${deleted.map(({ client }) => client)}::bigint[],
        ${deleted.map(({ clock }) => clock)}::bigint[],
        ${deleted.map(({ clock, length }) => clock + length)}::bigint[]
      ) as gone (channel, owner, client_id, first, beyond)
      where mark_mention.channel = gone.channel and mark_mention.owner = gone.owner
        and mark_mention.client_id = gone.client_id
        and mark_mention.clock >= gone.first and mark_mention.clock < gone.beyond`;
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
              of,
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
