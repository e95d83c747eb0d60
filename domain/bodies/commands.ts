import { z } from "zod";
import { AgencyId, BodyId, GrantId, MembershipId, PersonId } from "../ids";
import { bilingual, Day, text } from "../text";
import { GrantableRole } from "./body";
import { BodyRules } from "./rules";

/** Asked of the formatter itself: the list of canonical names leaves out Asia/Ho_Chi_Minh. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const timeZone = text(60).refine(isTimeZone, "time_zone_unknown");

/** The commands of a body's stream, by type; each names its `bodyId`. */
export const bodyCommands = {
  "body.create": z.strictObject({
    bodyId: BodyId,
    parentId: BodyId.nullable(),
    name: bilingual(200),
    timeZone,
    rules: BodyRules,
  }),
  "body.adopt_rules": z.strictObject({ bodyId: BodyId, rules: BodyRules }),
  "agency.establish": z.strictObject({
    bodyId: BodyId,
    agencyId: AgencyId,
    code: text(20),
    name: bilingual(200),
    kind: z.enum(["ministry", "province", "office", "department", "other"]),
    from: Day,
  }),
  "agency.dissolve": z.strictObject({
    bodyId: BodyId,
    agencyId: AgencyId,
    to: Day,
    mergedInto: AgencyId.nullable(),
  }),
  "membership.begin": z.strictObject({
    bodyId: BodyId,
    membershipId: MembershipId,
    personId: PersonId,
    name: text(120),
    title: bilingual(200),
    role: z.enum(["chair", "vice_chair", "member"]),
    order: z.int().min(1).max(5000),
    votingRight: z.boolean(),
    agencyId: AgencyId.nullable(),
    from: Day,
  }),
  "membership.end": z.strictObject({ bodyId: BodyId, membershipId: MembershipId, to: Day }),
  "role.grant": z.strictObject({
    bodyId: BodyId,
    grantId: GrantId,
    personId: PersonId,
    name: text(120),
    title: bilingual(200),
    role: GrantableRole,
    from: Day,
  }),
  "role.revoke": z.strictObject({ bodyId: BodyId, grantId: GrantId, to: Day }),
  /** the member who gives the command names for the own office */
  "office.name_staff": z.strictObject({ bodyId: BodyId, personId: PersonId }),
  "office.remove_staff": z.strictObject({ bodyId: BodyId, personId: PersonId }),
} as const;

type Schemas = typeof bodyCommands;
export type BodyCommandType = keyof Schemas;
/** A body command by type, as `decide` takes it. */
export type BodyCommands = {
  [T in BodyCommandType]: { type: T } & z.infer<Schemas[T]>;
};
