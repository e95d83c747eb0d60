import { describe, expect, it } from "vitest";
import { ids, people, person } from "../../tests/support/cabinet-in-memory";
import { speakOf } from "../../tests/support/given";
import { AgencyId } from "../ids";
import { Day } from "../text";
import {
  type BodyCommands,
  type BodyEvent,
  type BodyRefusal,
  type BodyRules,
  type BodyState,
  bodyCommands,
  bodyPermissions,
  decideBody,
  evolveBody,
  governmentOfVietnam,
  type Membership,
  standingOf,
} from "./index";

const given = speakOf<BodyState | null, BodyCommands[keyof BodyCommands], BodyEvent, BodyRefusal>({
  initial: null,
  decide: decideBody,
  evolve: evolveBody,
});

const { body: bodyId } = ids;
const day = (text: string) => Day.parse(text);
const named = (vi: string) => ({ vi, en: "" });
const from = day("2026-01-01");
const later = day("2026-07-01");
const agencyId = (n: number) => AgencyId.parse(`0000000b-0000-4000-8000-00000000000${n}`);

const foundation = {
  bodyId,
  parentId: null,
  name: named("Chính phủ"),
  timeZone: "Asia/Ho_Chi_Minh",
  rules: governmentOfVietnam,
};
const created: BodyEvent = { type: "body.created", ...foundation };

const member = (n: number, changes: Partial<Membership> = {}): Membership => ({
  membershipId: ids.membership(n),
  personId: ids.person(n),
  name: `Thành viên ${n}`,
  title: named("Bộ trưởng"),
  role: n === 1 ? "chair" : "member",
  order: n,
  votingRight: true,
  agencyId: null,
  from,
  to: null,
  ...changes,
});
const begun = (membership: Membership): BodyEvent => ({ type: "membership.begun", membership });
const begin = (membership: Membership): BodyCommands["membership.begin"] => {
  const { to: _to, ...asked } = membership;
  return { type: "membership.begin", bodyId, ...asked };
};

const agency = (n: number, code: string) => ({
  agencyId: agencyId(n),
  code,
  name: named("Bộ Tư pháp"),
  kind: "ministry" as const,
  from,
});
const established = (n: number, code: string): BodyEvent => ({
  type: "agency.established",
  agency: { ...agency(n, code), to: null, mergedInto: null },
});
const establish = (n: number, code: string, since = from) => ({
  type: "agency.establish" as const,
  bodyId,
  ...agency(n, code),
  from: since,
});
const dissolve = (n: number, to: Day, into: number | null = null) => ({
  type: "agency.dissolve" as const,
  bodyId,
  agencyId: agencyId(n),
  to,
  mergedInto: into === null ? null : agencyId(into),
});

const grant = {
  grantId: ids.grant(1),
  personId: people.secretary,
  name: "Nhâm Tuyết Lan",
  title: named("Thư ký phiên họp"),
  role: "secretary",
  from,
} as const;
const granted: BodyEvent = { type: "role.granted", grant: { ...grant, to: null } };

describe("founding a body", () => {
  it("BO1 a body is founded with its first rules", () => {
    given()
      .when({ type: "body.create", ...foundation })
      .then(created);
  });

  it("BO1 a body is founded once", () => {
    given(created)
      .when({ type: "body.create", ...foundation })
      .thenRefused("body.exists");
  });

  it("BO1 nothing is done to a body that was not founded", () => {
    given()
      .when(begin(member(1)))
      .thenRefused("body.unknown");
  });

  it("BO1 a body does not belong to itself", () => {
    given()
      .when({ type: "body.create", ...foundation, parentId: bodyId })
      .thenRefused("body.own_parent");
  });

  it("BO3 two answers of one meaning are refused, and so is a ballot without an against", () => {
    const [yes, no] = governmentOfVietnam.answers;
    if (yes === undefined || no === undefined) throw new Error("the preset has two answers");
    const founded = (answers: BodyRules["answers"]) =>
      given().when({ type: "body.create", ...foundation, rules: { ...foundation.rules, answers } });
    founded([yes, { ...no, meaning: "yes" }]).thenRefused("body.answers_doubled");
    founded([yes, { ...no, meaning: "abstain" }]).thenRefused("body.answers_incomplete");
  });
});

