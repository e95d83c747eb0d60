/** In which phases of a meeting each command is possible. Rules ME10… in RULES.md. */
import type { AgendaCommandType } from "../agenda";
import type { AttendanceCommandType } from "../attendance";
import type { BallotCommandType } from "../ballots";
import type { DocumentCommandType } from "../documents";
import type { HandoverCommandType } from "../handovers";
import type { RecusalCommandType } from "../recusals";
import type { MeetingCommandType } from "./commands";
import type { PhaseName } from "./meeting";

/** ME11: what awaits approval or is approved is not edited; it is sent back first. */
const editable: readonly PhaseName[] = [
  "draft",
  "sent_back",
  "published",
  "in_session",
  "suspended",
];
const announced: readonly PhaseName[] = ["published", "in_session", "suspended"];
const preparing: readonly PhaseName[] = ["draft", "sent_back", "awaiting_approval", "approved"];
const inSession: readonly PhaseName[] = ["in_session"];
const anyBeforeClose: readonly PhaseName[] = [...preparing, ...announced];

type PhasedCommandType =
  | Exclude<MeetingCommandType, "meeting.create">
  | AgendaCommandType
  | DocumentCommandType
  | AttendanceCommandType
  | BallotCommandType
  | HandoverCommandType
  | RecusalCommandType;

export const phasesOf: { [T in PhasedCommandType]: readonly PhaseName[] } = {
  "meeting.edit": editable,
  "meeting.submit": ["draft", "sent_back"],
  "meeting.send_back": ["awaiting_approval", "approved"],
  "meeting.approve": ["awaiting_approval"],
  // whether approval is needed before the first publication is the body's rule (ME13)
  "meeting.publish": ["draft", "sent_back", "approved", ...announced],
  "meeting.cancel": [...preparing, "published"],
  "session.open": ["published"],
  "session.suspend": inSession,
  "session.resume": ["suspended"],
  "session.close": ["in_session", "suspended"],
  "presiding.assign": anyBeforeClose,
  "agenda.add_item": editable,
  "agenda.edit_item": editable,
  "agenda.move_item": editable,
  "agenda.remove_item": editable,
  "item.call": inSession,
  "item.suspend": inSession,
  "item.conclude": inSession,
  "item.postpone": announced,
  "item.withdraw": announced,
  "item.reopen": announced,
  "document.attach": editable,
  "document.attach_reference": editable,
  "document.describe": editable,
  "document.move": editable,
  "document.remove": editable,
  "invitation.add": anyBeforeClose,
  "invitation.remove": anyBeforeClose,
  "invitation.confirm": announced,
  "invitation.request_absence": announced,
  "invitation.grant_absence": announced,
  "invitation.refuse_absence": announced,
  "invitation.name_substitute": announced,
  "presence.check_in": announced,
  "presence.record": announced,
  "handover.give": announced,
  "handover.take_back": [...announced, "closed", "cancelled"],
  "handover.finish": [...announced, "closed"],
  "recusal.declare": announced,
  "recusal.decide": announced,
  "ballot.prepare": anyBeforeClose,
  "ballot.reword": anyBeforeClose,
  "ballot.discard": anyBeforeClose,
  "ballot.open": inSession,
  "ballot.vote": inSession,
  "ballot.close": inSession,
  "ballot.declare": inSession,
  "ballot.void": inSession,
};
