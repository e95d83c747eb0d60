/** Who may change a body: its people and rules are kept by the administrator of the installation. */
import type { Standing } from "./body";
import type { BodyCommandType } from "./commands";

type BodyPermission = (standing: Standing, administrator: boolean) => boolean;

const administers: BodyPermission = (_standing, administrator) => administrator;

export const bodyPermissions: { [T in BodyCommandType]: BodyPermission } = {
  "body.create": administers,
  "body.adopt_rules": administers,
  "agency.establish": administers,
  "agency.dissolve": administers,
  "membership.begin": administers,
  "membership.end": administers,
  "role.grant": administers,
  "role.revoke": administers,
};