describe("rules with dates", () => {
  const rules = { ...governmentOfVietnam, validFrom: day("2027-01-01"), packLeadDays: 5 };

  it("BO2 a body adopts new rules from a day on", () => {
    given(created)
      .when({ type: "body.adopt_rules", bodyId, rules })
      .then({ type: "body.rules_adopted", rules });
  });

  it("BO2 two sets of rules do not begin on one day", () => {
    given(created, { type: "body.rules_adopted", rules })
      .when({ type: "body.adopt_rules", bodyId, rules })
      .thenRefused("body.rules_exist", { day: "2027-01-01" });
  });

  it("BO3 adopted rules need both directions too", () => {
    const answers = rules.answers.filter(({ meaning }) => meaning === "yes");
    given(created)
      .when({ type: "body.adopt_rules", bodyId, rules: { ...rules, answers } })
      .thenRefused("body.answers_incomplete");
  });
});

describe("agencies", () => {
  it("BO4 an agency's code is its own while it exists", () => {
    given(created).when(establish(1, "BTP")).then(established(1, "BTP"));
    given(created, established(1, "BTP"))
      .when(establish(2, "BTP"))
      .thenRefused("agency.code_taken", { code: "BTP" });
    given(created, established(1, "BTP")).when(establish(1, "BTC")).thenRefused("agency.exists");
  });

  it("BO4 a code is free again when its agency has ended", () => {
    const ended = { type: "agency.dissolved", agencyId: agencyId(1), to: later, mergedInto: null };
    const history = [created, established(1, "BTP"), ended as BodyEvent] as const;
    given(...history)
      .when(establish(2, "BTP", day("2026-06-30")))
      .thenRefused("agency.code_taken", { code: "BTP" });
    given(...history)
      .when(establish(2, "BTP", later))
      .then({
        type: "agency.established",
        agency: { ...agency(2, "BTP"), from: later, to: null, mergedInto: null },
      });
  });

  it("BO4 an agency ends once, perhaps merged into another", () => {
    const two = [created, established(1, "BTP"), established(2, "BNV")] as const;
    const merged: BodyEvent = {
      type: "agency.dissolved",
      agencyId: agencyId(1),
      to: later,
      mergedInto: agencyId(2),
    };
    given(...two)
      .when(dissolve(1, later, 2))
      .then(merged);
    given(...two, merged)
      .when(dissolve(1, later))
      .thenRefused("agency.dissolved");
    given(...two)
      .when(dissolve(1, later, 1))
      .thenRefused("agency.merged_into_itself");
    given(...two)
      .when(dissolve(1, later, 3))
      .thenRefused("agency.unknown");
    given(...two)
      .when(dissolve(3, later))
      .thenRefused("agency.unknown");
  });

  it("BO6 an agency does not end before it began", () => {
    given(created, established(1, "BTP"))
      .when(dissolve(1, day("2025-12-31")))
      .thenRefused("term.ends_before_start");
  });
});

describe("memberships", () => {
  const chair = begun(member(1));
  const ended: BodyEvent = { type: "membership.ended", membershipId: ids.membership(1), to: later };

  it("BO7 a place in the order is one member's at a time", () => {
    given(created, chair)
      .when(begin(member(2, { order: 1 })))
      .thenRefused("membership.order_taken", { order: 1 });
    given(created, chair)
      .when(begin(member(2)))
      .then(begun(member(2)));
  });

  it("BO8 a person has one seat at a time, and the body one head", () => {
    given(created, chair)
      .when(begin(member(2, { personId: ids.person(1) })))
      .thenRefused("membership.person_seated");
    given(created, chair)
      .when(begin(member(2, { role: "chair" })))
      .thenRefused("membership.head_taken");
    given(created, chair)
      .when(begin(member(1)))
      .thenRefused("membership.exists");
  });

  it("BO6 on the day one term ends another may begin, not the day before", () => {
    const successor = member(2, { role: "chair", order: 1, from: later });
    given(created, chair, ended).when(begin(successor)).then(begun(successor));
    given(created, chair, ended)
      .when(begin({ ...successor, from: day("2026-06-30") }))
      .thenRefused("membership.order_taken", { order: 1 });
  });

  it("BO6 a term ends once, and not before it begins", () => {
    const end = (to: Day, n = 1) => ({
      type: "membership.end" as const,
      bodyId,
      membershipId: ids.membership(n),
      to,
    });
    given(created, chair).when(end(later)).then(ended);
    given(created, chair, ended).when(end(later)).thenRefused("membership.ended");
    given(created, chair)
      .when(end(day("2025-12-31")))
      .thenRefused("term.ends_before_start");
    given(created, chair).when(end(later, 9)).thenRefused("membership.unknown");
  });

  it("BO4 a member sits for an agency that exists that day", () => {
    const gone: BodyEvent = {
      type: "agency.dissolved",
      agencyId: agencyId(1),
      to: later,
      mergedInto: null,
    };
    const seat = (since: Day) => begin(member(2, { agencyId: agencyId(1), from: since }));
    given(created).when(seat(from)).thenRefused("agency.unknown");
    given(created, established(1, "BTP"), gone).when(seat(later)).thenRefused("agency.dissolved");
    given(created, established(1, "BTP"), gone)
      .when(seat(from))
      .then(begun(member(2, { agencyId: agencyId(1) })));
  });
});

