/** Who may hand over and report. Whose hand-over it is, and to whom, is asked in `decide` (HO1, HO7). */
import type { Permission } from "../bodies";
import type { HandoverCommandType } from "./commands";

const isMember: Permission = ({ capacity }) => capacity === "member";
const isMembersStaff: Permission = ({ roles }) => roles.has("member_staff");

export const handoverPermissions: { [T in HandoverCommandType]: Permission } = {
  "handover.give": isMember,
  "handover.take_back": isMember,
  "handover.finish": isMembersStaff,
};
