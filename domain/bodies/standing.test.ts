import { expect, it } from "vitest";
import { aCabinetOf, ids, people } from "../../tests/support/cabinet-in-memory";
import { AgencyId } from "../ids";
import { Day, Instant } from "../text";
import {
  BodyRules,
  type BodyState,
  dayIn,
  governmentOfVietnam,
  marksHistoryDaysOf,
  presets,
  provincialPeoplesCommittee,
  rulesOn,
  seatsOn,
  standingOf,
} from "./index";

const day = (text: string) => Day.parse(text);
const today = day("2026-11-25");

function bodyOf(size: number, change: (body: BodyState) => BodyState = (body) => body): BodyState {
  const { body } = aCabinetOf(size);
  if (body === null) throw new Error("a cabinet has a body");
  return change(body);
}

it("BO2 on a day those rules count that began last by then", () => {
  const set = (from: string, packLeadDays: number) => ({
    ...governmentOfVietnam,
    validFrom: day(from),
    packLeadDays,
  });
  // adopted in no order: dates count, not who wrote first
  const body = bodyOf(1, (founded) => ({
    ...founded,
    rules: [set("2026-06-01", 2), set("2024-01-01", 1), set("2027-01-01", 3)],
  }));
  const leadOn = (date: string) => rulesOn(body, day(date)).packLeadDays;
  expect(leadOn("2026-05-31")).toBe(1);
  expect(leadOn("2026-06-01")).toBe(2);
  expect(leadOn("2026-12-31")).toBe(2);
  expect(leadOn("2027-01-01")).toBe(3);
  expect(leadOn("2020-01-01")).toBe(1);
});

it("BO17 marks keep their history for as long as the rules say, and a year where they say nothing", () => {
  const rules = (days: unknown) =>
    BodyRules.safeParse({ ...governmentOfVietnam, marksHistoryDays: days });
  expect([29, 30, 3_650, 3_651].map((days) => rules(days).success)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(marksHistoryDaysOf({ marksHistoryDays: 30 })).toBe(30);
  expect(marksHistoryDaysOf({ marksHistoryDays: null })).toBe(365);
  // as an event of before has it
  const { marksHistoryDays: _later, ...older } = governmentOfVietnam;
  expect(marksHistoryDaysOf(BodyRules.parse(older))).toBe(365);
  expect(marksHistoryDaysOf(older as BodyRules)).toBe(365);
  expect(Object.values(presets).map(marksHistoryDaysOf)).toEqual([365, 365, 365, 365]);
});

it("BO5 seats are in protocol order, with the agency's code", () => {
  const agencyId = AgencyId.parse("0000000b-0000-4000-8000-000000000001");
  const cabinet = aCabinetOf(2);
  cabinet.setUpBody({
    type: "agency.establish",
    bodyId: ids.body,
    agencyId,
    code: "BTP",
    name: { vi: "Bộ Tư pháp", en: "" },
    kind: "ministry",
    from: day("2026-01-01"),
  });
  const seat = { name: "Lương Bích Ngà", title: { vi: "Bộ trưởng", en: "" } };
  cabinet.setUpBody({
    type: "membership.begin",
    bodyId: ids.body,
    membershipId: ids.membership(9),
    personId: ids.person(9),
    ...seat,
    role: "member",
    order: 10,
    votingRight: true,
    agencyId,
    from: day("2026-01-01"),
  });
  const body = cabinet.body;
  if (body === null) throw new Error("a cabinet has a body");
  const reversed = {
    ...body,
    memberships: Object.fromEntries(Object.entries(body.memberships).reverse()),
  };
  const seats = seatsOn(reversed, today);
  expect(seats.map(({ order }) => order)).toEqual([1, 2, 10]);
  expect(seats.map(({ agencyCode }) => agencyCode)).toEqual([null, null, "BTP"]);
});

it("BO5, BO6 a seat is there from its first day to the day before its end", () => {
  const cabinet = aCabinetOf(3);
  cabinet.setUpBody({
    type: "membership.end",
    bodyId: ids.body,
    membershipId: ids.membership(3),
    to: today,
  });
  const body = cabinet.body;
  if (body === null) throw new Error("a cabinet has a body");
  expect(seatsOn(body, day("2025-12-31"))).toEqual([]);
  expect(seatsOn(body, day("2026-01-01"))).toHaveLength(3);
  expect(seatsOn(body, day("2026-11-24"))).toHaveLength(3);
  expect(seatsOn(body, today)).toHaveLength(2);
  expect(standingOf(body, ids.person(3), day("2026-11-24")).membershipId).toBe(ids.membership(3));
  expect(standingOf(body, ids.person(3), today).membershipId).toBeNull();
});

it("BO9 what a person is adds up from seat and grants", () => {
  const cabinet = aCabinetOf(3);
  cabinet.setUpBody({
    type: "role.grant",
    bodyId: ids.body,
    grantId: ids.grant(9),
    personId: ids.person(3),
    name: "Đặng Chí Hòa",
    title: { vi: "Chủ nhiệm Văn phòng", en: "" },
    role: "office_lead",
    from: today,
  });
  const body = cabinet.body;
  if (body === null) throw new Error("a cabinet has a body");
  expect(standingOf(body, ids.person(3), today)).toEqual({
    personId: ids.person(3),
    membershipId: ids.membership(3),
    roles: ["member", "office_lead"],
    staff: [],
    offices: [],
  });
  expect(standingOf(body, ids.person(3), day("2026-11-24")).roles).toEqual(["member"]);
});

it("BO9 a stranger is nothing in the body", () => {
  expect(standingOf(bodyOf(3), people.stranger, today)).toEqual({
    personId: people.stranger,
    membershipId: null,
    roles: [],
    staff: [],
    offices: [],
  });
});

it("BO12 a day is the day of the body's own time zone", () => {
  const lateInHanoi = Instant.parse("2026-11-24T17:00:00.000Z");
  expect(dayIn("Asia/Ho_Chi_Minh", lateInHanoi)).toBe("2026-11-25");
  expect(dayIn("UTC", lateInHanoi)).toBe("2026-11-24");
  expect(dayIn("America/Los_Angeles", Instant.parse("2027-01-01T07:59:59.999Z"))).toBe(
    "2026-12-31",
  );
});

it.each(Object.entries(presets))(
  "BO13 the preset %s is valid and names its source",
  (_name, rules) => {
    expect(BodyRules.parse(rules)).toEqual(rules);
    expect(rules.source.name.vi).not.toBe("");
    expect(rules.source.name.en).not.toBe("");
    expect(rules.source.date <= rules.validFrom).toBe(true);
  },
);

it("BO14 the numbers of the Vietnamese presets are those of the law", () => {
  for (const rules of [governmentOfVietnam, provincialPeoplesCommittee]) {
    expect(rules.quorum).toEqual({ comparison: "at_least", numerator: 2, denominator: 3 });
    expect(rules.majority).toEqual({
      base: "all_entitled",
      threshold: { comparison: "more_than", numerator: 1, denominator: 2 },
      tie: "side_of_head",
      tieWhen: "half_of_base",
    });
    expect(rules.substitutes).toBe("speak");
    expect(rules.substitutesCountForQuorum).toBe(false);
    expect(rules.remoteVote).toBe(true);
  }
  expect(governmentOfVietnam.packLeadDays).toBe(3);
  expect(provincialPeoplesCommittee.answers.map(({ label }) => label.vi)).toEqual([
    "Tán thành",
    "Không tán thành",
    "Không biểu quyết",
  ]);
});
