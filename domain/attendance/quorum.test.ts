/** Who is there, whether they are enough, and what everybody may know of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ids, people } from "../../tests/support/cabinet-in-memory";
import { at } from "../../tests/support/given";
import { governmentOfVietnam, type Seat } from "../bodies";
import { InvitationId, MembershipId, PersonId } from "../ids";
import {
  type AttendanceState,
  emptyAttendance,
  evolveAttendance,
  guestViews,
  type Participant,
  quorumOf,
  refreshSeats,
  seatViews,
  whereaboutsOf,
} from "./index";

const title = { vi: "Bộ trưởng", en: "" };
const seat = (n: number, changes: Partial<Seat> = {}): Seat => ({
  membershipId: ids.membership(n),
  personId: ids.person(n),
  name: `Thành viên ${n}`,
  title,
  role: n === 1 ? "chair" : "member",
  order: n,
  votingRight: true,
  agencyCode: null,
  ...changes,
});
const seatsOf = (size: number) => Array.from({ length: size }, (_, index) => seat(index + 1));
const substituteId = (n: number) =>
  InvitationId.parse(`0000000a-0000-4000-8000-${n.toString(16).padStart(12, "0")}`);

const substituteOf = (n: number): Participant => ({
  invitationId: substituteId(n),
  personId: PersonId.parse(`0000000c-0000-4000-8000-${n.toString(16).padStart(12, "0")}`),
  name: `Dự thay ${n}`,
  title,
  capacity: "substitute",
  membershipId: MembershipId.parse(ids.membership(n)),
  items: "all",
  invitation: { state: "sent", at: at(1) },
  presence: { state: "expected" },
});

type Where = Participant["presence"]["state"];
const standing = (state: Where): Participant["presence"] =>
  state === "expected" ? { state } : { state, at: at(2) };

/** Members by order with where they are; `substitutes` likewise. */
function roomOf(
  seats: readonly Seat[],
  members: readonly Where[],
  substitutes: readonly Where[] = [],
): AttendanceState {
  const attendance = emptyAttendance(seats);
  const participants: Record<InvitationId, Participant> = { ...attendance.participants };
  for (const [index, state] of members.entries()) {
    const participant = participants[ids.invitation(index + 1)];
    if (participant !== undefined)
      participants[participant.invitationId] = { ...participant, presence: standing(state) };
  }
  for (const [index, state] of substitutes.entries())
    participants[substituteId(index + 1)] = {
      ...substituteOf(index + 1),
      presence: standing(state),
    };
  return { participants };
}

const where = fc.constantFrom<Where>("expected", "room", "remote", "away", "left");

describe("the list", () => {
  it("AT1 all who sit in the body are on the list from the start", () => {
    const participants = Object.values(emptyAttendance(seatsOf(3)).participants);
    expect(participants.map(({ personId }) => personId)).toEqual([1, 2, 3].map(ids.person));
    for (const { capacity, invitation, presence } of participants)
      expect([capacity, invitation.state, presence.state]).toEqual([
        "member",
        "not_sent",
        "expected",
      ]);
  });

  it("AT2 when the body changes, the others keep what they answered", () => {
    const answered = evolveAttendance(roomOf(seatsOf(3), ["room", "remote"], ["expected"]), {
      seq: 1,
      at: at(1),
      actor: { kind: "system", name: "installer" },
      hash: "",
      event: { type: "invitation.confirmed", invitationId: ids.invitation(2) },
    });
    const refreshed = refreshSeats(answered, [seat(2), seat(4)]);
    expect(Object.keys(refreshed.participants)).toEqual([ids.invitation(2), ids.invitation(4)]);
    expect(refreshed.participants[ids.invitation(2)]?.invitation.state).toBe("confirmed");
    expect(refreshed.participants[ids.invitation(2)]?.presence.state).toBe("remote");
  });

  it("AT2 a guest who gets a seat sits in it and nowhere else", () => {
    const guest: Participant = { ...substituteOf(1), capacity: "invitee", membershipId: null };
    const before: AttendanceState = {
      participants: {
        ...emptyAttendance(seatsOf(2)).participants,
        [guest.invitationId]: guest,
      },
    };
    expect(Object.keys(refreshSeats(before, seatsOf(2)).participants)).toHaveLength(3);
    const promoted = refreshSeats(before, [...seatsOf(2), seat(3, { personId: guest.personId })]);
    const own = Object.values(promoted.participants).filter(
      ({ personId }) => personId === guest.personId,
    );
    expect(own.map(({ capacity }) => capacity)).toEqual(["member"]);
  });
});

