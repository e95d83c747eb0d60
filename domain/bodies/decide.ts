/** Deciders of a body: who sits in it and by which rules. Rules BO1… in RULES.md. */
import { type Actor, accept, type Deciders, type Decision, decideBy, refuse } from "../stream";
import type { Day, Instant } from "../text";
import type { BodyState } from "./body";
import type { BodyCommands, BodyCommandType } from "./commands";
import type { BodyEvent } from "./events";
import type { BodyRules } from "./rules";
import { dayIn, membersStaffOn } from "./standing";

export type BodyRefusal =
  | "body.exists"
  | "body.unknown"
  | "body.rules_exist"
  | "body.own_parent"
  | "body.answers_doubled"
  | "body.answers_incomplete"
  | "agency.exists"
  | "agency.unknown"
  | "agency.code_taken"
  | "agency.dissolved"
  | "agency.merged_into_itself"
  | "membership.exists"
  | "membership.unknown"
  | "membership.order_taken"
  | "membership.person_seated"
  | "membership.head_taken"
  | "membership.ended"
  | "role.exists"
  | "role.unknown"
  | "role.held"
  | "role.revoked"
  | "term.ends_before_start"
  | "office.not_staff"
  | "office.person_needed";

export type BodyContext = { now: Instant; actor: Actor };

type Decided = Decision<BodyEvent, BodyRefusal>;
type Existing = Omit<BodyCommands, "body.create">;
type Decide<T extends keyof Existing> = (
  state: BodyState,
  command: Existing[T],
  context: BodyContext,
) => Decided;

/** BO3: each meaning has one wording, and both directions can be answered. */
function answersProblem({ answers }: BodyRules) {
  const meanings = new Set(answers.map(({ meaning }) => meaning));
  if (meanings.size < answers.length) return refuse("body.answers_doubled");
  return meanings.has("yes") && meanings.has("no") ? null : refuse("body.answers_incomplete");
}

function create(command: BodyCommands["body.create"]): Decided {
  const { type: _type, bodyId, parentId, name, timeZone, rules } = command;
  if (parentId === bodyId) return refuse("body.own_parent");
  return (
    answersProblem(rules) ??
    accept<BodyEvent>({ type: "body.created", bodyId, parentId, name, timeZone, rules })
  );
}

const adoptRules: Decide<"body.adopt_rules"> = (state, { rules }) => {
  const taken = state.rules.some(({ validFrom }) => validFrom === rules.validFrom);
  if (taken) return refuse("body.rules_exist", { day: rules.validFrom });
  return answersProblem(rules) ?? accept<BodyEvent>({ type: "body.rules_adopted", rules });
};

const establish: Decide<"agency.establish"> = (state, command) => {
  if (state.agencies[command.agencyId] !== undefined) return refuse("agency.exists");
  const taken = Object.values(state.agencies).some(
    (other) => other.code === command.code && overlaps(other, command.from),
  );
  if (taken) return refuse("agency.code_taken", { code: command.code });
  const { agencyId, code, name, kind, from } = command;
  const agency = { agencyId, code, name, kind, from, to: null, mergedInto: null };
  return accept<BodyEvent>({ type: "agency.established", agency });
};

const dissolve: Decide<"agency.dissolve"> = (state, { agencyId, to, mergedInto }) => {
  const agency = state.agencies[agencyId];
  if (agency === undefined) return refuse("agency.unknown");
  if (agency.to !== null) return refuse("agency.dissolved");
  if (to < agency.from) return refuse("term.ends_before_start");
  if (mergedInto === agencyId) return refuse("agency.merged_into_itself");
  if (mergedInto !== null && state.agencies[mergedInto] === undefined)
    return refuse("agency.unknown");
  return accept<BodyEvent>({ type: "agency.dissolved", agencyId, to, mergedInto });
};

/** BO6: terms are half-open: the last day of one may be the first of the next. */
function overlaps(term: { to: Day | null }, from: Day): boolean {
  return term.to === null || from < term.to;
}

