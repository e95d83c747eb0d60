import { describe, it } from "vitest";
import { ids, people, person } from "../../tests/support/cabinet-in-memory";
import { at, speakOf } from "../../tests/support/given";
import { type BodyRules, governmentOfVietnam, type Seat, type Standing } from "../bodies";
import { InvitationId, type ItemId } from "../ids";
import {
  type AttendanceCommands,
  type AttendanceEvent,
  type AttendanceRefusal,
  type AttendanceState,
  decideAttendance,
  emptyAttendance,
  evolveAttendance,
} from "./index";

const { meeting: meetingId } = ids;
const title = { vi: "Bộ trưởng", en: "" };
const seats: readonly Seat[] = [1, 2, 3].map((n) => ({
  membershipId: ids.membership(n),
  personId: ids.person(n),
  name: `Thành viên ${n}`,
  title,
  role: n === 1 ? "chair" : "member",
  order: n,
  votingRight: true,
  agencyCode: null,
}));

type Case = { rules?: Partial<BodyRules>; announced?: boolean; roles?: Standing["roles"] };

const meetingWith = ({ rules = {}, announced = true, roles = [] }: Case = {}) =>
  speakOf<
    AttendanceState,
    AttendanceCommands[keyof AttendanceCommands],
    AttendanceEvent,
    AttendanceRefusal
  >({
    initial: emptyAttendance(seats),
    evolve: evolveAttendance,
    decide: (state, command, { actor }) => {
      const setting = {
        rules: { ...governmentOfVietnam, ...rules },
        seats,
        itemExists: (itemId: ItemId) => itemId === ids.item(1),
        announced,
      };
      return decideAttendance(setting, state, command, { actor, standing: { roles } });
    },
  });
const given = meetingWith();

const member = (n: number) => person(ids.person(n));
const secretary = person(people.secretary);
const seat = ids.invitation;
const guestInvitation = InvitationId.parse("0000000a-0000-4000-8000-000000000001");
const substituteInvitation = InvitationId.parse("0000000a-0000-4000-8000-000000000002");
const otherSubstitute = InvitationId.parse("0000000a-0000-4000-8000-000000000003");

const sent: AttendanceEvent = {
  type: "invitation.sent",
  invitationIds: [1, 2, 3].map((n) => seat(n)),
};
const guest = {
  invitationId: guestInvitation,
  personId: people.invitee,
  name: "Mai Kiên Cường",
  title,
  capacity: "invitee" as const,
  items: [ids.item(1)],
};
const guestAdded: AttendanceEvent = { type: "invitation.added", ...guest, membershipId: null };
const invite = (changes: Partial<AttendanceCommands["invitation.add"]> = {}) => ({
  type: "invitation.add" as const,
  meetingId,
  ...guest,
  ...changes,
});

const confirmed = (n: number): AttendanceEvent => ({
  type: "invitation.confirmed",
  invitationId: seat(n),
});
const confirm = (n: number) => ({
  type: "invitation.confirm" as const,
  meetingId,
  invitationId: seat(n),
});
const absence = (n: number) => ({
  type: "invitation.request_absence" as const,
  meetingId,
  invitationId: seat(n),
  reason: "Công tác nước ngoài",
});
const absenceAsked = (n: number): AttendanceEvent => ({
  type: "invitation.absence_requested",
  invitationId: seat(n),
  sealed: { reason: "Công tác nước ngoài" },
});

const stands = (invitationId = substituteInvitation, personId = people.substitute) => ({
  invitationId,
  personId,
  name: "Cung Thị Hiền",
  title,
});
const nameSubstitute = (n: number, substitute = stands()) => ({
  type: "invitation.name_substitute" as const,
  meetingId,
  invitationId: seat(n),
  substitute,
  reason: "Đi công tác",
});
const substituteNamed = (n: number, substitute = stands()): AttendanceEvent => ({
  type: "invitation.substitute_named",
  invitationId: seat(n),
  substitute: {
    ...substitute,
    capacity: "substitute",
    membershipId: ids.membership(n),
    items: "all",
  },
  sealed: { reason: "Đi công tác" },
});

type Where = AttendanceCommands["presence.record"]["where"];
const found = (
  invitationId: InvitationId,
  where: Where,
  by: "self" | "secretariat" = "secretariat",
): AttendanceEvent => ({ type: "presence.recorded", invitationId, where, by });
const record = (invitationId: InvitationId, where: Where) => ({
  type: "presence.record" as const,
  meetingId,
  invitationId,
  where,
});
const checkIn = (n: number, where: "room" | "remote" = "room") => ({
  type: "presence.check_in" as const,
  meetingId,
  invitationId: seat(n),
  where,
});

