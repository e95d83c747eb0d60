import { z } from "zod";
import { BodyId, ItemId, MeetingId, PersonId } from "../ids";
import { Instant, optionalText, text } from "../text";
import { MeetingInfo } from "./meeting";

const own = { meetingId: MeetingId } as const;

export const meetingCommands = {
  "meeting.create": z.strictObject({ ...own, bodyId: BodyId, info: MeetingInfo }),
  "meeting.edit": z.strictObject({
    ...own,
    basedOnEdition: z.int().min(1),
    info: MeetingInfo,
  }),
  "meeting.submit": z.strictObject(own),
  "meeting.send_back": z.strictObject({ ...own, reason: text(1000) }),
  "meeting.approve": z.strictObject(own),
  "meeting.publish": z.strictObject({ ...own, basedOnRevision: z.int().min(0) }),
  "meeting.cancel": z.strictObject({ ...own, reason: text(1000) }),
  "session.open": z.strictObject(own),
  "session.suspend": z.strictObject({ ...own, until: Instant.nullable() }),
  "session.resume": z.strictObject(own),
  "session.close": z.strictObject({ ...own, note: optionalText(1000) }),
  /** gives the chair for the meeting (`itemId` null) or for one item; null gives it back */
  "presiding.assign": z.strictObject({
    ...own,
    itemId: ItemId.nullable(),
    personId: PersonId.nullable(),
  }),
} as const;

type Schemas = typeof meetingCommands;
export type MeetingCommandType = keyof Schemas;
/** A meeting command by type, as `decide` takes it. */
export type MeetingCommands = {
  [T in MeetingCommandType]: { type: T } & z.infer<Schemas[T]>;
};
