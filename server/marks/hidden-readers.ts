/** Who does not show where they read: a wish of the person's own, kept for all their devices. */
import type { Sql } from "postgres";
import type { PersonId } from "../../domain/ids";

export type HiddenReaders = {
  isHidden(personId: PersonId): Promise<boolean>;
  change(personId: PersonId, isHidden: boolean): Promise<void>;
  /** Called after a wish changed on this node. Answers how to leave. */
  onChanged(listener: (personId: PersonId) => void): () => void;
};

export function openHiddenReaders(sql: Sql): HiddenReaders {
  const listeners = new Set<(personId: PersonId) => void>();
  return {
    async isHidden(personId) {
      const rows = await sql`select from hidden_reader where person_id = ${personId}`;
      return rows.length > 0;
    },
    async change(personId, isHidden) {
      if (isHidden)
        await sql`insert into hidden_reader (person_id) values (${personId}) on conflict do nothing`;
      else await sql`delete from hidden_reader where person_id = ${personId}`;
      for (const listener of listeners) listener(personId);
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
