import { z } from "zod";
import { DocumentId, HandoverId, MeetingId, PersonId } from "../ids";
import { Day, text } from "../text";

const own = { meetingId: MeetingId, handoverId: HandoverId } as const;

export const handoverCommands = {
  /** gives papers to one of the own office to prepare */
  "handover.give": z.strictObject({
    ...own,
    personId: PersonId,
    documentIds: z.array(DocumentId).min(1).max(100),
    note: text(1000),
    dueOn: Day.nullable(),
  }),
  "handover.take_back": z.strictObject(own),
  /** the staff's word that what was asked is prepared */
  "handover.finish": z.strictObject(own),
} as const;

type Schemas = typeof handoverCommands;
export type HandoverCommandType = keyof Schemas;
/** A hand-over command by type, as `decide` takes it. */
export type HandoverCommands = {
  [T in HandoverCommandType]: { type: T } & z.infer<Schemas[T]>;
};
