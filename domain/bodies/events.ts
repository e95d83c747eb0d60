import type { AgencyId, BodyId, GrantId, MembershipId, PersonId } from "../ids";
import type { Bilingual, Day } from "../text";
import type { Agency, Grant, Membership } from "./body";
import type { BodyRules } from "./rules";

export type BodyEvent =
  | {
      type: "body.created";
      bodyId: BodyId;
      parentId: BodyId | null;
      name: Bilingual;
      timeZone: string;
      rules: BodyRules;
    }
  | { type: "body.rules_adopted"; rules: BodyRules }
  | { type: "agency.established"; agency: Agency }
  | { type: "agency.dissolved"; agencyId: AgencyId; to: Day; mergedInto: AgencyId | null }
  | { type: "membership.begun"; membership: Membership }
  | { type: "membership.ended"; membershipId: MembershipId; to: Day }
  | { type: "role.granted"; grant: Grant }
  | { type: "role.revoked"; grantId: GrantId; to: Day }
  | { type: "office.staff_named"; memberId: PersonId; personId: PersonId }
  | { type: "office.staff_removed"; memberId: PersonId; personId: PersonId };
