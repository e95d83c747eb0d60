/**
 * Joins every noun's permissions: the one place that says who may do what. What a person may see is
 * decided by `sightOf` (meetings/sight.ts). docs/permissions.md is generated from both.
 */
import { agendaPermissions } from "./agenda";
import { attendancePermissions } from "./attendance";
import { ballotPermissions } from "./ballots";
import { isSecretariat, type Permission, type Rights } from "./bodies";
import { commandTypes, type MeetingCommandTypes } from "./commands";
import { documentPermissions } from "./documents";
import { handoverPermissions } from "./handovers";
import { entersRoom, meetingPermissions } from "./meetings";
import { recusalPermissions } from "./recusals";

export const permissions: { [T in MeetingCommandTypes]: Permission } = {
  ...meetingPermissions,
  ...agendaPermissions,
  ...documentPermissions,
  ...attendancePermissions,
  ...ballotPermissions,
  ...handoverPermissions,
  ...recusalPermissions,
};

/** What may be looked at beyond the meeting's own view, or is not for everybody who has one. */
export const readPermissions = {
  /** the room, and all that tells of the sitting: not for those who see single papers by a hand-over */
  "room.enter": entersRoom,
  /** the view that another participant has */
  "meeting.preview": isSecretariat,
  /** the journal: the auditor, and the office that keeps it */
  "journal.read": ({ roles }) => roles.has("auditor") || roles.has("office_lead"),
} as const satisfies Record<string, Permission>;

export type Ability = MeetingCommandTypes | keyof typeof readPermissions;

const table: { [A in Ability]: Permission } = { ...permissions, ...readPermissions };

export function mayDo(rights: Rights, ability: Ability): boolean {
  return table[ability](rights);
}

const isMeetingCommandType = (type: string): type is MeetingCommandTypes =>
  Object.hasOwn(permissions, type);

/** All abilities, in the order of the tables. */
export const abilities: readonly Ability[] = [
  ...commandTypes.filter(isMeetingCommandType),
  "room.enter",
  "meeting.preview",
  "journal.read",
];

/** What a person with these rights may do in a meeting; screens show from this, never from roles. */
export function abilitiesOf(rights: Rights): Ability[] {
  return abilities.filter((ability) => mayDo(rights, ability));
}
