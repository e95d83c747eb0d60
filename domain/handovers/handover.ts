/** A hand-over: papers that a member gives to one of the own office to prepare, with a note of what is asked. */
import type { Named } from "../bodies";
import type { DocumentId, HandoverId, PersonId } from "../ids";
import type { Day, Instant } from "../text";

export type Handover = {
  handoverId: HandoverId;
  memberId: PersonId;
  staff: Named;
  /** in the order in which the member chose them */
  documentIds: readonly DocumentId[];
  note: string;
  /** by when, if the member said so */
  dueOn: Day | null;
  givenAt: Instant;
} & (
  | { state: "given" }
  | { state: "finished"; finishedAt: Instant }
  | { state: "taken_back"; takenBackAt: Instant }
);

export type HandoversState = { handovers: Readonly<Record<HandoverId, Handover>> };

export const emptyHandovers: HandoversState = { handovers: {} };

/** As the two concerned know it; what was taken back is known to nobody any more. */
export type HandoverView = {
  handoverId: HandoverId;
  member: Named;
  staff: Named;
  /** to the staff: those among them that are in sight now */
  documentIds: readonly DocumentId[];
  note: string;
  dueOn: Day | null;
  givenAt: Instant;
  /** null: not yet prepared */
  finishedAt: Instant | null;
};
