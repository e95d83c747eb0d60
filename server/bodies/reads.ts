/** Looking at bodies: what pickers need, for those who prepare meetings. */
import type { Sql } from "postgres";
import {
  type Agency,
  type BodyRules,
  type BodyState,
  dayIn,
  rulesOn,
  type Seat,
  seatsOn,
  standingOf,
} from "../../domain/bodies";
import type { BodyId, PersonId } from "../../domain/ids";
import { rightsOf } from "../../domain/meetings";
import { type Ability, abilitiesOf } from "../../domain/permissions";
import { type Bilingual, instantOf } from "../../domain/text";
import type { CommandDoor } from "../commands/door";

export type BodySummary = {
  bodyId: BodyId;
  name: Bilingual;
  timeZone: string;
  /** what this person may do in the body's meetings by role alone */
  can: readonly Ability[];
  /** the title that this person bears in the body */
  ownTitle: Bilingual | null;
};

export type BodyView = BodySummary & {
  rules: BodyRules;
  seats: readonly Seat[];
  agencies: readonly Agency[];
  /** everybody who can be invited */
  people: readonly { personId: PersonId; name: string }[];
};

export function bodyReads(sql: Sql, door: Pick<CommandDoor, "body">) {
  const today = (body: BodyState) => dayIn(body.timeZone, instantOf(new Date()));
  const summaryOf = (body: BodyState, personId: PersonId): BodySummary => ({
    bodyId: body.bodyId,
    name: body.name,
    timeZone: body.timeZone,
    can: abilitiesOf(rightsOf(null, standingOf(body, personId, today(body)))),
    ownTitle:
      [...Object.values(body.memberships), ...Object.values(body.grants)].find(
        (held) => held.personId === personId && held.to === null,
      )?.title ?? null,
  });

  return {
    /** The bodies this person sits in or serves. */
    async bodies(personId: PersonId): Promise<BodySummary[]> {
      const rows = await sql<{ body_id: BodyId }[]>`
        select body_id from membership where person_id = ${personId}
        union select body_id from role_grant where person_id = ${personId}`;
      const bodies = await Promise.all(rows.map(({ body_id }) => door.body(body_id)));
      return bodies.flatMap((body) => {
        if (body === null) return [];
        const { roles } = standingOf(body, personId, today(body));
        return roles.length === 0 ? [] : summaryOf(body, personId);
      });
    },

    /** For those who prepare its meetings; null: not there or not theirs. */
    async body(bodyId: BodyId, personId: PersonId): Promise<BodyView | null> {
      const body = await door.body(bodyId);
      if (body === null) return null;
      const summary = summaryOf(body, personId);
      if (!summary.can.includes("meeting.create")) return null;
      const people = await sql<{ person_id: PersonId; name: string }[]>`
        select person_id, name from person order by name limit 5000`;
      return {
        ...summary,
        rules: rulesOn(body, today(body)),
        seats: seatsOn(body, today(body)),
        agencies: Object.values(body.agencies).filter(({ to }) => to === null),
        people: people.map(({ person_id, name }) => ({ personId: person_id, name })),
      };
    },
  };
}
