/** Who may do what with a meeting itself. */
import {
  either,
  headsBody,
  isSecretariat,
  leadsOffice,
  type Permission,
  presides,
} from "../bodies";
import type { MeetingCommandType } from "./commands";

/** Who follows the sitting itself; a member's staff see single papers and no sitting. */
export const entersRoom: Permission = ({ roles, presides: isPresiding, capacity }) =>
  capacity !== null ||
  isPresiding ||
  (["chair", "secretary", "office_lead", "examiner"] as const).some((role) => roles.has(role));

export const meetingPermissions: { [T in MeetingCommandType]: Permission } = {
  "meeting.create": isSecretariat,
  "meeting.edit": isSecretariat,
  "meeting.submit": isSecretariat,
  "meeting.send_back": either(leadsOffice, headsBody),
  "meeting.approve": either(leadsOffice, headsBody),
  "meeting.publish": isSecretariat,
  "meeting.cancel": either(leadsOffice, headsBody),
  "session.open": presides,
  "session.suspend": presides,
  "session.resume": presides,
  "session.close": presides,
  "presiding.assign": headsBody,
};
