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
