import { describe, expect, it } from "vitest";
import { aCabinetOf, ids, people } from "../../tests/support/cabinet-in-memory";
import { at } from "../../tests/support/given";
import { type AttendanceState, emptyAttendance, type Participant } from "../attendance";
import { type BodyRules, governmentOfVietnam, type Seat, seatsOn } from "../bodies";
import { InvitationId } from "../ids";
import { Day } from "../text";
import { leastYes } from "./majority";
import { rollFor } from "./roll";

const seats: readonly Seat[] = [1, 2, 3].map((n) => ({
  membershipId: ids.membership(n),
  personId: ids.person(n),
  name: `Thành viên ${n}`,
  title: { vi: "Bộ trưởng", en: "" },
  role: n === 1 ? "chair" : "member",
  order: n,
  votingRight: true,
  agencyCode: null,
}));

const there: Participant["presence"] = { state: "room", at: at(1) };

/** A substitute for the seat of place `n`, there or not. */
function withSubstitute(n: number, presence: Participant["presence"]): AttendanceState {
  const { participants } = emptyAttendance(seats);
  const invitationId = InvitationId.parse("0000000a-0000-4000-8000-000000000002");
  return {
    participants: {
      ...participants,
      [invitationId]: {
        invitationId,
        personId: people.substitute,
        name: "Cung Thị Hiền",
        title: { vi: "Thứ trưởng", en: "" },
        capacity: "substitute",
        membershipId: ids.membership(n),
        items: "all",
        invitation: { state: "sent", at: at(1) },
        presence,
      },
    },
  };
}

function withPresent(attendance: AttendanceState, n: number): AttendanceState {
  const member = attendance.participants[ids.invitation(n)];
  if (member === undefined) throw new Error(`no member at place ${n}`);
  return {
    participants: {
      ...attendance.participants,
      [member.invitationId]: { ...member, presence: there },
    },
  };
}

const rules = (substitutes: BodyRules["substitutes"]) => ({ ...governmentOfVietnam, substitutes });
const voters = (substitutes: BodyRules["substitutes"], attendance: AttendanceState) =>
  rollFor(rules(substitutes), seats, attendance, null).map(({ personId }) => personId);
const [first, second, third] = [ids.person(1), ids.person(2), ids.person(3)];

describe("the roll", () => {
  it("BA10 every seat with a voting right is on it once, present or not", () => {
    const attendance = withPresent(emptyAttendance(seats), 2);
    const roll = rollFor(rules("speak"), seats, attendance, ids.person(3));
    expect(roll.map(({ order, present }) => [order, present])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(roll.map(({ head }) => head)).toEqual([true, false, false]);
    expect(roll.map(({ presides }) => presides)).toEqual([false, false, true]);
  });

  it("BA10 a seat without a voting right is not on it", () => {
    const advisers = seats.map((seat) => ({ ...seat, votingRight: seat.order !== 2 }));
    const roll = rollFor(rules("speak"), advisers, emptyAttendance(advisers), null);
    expect(roll.map(({ personId }) => personId)).toEqual([first, third]);
  });

  it.each([
    [27, 0, 14],
    [27, 1, 14],
    [27, 2, 13],
  ])("BA10 of %i seats with %i vacant, more than half is %i", (size, vacant, least) => {
    const cabinet = aCabinetOf(size);
    for (let n = size; n > size - vacant; n--)
      cabinet.setUpBody({
        type: "membership.end",
        bodyId: ids.body,
        membershipId: ids.membership(n),
        to: Day.parse("2026-11-01"),
      });
    if (cabinet.body === null) throw new Error("a cabinet has a body");
    const inForce = seatsOn(cabinet.body, Day.parse("2026-11-25"));
    const roll = rollFor(governmentOfVietnam, inForce, emptyAttendance(inForce), null);
    expect(leastYes(governmentOfVietnam.majority, roll.length)).toBe(least);
  });
});

describe("substitutes on the roll", () => {
  it("BA11 a substitute who is there takes the line only where substitutes vote", () => {
    const attendance = withSubstitute(2, there);
    expect(voters("speak", attendance)).toEqual([first, second, third]);
    expect(voters("vote", attendance)).toEqual([first, people.substitute, third]);
    const [, line] = rollFor(rules("vote"), seats, attendance, null);
    expect(line).toMatchObject({ membershipId: ids.membership(2), order: 2, present: true });
    // a substitute who only speaks does not make the seat present
    expect(rollFor(rules("speak"), seats, attendance, null)[1]?.present).toBe(false);
  });

  it("BA11 a substitute who is not there takes nothing, nor while the member is", () => {
    expect(voters("vote", withSubstitute(2, { state: "expected" }))).toEqual([
      first,
      second,
      third,
    ]);
    expect(voters("vote", withSubstitute(2, { state: "left", at: at(1) }))).toEqual([
      first,
      second,
      third,
    ]);
    expect(voters("vote", withPresent(withSubstitute(2, there), 2))).toEqual([
      first,
      second,
      third,
    ]);
  });

  it("BA11 who substitutes for the head has the head's vote, not the head's side", () => {
    const roll = rollFor(rules("vote"), seats, withSubstitute(1, there), null);
    expect(roll[0]).toMatchObject({ personId: people.substitute, head: false });
  });
});
