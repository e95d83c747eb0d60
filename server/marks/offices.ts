/** A member's office as its account page shows and changes it: whom the member has named, and who could be named. */
import type { PersonId } from "../../domain/ids";
import { mayBeStaff, mayHaveStaff } from "../../domain/marks";
import type { OfficeStaff } from "./office-staff";

type Named = { personId: PersonId; name: string };

export type Office = { staff: readonly Named[]; candidates: readonly Named[] };

/** Naming and removing may be repeated. */
export type Offices = {
  /** null: this person has no office to have staff in */
  of(memberId: PersonId): Promise<Office | null>;
  /** False where there is no office, or this person cannot serve in it: nothing is done then. */
  name(memberId: PersonId, personId: PersonId): Promise<boolean>;
  /** False where there is no office. */
  remove(memberId: PersonId, personId: PersonId): Promise<boolean>;
};

export function openOffices(staff: OfficeStaff): Offices {
  return {
    async of(memberId) {
      const facts = await staff.factsOf(memberId);
      if (!mayHaveStaff(facts)) return null;
      const named = await staff.staffOf(memberId);
      const isNamed = (id: PersonId) => named.some(({ personId }) => personId === id);
      const candidates = facts.serving.filter(
        ({ personId }) => mayBeStaff(memberId, personId, facts) && !isNamed(personId),
      );
      return { staff: named, candidates };
    },
    async name(memberId, personId) {
      if (!mayBeStaff(memberId, personId, await staff.factsOf(memberId))) return false;
      await staff.name(memberId, personId);
      return true;
    },
    async remove(memberId, personId) {
      if (!mayHaveStaff(await staff.factsOf(memberId))) return false;
      await staff.remove(memberId, personId);
      return true;
    },
  };
}
