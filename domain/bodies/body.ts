/** A body as the fold of its stream: who sits in it, who serves it, by which rules on which day. */
import { z } from "zod";
import type { AgencyId, BodyId, GrantId, MembershipId, PersonId } from "../ids";
import type { Bilingual, Day } from "../text";
import type { BodyRules } from "./rules";

/** Functions granted in a body. Sitting in it is a membership, not a grant. */
export const grantableRoles = [
  "secretary",
  "examiner",
  "office_lead",
  "clerk",
  "member_staff",
  "agency_officer",
  "auditor",
] as const;
export const GrantableRole = z.enum(grantableRoles);
export type GrantableRole = z.infer<typeof GrantableRole>;

export type SeatRole = "chair" | "vice_chair" | "member";

export type Agency = {
  agencyId: AgencyId;
  code: string;
  name: Bilingual;
  kind: "ministry" | "province" | "office" | "department" | "other";
  from: Day;
  to: Day | null;
  mergedInto: AgencyId | null;
};

export type Membership = {
  membershipId: MembershipId;
  personId: PersonId;
  name: string;
  title: Bilingual;
  /** `chair` is the head of the body, whose side the tie rule follows */
  role: SeatRole;
  /** place in the protocol order, from 1, unique among those in force */
  order: number;
  votingRight: boolean;
  agencyId: AgencyId | null;
  from: Day;
  to: Day | null;
};

export type Grant = {
  grantId: GrantId;
  personId: PersonId;
  name: string;
  title: Bilingual;
  role: GrantableRole;
  from: Day;
  to: Day | null;
};

export type BodyState = {
  bodyId: BodyId;
  parentId: BodyId | null;
  name: Bilingual;
  /** IANA name, e.g. Asia/Ho_Chi_Minh */
  timeZone: string;
  rules: readonly BodyRules[];
  agencies: Readonly<Record<AgencyId, Agency>>;
  memberships: Readonly<Record<MembershipId, Membership>>;
  grants: Readonly<Record<GrantId, Grant>>;
  /** by member: whom that member has named for the own office */
  offices: Readonly<Record<PersonId, readonly PersonId[]>>;
};

/** A seat as a meeting keeps it: the membership in force, with its agency's code. */
export type Seat = {
  membershipId: MembershipId;
  personId: PersonId;
  name: string;
  title: Bilingual;
  role: SeatRole;
  order: number;
  votingRight: boolean;
  agencyCode: string | null;
};

/** A person as a list of names has one. */
export type Named = { personId: PersonId; name: string };

/** What a person is in one body on one day; the input of every permission and of every view. */
export type Standing = {
  personId: PersonId;
  roles: readonly (SeatRole | GrantableRole)[];
  membershipId: MembershipId | null;
  /** of a member: those named for the own office who serve as members' staff today */
  staff: readonly Named[];
  /** of a member's staff: the members who sit today and have named this person */
  offices: readonly PersonId[];
};
