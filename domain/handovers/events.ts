import type { Named } from "../bodies";
import type { DocumentId, HandoverId, PersonId } from "../ids";
import type { Day } from "../text";

/** The note is `sealed`: it may tell what a paper is about, and the journal is read by people who may see none. */
export type HandoverEvent =
  | {
      type: "handover.given";
      handoverId: HandoverId;
      memberId: PersonId;
      staff: Named;
      documentIds: readonly DocumentId[];
      dueOn: Day | null;
      sealed: { note: string };
    }
  | { type: "handover.taken_back"; handoverId: HandoverId }
  | { type: "handover.finished"; handoverId: HandoverId };