describe("guests", () => {
  it("AT3 a guest is asked, at once when the pack has been published", () => {
    const before = meetingWith({ announced: false });
    before().when(invite(), secretary).then(guestAdded);
    given()
      .when(invite(), secretary)
      .then(guestAdded, { type: "invitation.sent", invitationIds: [guestInvitation] });
  });

  it("AT3 nobody is asked twice, and only for items of the agenda", () => {
    given(guestAdded).when(invite(), secretary).thenRefused("attendance.exists");
    given(guestAdded)
      .when(invite({ invitationId: otherSubstitute }), secretary)
      .thenRefused("attendance.already_invited", { name: guest.name });
    given()
      .when(invite({ personId: ids.person(2) }), secretary)
      .thenRefused("attendance.already_invited", { name: guest.name });
    given()
      .when(invite({ items: [ids.item(1), ids.item(9)] }), secretary)
      .thenRefused("attendance.item_unknown");
  });

  it("AT5 a guest is taken off the list, a member never", () => {
    const remove = (invitationId: InvitationId) => ({
      type: "invitation.remove" as const,
      meetingId,
      invitationId,
    });
    given(guestAdded)
      .when(remove(guestInvitation), secretary)
      .then({ type: "invitation.removed", invitationId: guestInvitation });
    given()
      .when(remove(seat(2)), secretary)
      .thenRefused("attendance.is_a_seat");
    given().when(remove(guestInvitation), secretary).thenRefused("attendance.unknown");
    given(substituteNamed(2))
      .when(remove(substituteInvitation), secretary)
      .thenRefused("attendance.is_a_seat");
  });

  it("AT5 a guest who has attended stays on the list", () => {
    given(guestAdded, found(guestInvitation, "room"), found(guestInvitation, "left"))
      .when({ type: "invitation.remove", meetingId, invitationId: guestInvitation }, secretary)
      .thenRefused("attendance.has_attended");
  });
});

describe("answering an invitation", () => {
  it("AT4 one answers only one's own invitation and checks in only oneself", () => {
    given(sent).when(confirm(2), member(2)).then(confirmed(2));
    given(sent).when(confirm(2), member(3)).thenRefused("attendance.not_own");
    given(sent).when(absence(2), member(3)).thenRefused("attendance.not_own");
    given(sent).when(checkIn(2), member(3)).thenRefused("attendance.not_own");
    given(sent).when(confirm(9), member(3)).thenRefused("attendance.unknown");
  });

  it("AT6 an invitation is answered after it was sent", () => {
    given().when(confirm(2), member(2)).thenRefused("attendance.not_sent");
    given().when(absence(2), member(2)).thenRefused("attendance.not_sent");
  });

  it("AT6 a mind can change, the same answer twice is refused", () => {
    given(sent, confirmed(2))
      .when(confirm(2), member(2))
      .thenRefused("attendance.already_answered");
    given(sent, confirmed(2)).when(absence(2), member(2)).then(absenceAsked(2));
    given(sent, absenceAsked(2))
      .when(absence(2), member(2))
      .thenRefused("attendance.already_answered");
    given(sent, absenceAsked(2)).when(confirm(2), member(2)).then(confirmed(2));
  });

  it("AT7 absence is granted, or refused with a reason, where it was asked for", () => {
    const grant = {
      type: "invitation.grant_absence",
      meetingId,
      invitationId: seat(2),
    } as const;
    const turnDown = {
      type: "invitation.refuse_absence",
      meetingId,
      invitationId: seat(2),
      reason: "Nội dung 3 cần Bộ trưởng",
    } as const;
    const granted: AttendanceEvent = {
      type: "invitation.absence_granted",
      invitationId: seat(2),
    };
    given(sent, absenceAsked(2)).when(grant, member(1)).then(granted);
    given(sent, absenceAsked(2))
      .when(turnDown, member(1))
      .then({
        type: "invitation.absence_refused",
        invitationId: seat(2),
        sealed: { reason: turnDown.reason },
      });
    given(sent).when(grant, member(1)).thenRefused("attendance.no_absence_asked");
    given(sent, confirmed(2)).when(turnDown, member(1)).thenRefused("attendance.no_absence_asked");
    given(sent, absenceAsked(2), granted)
      .when(grant, member(1))
      .thenRefused("attendance.no_absence_asked");
    given(sent, absenceAsked(2), granted)
      .when(absence(2), member(2))
      .thenRefused("attendance.already_answered");
  });
});

