/**
 * Who may do what with invitations and presence. Answering an invitation and checking in are a
 * participant's own acts: whose invitation it is, is asked in `decide` (AT4).
 */
import {
  either,
  headsBody,
  isSecretariat,
  leadsOffice,
  type Permission,
  presides,
} from "../bodies";
import type { AttendanceCommandType } from "./commands";

const takesPart: Permission = ({ capacity }) => capacity !== null;
const isMember: Permission = ({ capacity }) => capacity === "member";
/** absence is granted by the head of the body, on the day by whoever presides, or by the office for them */
const grantsAbsence = either(headsBody, presides, leadsOffice);

export const attendancePermissions: { [T in AttendanceCommandType]: Permission } = {
  "invitation.add": isSecretariat,
  "invitation.remove": isSecretariat,
  "invitation.confirm": takesPart,
  "invitation.request_absence": isMember,
  "invitation.grant_absence": grantsAbsence,
  "invitation.refuse_absence": grantsAbsence,
  "invitation.name_substitute": either(isMember, isSecretariat),
  "presence.check_in": takesPart,
  "presence.record": isSecretariat,
};