describe("roles", () => {
  const ask: BodyCommands["role.grant"] = { type: "role.grant", bodyId, ...grant };
  const revoke = (to: Day, n = 1): BodyCommands["role.revoke"] => ({
    type: "role.revoke",
    bodyId,
    grantId: ids.grant(n),
    to,
  });
  const revoked: BodyEvent = { type: "role.revoked", grantId: ids.grant(1), to: later };

  it("BO10 a role is granted to a person once at a time", () => {
    given(created).when(ask).then(granted);
    given(created, granted).when(ask).thenRefused("role.exists");
    given(created, granted)
      .when({ ...ask, grantId: ids.grant(2) })
      .thenRefused("role.held");
    given(created, granted, revoked)
      .when({ ...ask, grantId: ids.grant(2), from: later })
      .then({
        type: "role.granted",
        grant: { ...grant, grantId: ids.grant(2), from: later, to: null },
      });
  });

  it("BO10 a role is revoked once", () => {
    given(created, granted).when(revoke(later)).then(revoked);
    given(created, granted, revoked).when(revoke(later)).thenRefused("role.revoked");
    given(created).when(revoke(later)).thenRefused("role.unknown");
    given(created, granted)
      .when(revoke(day("2025-12-31")))
      .thenRefused("term.ends_before_start");
  });
});

it("BO11, BO15 only the administrator changes a body, whatever seat or role somebody has; an office is its member's", () => {
  const everything = {
    personId: people.chair,
    membershipId: ids.membership(1),
    roles: ["chair", "secretary", "office_lead", "examiner", "auditor"] as const,
    staff: [],
    offices: [],
  };
  const nothing = {
    personId: people.stranger,
    membershipId: null,
    roles: [],
    staff: [],
    offices: [],
  };
  const types = Object.keys(bodyCommands) as (keyof typeof bodyCommands)[];
  const own = ["office.name_staff", "office.remove_staff"];
  expect(types.filter((type) => bodyPermissions[type](everything, false))).toEqual(own);
  expect(types.filter((type) => !bodyPermissions[type](nothing, true))).toEqual(own);
});

describe("a member's office", () => {
  const by = person(ids.person(2));
  const seat = begun(member(2));
  const serving = (to: Day | null = null): BodyEvent => ({
    type: "role.granted",
    grant: {
      grantId: ids.grant(6),
      personId: people.memberStaff,
      name: "Thư ký",
      title: named("Thư ký của thành viên"),
      role: "member_staff",
      from,
      to,
    },
  });
  const name = { type: "office.name_staff", bodyId, personId: people.memberStaff } as const;
  const remove = { ...name, type: "office.remove_staff" } as const;
  const who = { memberId: ids.person(2), personId: people.memberStaff };
  const wasNamed: BodyEvent = { type: "office.staff_named", ...who };
  const wasRemoved: BodyEvent = { type: "office.staff_removed", ...who };

  it("BO15 is of those who serve as members' staff today, named and removed once", () => {
    given(created, seat, serving()).when(name, by).then(wasNamed);
    given(created, seat, serving(), wasNamed).when(name, by).then();
    given(created, seat, serving(), wasNamed).when(remove, by).then(wasRemoved);
    given(created, seat, serving()).when(remove, by).then();
    given(created, seat, serving(), wasNamed, wasRemoved).when(name, by).then(wasNamed);
  });

  it("BO15 of nobody else, and not of oneself", () => {
    given(created, seat).when(name, by).thenRefused("office.not_staff");
    given(created, seat, serving(later)).when(name, by).thenRefused("office.not_staff");
    given(created, seat, serving())
      .when({ ...name, personId: ids.person(2) }, by)
      .thenRefused("office.not_staff");
    given(created, seat, serving()).when(name).thenRefused("office.person_needed");
    given(created, seat, serving()).when(remove).thenRefused("office.person_needed");
  });

  it("BO16 is there while the member sits and the person serves", () => {
    const today = day("2026-11-25");
    const offices = (...events: BodyEvent[]) => {
      const { state } = given(created, ...events, wasNamed);
      if (state === null) throw new Error("there is no body");
      const staff = standingOf(state, ids.person(2), today).staff.length;
      return [staff, standingOf(state, people.memberStaff, today).offices.length];
    };
    expect(offices(seat, serving())).toEqual([1, 1]);
    expect(offices(seat, serving(later))).toEqual([0, 0]);
    expect(offices(begun(member(2, { to: later })), serving())).toEqual([0, 0]);
  });
});
