import type { BodyRules, Seat } from "../bodies";
import type { BodyId, ItemId, MeetingId, PersonId } from "../ids";
import type { Bilingual, Instant } from "../text";
import type { MeetingInfo } from "./meeting";

export type MeetingLifeEvent =
  | {
      type: "meeting.created";
      meetingId: MeetingId;
      bodyId: BodyId;
      bodyName: Bilingual;
      timeZone: string;
      rules: BodyRules;
      seats: readonly Seat[];
      info: MeetingInfo;
    }
  | { type: "meeting.edited"; info: MeetingInfo }
  /** the body's seats or rules changed since the meeting last looked */
  | { type: "meeting.seats_refreshed"; rules: BodyRules; seats: readonly Seat[] }
  | { type: "meeting.submitted"; by: PersonId }
  | { type: "meeting.sent_back"; sealed: { reason: string } }
  | { type: "meeting.approved"; by: PersonId }
  | { type: "meeting.published"; revision: number }
  | { type: "meeting.cancelled"; sealed: { reason: string } }
  | { type: "session.opened" }
  | { type: "session.suspended"; until: Instant | null }
  | { type: "session.resumed" }
  | { type: "session.closed"; note: string }
  | { type: "presiding.assigned"; itemId: ItemId | null; personId: PersonId | null };