describe("quorum", () => {
  it.each([
    [27, 18],
    [26, 18],
    [25, 17],
    [24, 16],
    [3, 2],
    [2, 2],
    [1, 1],
  ])("AT12 two thirds of %i are at least %i", (total, required) => {
    const seats = seatsOf(total);
    const present = (count: number) =>
      quorumOf(governmentOfVietnam, seats, roomOf(seats, Array(count).fill("room")));
    expect(present(required)).toEqual({ total, present: required, required, quorate: true });
    expect(present(required - 1).quorate).toBe(false);
  });

  it("AT12 the room and the line count alike; away, left and expected do not", () => {
    const seats = seatsOf(5);
    const attendance = roomOf(seats, ["room", "remote", "away", "left", "expected"]);
    expect(quorumOf(governmentOfVietnam, seats, attendance).present).toBe(2);
  });

  it("AT12 a seat without a voting right is not part of the whole", () => {
    const seats = [seat(1), seat(2), seat(3, { votingRight: false })];
    const quorum = quorumOf(
      governmentOfVietnam,
      seats,
      roomOf(seats, ["expected", "room", "room"]),
    );
    expect(quorum).toEqual({ total: 2, present: 1, required: 2, quorate: false });
  });

  it("AT12 present is the number of voting seats whose member is there, and enough is three times as many as twice the whole", () => {
    fc.assert(
      fc.property(fc.array(where, { minLength: 1, maxLength: 40 }), (members) => {
        const seats = seatsOf(members.length);
        const quorum = quorumOf(governmentOfVietnam, seats, roomOf(seats, members));
        const there = members.filter((each) => each === "room" || each === "remote").length;
        expect(quorum.present).toBe(there);
        expect(quorum.quorate).toBe(3 * there >= 2 * members.length);
      }),
    );
  });

  it("AT13 a substitute counts only where the rules say so, and a seat once at most", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(where, where), { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        (pairs, counts) => {
          const seats = seatsOf(pairs.length);
          const attendance = roomOf(
            seats,
            pairs.map(([member]) => member),
            pairs.map(([, substitute]) => substitute),
          );
          const rules = { ...governmentOfVietnam, substitutesCountForQuorum: counts };
          const isThere = (each: Where) => each === "room" || each === "remote";
          expect(quorumOf(rules, seats, attendance).present).toBe(
            pairs.filter(([member, substitute]) =>
              counts ? isThere(member) || isThere(substitute) : isThere(member),
            ).length,
          );
        },
      ),
    );
  });

  it("AT14 nobody is never a quorum", () => {
    expect(quorumOf(governmentOfVietnam, [], emptyAttendance([]))).toEqual({
      total: 0,
      present: 0,
      required: 1,
      quorate: false,
    });
  });
});

describe("what everybody knows", () => {
  it("AT15 a seat shows its member and substitute, and no reason", () => {
    const seats = seatsOf(2);
    const attendance = evolveAttendance(roomOf(seats, ["room"], []), {
      seq: 1,
      at: at(1),
      actor: { kind: "system", name: "installer" },
      hash: "",
      event: {
        type: "invitation.substitute_named",
        invitationId: ids.invitation(2),
        substitute: {
          ...substituteOf(2),
          capacity: "substitute",
        },
        sealed: { reason: "CHIM HOÀNG YẾN" },
      },
    });
    const [first, second] = seatViews(seats, attendance);
    expect(first).toMatchObject({ head: true, presence: { state: "room" }, substitute: null });
    expect(second).toMatchObject({
      head: false,
      invitation: "substitute_named",
      substitute: { name: "Dự thay 2" },
    });
    expect(JSON.stringify(seatViews(seats, attendance))).not.toContain("CHIM");
    expect(guestViews(attendance)).toEqual([]);
  });

  it("AT15 guests show in which capacity they are there", () => {
    const guest: Participant = {
      ...substituteOf(1),
      capacity: "observer",
      membershipId: null,
      invitation: { state: "absence_requested", at: at(1), reason: "CHIM HOÀNG YẾN" },
    };
    const views = guestViews({ participants: { [guest.invitationId]: guest } });
    expect(views).toMatchObject([{ capacity: "observer", presence: { state: "expected" } }]);
    expect(JSON.stringify(views)).not.toContain("CHIM");
  });

  it("AT10 whereabouts are those of the person, whoever is asked for", () => {
    const attendance = roomOf(seatsOf(2), ["remote"]);
    expect(whereaboutsOf(attendance, ids.person(1))).toBe("remote");
    expect(whereaboutsOf(attendance, ids.person(2))).toBe("expected");
    expect(whereaboutsOf(attendance, people.stranger)).toBeNull();
  });
});
