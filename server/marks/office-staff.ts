/** Whom members have named for their offices. A small fact of its own: it opens an office's layer, and no paper. */
import type { Sql } from "postgres";
import { PersonId } from "../../domain/ids";
import type { OfficeFacts } from "../../domain/marks";

export type OfficeStaff = {
  /** the members who have named this person */
  officesOf(personId: PersonId): Promise<PersonId[]>;
  /** whom this member has named, by name */
  staffOf(memberId: PersonId): Promise<{ personId: PersonId; name: string }[]>;
  /** what naming is decided by, as of today in each body's time zone */
  factsOf(memberId: PersonId): Promise<OfficeFacts>;
  /** Naming twice is naming once. */
  name(memberId: PersonId, personId: PersonId): Promise<void>;
  remove(memberId: PersonId, personId: PersonId): Promise<void>;
  /** Called after somebody was named or removed. Answers how to leave. */
  onChanged(listener: (personId: PersonId) => void): () => void;
};

export function openOfficeStaff(sql: Sql): OfficeStaff {
  const listeners = new Set<(personId: PersonId) => void>();
  const tell = (personId: PersonId) => {
    for (const listener of listeners) listener(personId);
  };
  return {
    async officesOf(personId) {
      const rows = await sql<{ member_id: string }[]>`
        select member_id from office_staff where person_id = ${personId}`;
      return rows.map(({ member_id }) => PersonId.parse(member_id));
    },
    async staffOf(memberId) {
      const rows = await sql<{ person_id: string; name: string }[]>`
        select office_staff.person_id, person.name
        from office_staff join person on person.person_id = office_staff.person_id
        where member_id = ${memberId} order by person.name, office_staff.person_id`;
      return rows.map(({ person_id, name }) => ({ personId: PersonId.parse(person_id), name }));
    },
    async factsOf(memberId) {
      const rows = await sql<{ person_id: string | null; name: string | null }[]>`
        with seated as (
          select membership.body_id, (now() at time zone body.time_zone)::date as today
          from membership join body using (body_id)
          where membership.person_id = ${memberId}
            and membership.from_day <= (now() at time zone body.time_zone)::date
            and (membership.to_day is null or membership.to_day > (now() at time zone body.time_zone)::date)
        )
        select distinct on (role_grant.person_id) role_grant.person_id, role_grant.name
        from seated left join role_grant on role_grant.body_id = seated.body_id
          and role_grant.from_day <= seated.today
          and (role_grant.to_day is null or role_grant.to_day > seated.today)
        order by role_grant.person_id, role_grant.name`;
      return {
        sits: rows.length > 0,
        serving: rows.flatMap(({ person_id, name }) =>
          person_id === null || name === null ? [] : { personId: PersonId.parse(person_id), name },
        ),
      };
    },
    async name(memberId, personId) {
      await sql`
        insert into office_staff (member_id, person_id) values (${memberId}, ${personId})
        on conflict do nothing`;
      tell(personId);
    },
    async remove(memberId, personId) {
      await sql`
        delete from office_staff where member_id = ${memberId} and person_id = ${personId}`;
      tell(personId);
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