const begin: Decide<"membership.begin"> = (state, command) => {
  const { type: _type, bodyId: _bodyId, ...membership } = command;
  if (state.memberships[command.membershipId] !== undefined) return refuse("membership.exists");
  const agency = command.agencyId === null ? null : state.agencies[command.agencyId];
  if (agency === undefined) return refuse("agency.unknown");
  if (agency !== null && !overlaps(agency, command.from)) return refuse("agency.dissolved");
  const others = Object.values(state.memberships).filter((other) => overlaps(other, command.from));
  if (others.some(({ order }) => order === command.order))
    return refuse("membership.order_taken", { order: command.order });
  if (others.some(({ personId }) => personId === command.personId))
    return refuse("membership.person_seated");
  if (command.role === "chair" && others.some(({ role }) => role === "chair"))
    return refuse("membership.head_taken");
  return accept<BodyEvent>({ type: "membership.begun", membership: { ...membership, to: null } });
};

const end: Decide<"membership.end"> = (state, { membershipId, to }) => {
  const membership = state.memberships[membershipId];
  if (membership === undefined) return refuse("membership.unknown");
  if (membership.to !== null) return refuse("membership.ended");
  if (to < membership.from) return refuse("term.ends_before_start");
  return accept<BodyEvent>({ type: "membership.ended", membershipId, to });
};

const grant: Decide<"role.grant"> = (state, command) => {
  if (state.grants[command.grantId] !== undefined) return refuse("role.exists");
  const held = Object.values(state.grants).some(
    (other) =>
      other.personId === command.personId &&
      other.role === command.role &&
      overlaps(other, command.from),
  );
  if (held) return refuse("role.held");
  const { type: _type, bodyId: _bodyId, ...given } = command;
  return accept<BodyEvent>({ type: "role.granted", grant: { ...given, to: null } });
};

const revoke: Decide<"role.revoke"> = (state, { grantId, to }) => {
  const held = state.grants[grantId];
  if (held === undefined) return refuse("role.unknown");
  if (held.to !== null) return refuse("role.revoked");
  if (to < held.from) return refuse("term.ends_before_start");
  return accept<BodyEvent>({ type: "role.revoked", grantId, to });
};

/** BO15: only who serves the body's members as staff; naming twice is naming once. */
const nameStaff: Decide<"office.name_staff"> = (state, { personId }, { actor, now }) => {
  if (actor.kind !== "person") return refuse("office.person_needed");
  const memberId = actor.personId;
  const serving = membersStaffOn(state, dayIn(state.timeZone, now));
  if (personId === memberId || !serving.some((each) => each.personId === personId))
    return refuse("office.not_staff");
  if (state.offices[memberId]?.includes(personId) === true) return accept();
  return accept<BodyEvent>({ type: "office.staff_named", memberId, personId });
};

const removeStaff: Decide<"office.remove_staff"> = (state, { personId }, { actor }) => {
  if (actor.kind !== "person") return refuse("office.person_needed");
  const memberId = actor.personId;
  if (state.offices[memberId]?.includes(personId) !== true) return accept();
  return accept<BodyEvent>({ type: "office.staff_removed", memberId, personId });
};

const deciders: Deciders<Existing, BodyState, null, BodyContext, BodyEvent, BodyRefusal> = {
  "body.adopt_rules": onBody(adoptRules),
  "agency.establish": onBody(establish),
  "agency.dissolve": onBody(dissolve),
  "membership.begin": onBody(begin),
  "membership.end": onBody(end),
  "role.grant": onBody(grant),
  "role.revoke": onBody(revoke),
  "office.name_staff": onBody(nameStaff),
  "office.remove_staff": onBody(removeStaff),
};

/** A body is its own setting: its deciders need nothing besides. */
function onBody<C>(decide: (state: BodyState, command: C, context: BodyContext) => Decided) {
  return (state: BodyState, _none: null, command: C, context: BodyContext) =>
    decide(state, command, context);
}

/** Decides a command on a body; who may give it was asked before. */
export function decideBody(
  state: BodyState | null,
  command: BodyCommands[BodyCommandType],
  context: BodyContext,
): Decided {
  if (command.type === "body.create")
    return state === null ? create(command) : refuse("body.exists");
  if (state === null) return refuse("body.unknown");
  return decideBy(deciders, state, null, command, context);
}
