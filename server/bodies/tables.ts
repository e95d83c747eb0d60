/** A body as tables: people, rules, agencies, and what they are for how long. */
import type { BodyState } from "../../domain/bodies";
import type { Table } from "../projections/table";

export const bodyTables: readonly Table<BodyState>[] = [
  {
    name: "body",
    primaryKey: ["body_id"],
    columns: ["body_id", "parent_id", "name", "time_zone", "rules"],
    parts: ({ parentId, name, timeZone, rules }) => [parentId, name, timeZone, rules],
    rows: ({ bodyId, parentId, name, timeZone, rules }) => [
      {
        key: bodyId,
        parts: [parentId, name, timeZone, rules],
        row: () => ({ body_id: bodyId, parent_id: parentId, name, time_zone: timeZone, rules }),
      },
    ],
  },
  {
    name: "agency",
    primaryKey: ["agency_id"],
    columns: ["agency_id", "body_id", "code", "name", "kind", "from_day", "to_day", "merged_into"],
    parts: ({ agencies }) => [agencies],
    rows: ({ bodyId, agencies }) =>
      Object.values(agencies).map((agency) => ({
        key: agency.agencyId,
        parts: [agency],
        row: () => ({
          agency_id: agency.agencyId,
          body_id: bodyId,
          code: agency.code,
          name: agency.name,
          kind: agency.kind,
          from_day: agency.from,
          to_day: agency.to,
          merged_into: agency.mergedInto,
        }),
      })),
  },
  {
    name: "membership",
    primaryKey: ["membership_id"],
    columns: [
      "membership_id",
      "body_id",
      "person_id",
      "name",
      "title",
      "role",
      "order",
      "voting_right",
      "agency_id",
      "from_day",
      "to_day",
    ],
    parts: ({ memberships }) => [memberships],
    rows: ({ bodyId, memberships }) =>
      Object.values(memberships).map((membership) => ({
        key: membership.membershipId,
        parts: [membership],
        row: () => ({
          membership_id: membership.membershipId,
          body_id: bodyId,
          person_id: membership.personId,
          name: membership.name,
          title: membership.title,
          role: membership.role,
          order: membership.order,
          voting_right: membership.votingRight,
          agency_id: membership.agencyId,
          from_day: membership.from,
          to_day: membership.to,
        }),
      })),
  },
  {
    name: "role_grant",
    primaryKey: ["grant_id"],
    columns: ["grant_id", "body_id", "person_id", "name", "title", "role", "from_day", "to_day"],
    parts: ({ grants }) => [grants],
    rows: ({ bodyId, grants }) =>
      Object.values(grants).map((grant) => ({
        key: grant.grantId,
        parts: [grant],
        row: () => ({
          grant_id: grant.grantId,
          body_id: bodyId,
          person_id: grant.personId,
          name: grant.name,
          title: grant.title,
          role: grant.role,
          from_day: grant.from,
          to_day: grant.to,
        }),
      })),
  },
  {
    name: "office_staff",
    primaryKey: ["body_id", "member_id", "person_id"],
    columns: ["body_id", "member_id", "person_id"],
    parts: ({ offices }) => [offices],
    rows: ({ bodyId, offices }) =>
      Object.entries(offices).flatMap(([memberId, staff]) =>
        staff.map((personId) => ({
          key: `${memberId} ${personId}`,
          parts: [],
          row: () => ({ body_id: bodyId, member_id: memberId, person_id: personId }),
        })),
      ),
  },
];
