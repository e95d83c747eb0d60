/** Who may see what is written into a layer of a paper: said to whoever is about to write or share there. */
import type { Sql } from "postgres";
import { dayIn, standingOf } from "../../domain/bodies";
import { type DocumentId, type MeetingId, PersonId } from "../../domain/ids";
import { type Layer, layersOf } from "../../domain/marks";
import { instantOf } from "../../domain/text";
import type { CommandDoor } from "../commands/door";

export type LayerReader = { personId: PersonId; name: string };

export function layerReads(sql: Sql, door: Pick<CommandDoor, "meeting">) {
  return {
    /**
     * Everybody for whom the layer is there today, the asker among them: members in protocol order, then by name. Of an
     * office's layer the named member's office, by itself the first that is there for the asker.
     * @returns null when the paper, or this layer of it, is not there for the asker
     */
    async layerReaders(
      meetingId: MeetingId,
      documentId: DocumentId,
      layer: Layer,
      asker: PersonId,
      of: PersonId | null = null,
    ): Promise<readonly LayerReader[] | null> {
      const found = await door.meeting(meetingId);
      if (found === null) return null;
      const { meeting, body } = found;
      const today = dayIn(body.timeZone, instantOf(new Date()));
      const members = meeting.seats.map(({ personId }) => personId);
      const layersFor = (personId: PersonId) =>
        layersOf(meeting, standingOf(body, personId, today), documentId);
      const own = layersFor(asker).find(
        (access) => access.layer === layer && (of === null || access.of === of),
      );
      if (own === undefined) return null;

      // candidates only: the rule decides about each
      const candidates = new Set([
        ...members,
        ...Object.values(meeting.attendance.participants).map(({ personId }) => personId),
        ...Object.values(body.memberships).map(({ personId }) => personId),
        ...Object.values(body.grants).map(({ personId }) => personId),
        asker,
      ]);
      const readers = [...candidates].filter((personId) =>
        layersFor(personId).some((access) => access.layer === layer && access.of === own.of),
      );
      const rows = await sql<{ person_id: string; name: string }[]>`
        select person_id, name from person
        where person_id in ${sql(readers)} order by name, person_id`;
      const order = new Map(meeting.seats.map((seat) => [seat.personId, seat.order]));
      const placeOf = ({ personId }: LayerReader) => order.get(personId) ?? Number.MAX_SAFE_INTEGER;
      return rows
        .map(({ person_id, name }) => ({ personId: PersonId.parse(person_id), name }))
        .sort((a, b) => placeOf(a) - placeOf(b));
    },
  };
}