describe("substitutes", () => {
  it("AT8 a member names a substitute, with a reason", () => {
    given(sent).when(nameSubstitute(2), member(2)).then(substituteNamed(2));
  });

  it("AT8 the secretariat names one on the member's word, another member does not", () => {
    given(sent).when(nameSubstitute(2), member(3)).thenRefused("attendance.not_own");
    meetingWith({ roles: ["secretary"] })(sent)
      .when(nameSubstitute(2), secretary)
      .then(substituteNamed(2));
    // the minister who leads the office has both a seat and the secretariat's work
    meetingWith({ roles: ["member", "office_lead"] })(sent)
      .when(nameSubstitute(2), member(3))
      .then(substituteNamed(2));
  });

  it("AT8 a body without substitutes knows none", () => {
    meetingWith({ rules: { substitutes: "none" } })(sent)
      .when(nameSubstitute(2), member(2))
      .thenRefused("attendance.no_substitutes");
  });

  it("AT8 neither a member nor somebody on the list stands in", () => {
    given(sent)
      .when(nameSubstitute(2, stands(substituteInvitation, ids.person(3))), member(2))
      .thenRefused("attendance.substitute_is_member");
    given(sent, guestAdded)
      .when(nameSubstitute(2, stands(substituteInvitation, people.invitee)), member(2))
      .thenRefused("attendance.already_invited", { name: "Cung Thị Hiền" });
    given(sent, guestAdded)
      .when(nameSubstitute(2, stands(guestInvitation)), member(2))
      .thenRefused("attendance.exists");
  });

  it("AT8 only a seat has a substitute, and only while its member is not there", () => {
    const forGuest = { ...nameSubstitute(2), invitationId: guestInvitation };
    given(sent, guestAdded)
      .when(forGuest, person(people.invitee))
      .thenRefused("attendance.not_a_member");
    given(sent, found(seat(2), "room"))
      .when(nameSubstitute(2), member(2))
      .thenRefused("attendance.member_is_here");
  });

  it("AT9 who names another substitute or confirms releases the first", ({ expect }) => {
    const another = stands(otherSubstitute, people.rapporteur);
    const renamed = given(sent, substituteNamed(2), substituteNamed(2, another));
    expect(renamed.state.participants[substituteInvitation]).toBeUndefined();
    expect(renamed.state.participants[otherSubstitute]?.capacity).toBe("substitute");
    const back = given(sent, substituteNamed(2), confirmed(2));
    expect(back.state.participants[substituteInvitation]).toBeUndefined();
    expect(back.state.participants[seat(2)]?.invitation).toEqual({ state: "confirmed", at: at(3) });
  });

  it("AT9 a substitute is released too when absence was asked for in between", ({ expect }) => {
    const back = given(sent, substituteNamed(2), absenceAsked(2), confirmed(2));
    expect(back.state.participants[substituteInvitation]).toBeUndefined();
    expect(given(sent, substituteNamed(2), confirmed(3)).state.participants).toHaveProperty(
      substituteInvitation,
    );
  });
});

describe("presence", () => {
  it("AT10 somebody comes, goes and comes back", () => {
    given(sent)
      .when(checkIn(2, "remote"), member(2))
      .then(found(seat(2), "remote", "self"));
    given(sent, found(seat(2), "room"))
      .when(record(seat(2), "away"), secretary)
      .then(found(seat(2), "away"));
    given(sent, found(seat(2), "left"))
      .when(checkIn(2), member(2))
      .then(found(seat(2), "room", "self"));
    given(sent, guestAdded)
      .when(record(guestInvitation, "room"), secretary)
      .then(found(guestInvitation, "room"));
    given(sent).when(record(guestInvitation, "room"), secretary).thenRefused("attendance.unknown");
  });

  it("AT10 the same again is refused", () => {
    given(sent, found(seat(2), "room"))
      .when(checkIn(2), member(2))
      .thenRefused("attendance.unchanged");
    given(sent, found(seat(2), "room"))
      .when(checkIn(2, "remote"), member(2))
      .then(found(seat(2), "remote", "self"));
  });

  it("AT11 a member who comes after all regains the seat", () => {
    given(sent, substituteNamed(2), found(substituteInvitation, "room"))
      .when(checkIn(2, "remote"), member(2))
      .then(found(seat(2), "remote", "self"), found(substituteInvitation, "left", "self"));
  });

  it("AT11 no substitute comes in while the member is there", () => {
    const seated = [sent, substituteNamed(2), found(seat(2), "room")] as const;
    given(...seated)
      .when(record(substituteInvitation, "room"), secretary)
      .thenRefused("attendance.member_is_here");
    given(...seated, found(seat(2), "left"))
      .when(record(substituteInvitation, "room"), secretary)
      .then(found(substituteInvitation, "room"));
  });
});
