import { z } from "zod";
import { RecusalDegree } from "../bodies";
import { ItemId, MeetingId, PersonId } from "../ids";
import { text } from "../text";

const own = { meetingId: MeetingId, itemId: ItemId } as const;

export const recusalCommands = {
  /** one's own interest */
  "recusal.declare": z.strictObject({ ...own, reason: text(1000) }),
  /** anybody's degree, by who presides */
  "recusal.decide": z.strictObject({
    ...own,
    personId: PersonId,
    degree: RecusalDegree,
    reason: text(1000),
  }),
} as const;

type Schemas = typeof recusalCommands;
export type RecusalCommandType = keyof Schemas;
/** A command on recusals by type, as `decide` takes it. */
export type RecusalCommands = {
  [T in RecusalCommandType]: { type: T } & z.infer<Schemas[T]>;
};
