/** How a body changes by what happened. */
import type { PersonId } from "../ids";
import { type Evolvers, evolveBy, type Recorded } from "../stream";
import type { BodyState } from "./body";
import type { BodyEvent } from "./events";

type Later = Exclude<BodyEvent, { type: "body.created" }>;

const evolvers: Evolvers<Later, BodyState> = {
  "body.rules_adopted": (state, { rules }) => ({ ...state, rules: [...state.rules, rules] }),
  "agency.established": (state, { agency }) => ({
    ...state,
    agencies: { ...state.agencies, [agency.agencyId]: agency },
  }),
  "agency.dissolved": (state, { agencyId, to, mergedInto }) => {
    const agency = state.agencies[agencyId];
    if (agency === undefined) return state;
    return { ...state, agencies: { ...state.agencies, [agencyId]: { ...agency, to, mergedInto } } };
  },
  "membership.begun": (state, { membership }) => ({
    ...state,
    memberships: { ...state.memberships, [membership.membershipId]: membership },
  }),
  "membership.ended": (state, { membershipId, to }) => {
    const membership = state.memberships[membershipId];
    if (membership === undefined) return state;
    return {
      ...state,
      memberships: { ...state.memberships, [membershipId]: { ...membership, to } },
    };
  },
  "role.granted": (state, { grant }) => ({
    ...state,
    grants: { ...state.grants, [grant.grantId]: grant },
  }),
  "role.revoked": (state, { grantId, to }) => {
    const grant = state.grants[grantId];
    if (grant === undefined) return state;
    return { ...state, grants: { ...state.grants, [grantId]: { ...grant, to } } };
  },
  "office.staff_named": (state, { memberId, personId }) =>
    withOffice(state, memberId, [...(state.offices[memberId] ?? []), personId]),
  "office.staff_removed": (state, { memberId, personId }) =>
    withOffice(
      state,
      memberId,
      (state.offices[memberId] ?? []).filter((each) => each !== personId),
    ),
};

function withOffice(state: BodyState, memberId: PersonId, staff: readonly PersonId[]): BodyState {
  return { ...state, offices: { ...state.offices, [memberId]: staff } };
}

/** @throws Error when a stream does not begin with `body.created` */
export function evolveBody(state: BodyState | null, recorded: Recorded<BodyEvent>): BodyState {
  const { event } = recorded;
  if (event.type === "body.created") {
    const { bodyId, parentId, name, timeZone, rules } = event;
    const empty = { agencies: {}, memberships: {}, grants: {}, offices: {} };
    return { bodyId, parentId, name, timeZone, rules: [rules], ...empty };
  }
  if (state === null) throw new Error(`${event.type} on a body that was never created`);
  return evolveBy(evolvers, state, { ...recorded, event });
}
