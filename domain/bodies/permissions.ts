/**
 * Who may change a body: its people and rules are kept by the administrator of the installation; whom a member names
 * for the own office is the member's.
 */
import type { Standing } from "./body";
import type { BodyCommandType } from "./commands";

type BodyPermission = (standing: Standing, administrator: boolean) => boolean;

const administers: BodyPermission = (_standing, administrator) => administrator;
const sits: BodyPermission = ({ membershipId }) => membershipId !== null;

export const bodyPermissions: { [T in BodyCommandType]: BodyPermission } = {
  "body.create": administers,
  "body.adopt_rules": administers,
  "agency.establish": administers,
  "agency.dissolve": administers,
  "membership.begin": administers,
  "membership.end": administers,
  "role.grant": administers,
  "role.revoke": administers,
  "office.name_staff": sits,
  "office.remove_staff": sits,
};
