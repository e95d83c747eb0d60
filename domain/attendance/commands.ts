import { z } from "zod";
import { InvitationId, ItemId, MeetingId, PersonId } from "../ids";
import { bilingual, text } from "../text";
import { Whereabouts } from "./participant";

const own = { meetingId: MeetingId, invitationId: InvitationId } as const;

export const attendanceCommands = {
  /** asks a guest; members are asked by the publication itself */
  "invitation.add": z.strictObject({
    ...own,
    personId: PersonId,
    name: text(120),
    title: bilingual(200),
    capacity: z.enum(["rapporteur", "invitee", "observer"]),
    items: z.union([z.literal("all"), z.array(ItemId).min(1).max(100)]),
  }),
  "invitation.remove": z.strictObject(own),
  "invitation.confirm": z.strictObject(own),
  "invitation.request_absence": z.strictObject({ ...own, reason: text(1000) }),
  "invitation.grant_absence": z.strictObject(own),
  "invitation.refuse_absence": z.strictObject({ ...own, reason: text(1000) }),
  "invitation.name_substitute": z.strictObject({
    ...own,
    substitute: z.strictObject({
      invitationId: InvitationId,
      personId: PersonId,
      name: text(120),
      title: bilingual(200),
    }),
    reason: text(1000),
  }),
  /** a participant's own arrival */
  "presence.check_in": z.strictObject({ ...own, where: z.enum(["room", "remote"]) }),
  /** the secretariat's attendance sheet, for anybody */
  "presence.record": z.strictObject({ ...own, where: Whereabouts }),
} as const;

type Schemas = typeof attendanceCommands;
export type AttendanceCommandType = keyof Schemas;
/** An attendance command by type, as `decide` takes it. */
export type AttendanceCommands = {
  [T in AttendanceCommandType]: { type: T } & z.infer<Schemas[T]>;
};
