import { describe, expect, it } from "vitest";
import {
  aCabinetOf,
  aMeetingOf,
  aSessionOf,
  type Cabinet,
  ids,
  info,
  itemContent,
  people,
  person,
} from "../../tests/support/cabinet-in-memory";
import { BodyId, MeetingId } from "../ids";
import { Day } from "../text";
import { MeetingInfo, presidingNow } from "./index";

const { meeting: meetingId } = ids;
const secretary = person(people.secretary);
const chair = person(people.chair);
const member = person(ids.person(2));

const publish = (basedOnRevision: number) =>
  ({ type: "meeting.publish", meetingId, basedOnRevision }) as const;
const edit = (basedOnEdition: number, place: string) =>
  ({ type: "meeting.edit", meetingId, basedOnEdition, info: { ...info, place } }) as const;
const bare = <T extends "meeting.submit" | "meeting.approve" | "session.open" | "session.resume">(
  type: T,
) => ({ type, meetingId }) as const;
const suspend = { type: "session.suspend", meetingId, until: null } as const;
const close = { type: "session.close", meetingId, note: "" } as const;
const prepared = (rules: Parameters<typeof aCabinetOf>[1] = {}) =>
  aMeetingOf(aCabinetOf(5, rules), 2);

describe("a meeting in preparation", () => {
  it("ME1 a meeting keeps the rules of its day", () => {
    const cabinet = aCabinetOf(5);
    const current = cabinet.body?.rules.at(-1);
    if (current === undefined) throw new Error("a body has rules");
    const later = { ...current, validFrom: Day.parse("2026-12-01"), packLeadDays: 9 };
    cabinet.setUpBody({ type: "body.adopt_rules", bodyId: ids.body, rules: later });
    aMeetingOf(cabinet, 1);
    expect(cabinet.state.rules.packLeadDays).toBe(current.packLeadDays);
  });

  it("ME1 a second meeting with the same identity is refused", () => {
    const again = { type: "meeting.create", meetingId, bodyId: ids.body, info } as const;
    expect(prepared().try(again, secretary)?.code).toBe("meeting.exists");
  });

  it("ME2 a member who joined the body sits at the next publication", () => {
    const cabinet = prepared();
    cabinet.setUpBody({
      type: "membership.begin",
      bodyId: ids.body,
      membershipId: ids.membership(6),
      personId: ids.person(6),
      name: "Thành viên 6",
      title: { vi: "Bộ trưởng", en: "" },
      role: "member",
      order: 6,
      votingRight: true,
      agencyId: null,
      from: Day.parse("2026-01-01"),
    });
    expect(cabinet.state.seats).toHaveLength(5);
    cabinet.must(publish(0), people.secretary);
    expect(cabinet.state.seats).toHaveLength(6);
    expect(cabinet.state.attendance.participants[ids.invitation(6)]?.invitation.state).toBe("sent");
  });

  it("ME3 a stranger, an auditor and a member before publication get the answer of nothing there", () => {
    const cabinet = prepared();
    for (const actor of [people.stranger, people.auditor, people.clerk, ids.person(2)])
      expect(cabinet.try(publish(0), person(actor))?.code).toBe("not_found");
    const elsewhere = MeetingId.parse("00000002-0000-4000-8000-0000000000ff");
    const nowhere = aCabinetOf(5).try({ ...publish(0), meetingId: elsewhere }, secretary);
    expect(nowhere?.code).toBe("not_found");
  });

  it("ME4 who sees it but lacks the right is forbidden", () => {
    const cabinet = prepared().must(publish(0), people.secretary);
    expect(cabinet.try(publish(1), member)?.code).toBe("forbidden");
    expect(cabinet.try(bare("session.open"), secretary)?.code).toBe("forbidden");
    expect(cabinet.try(publish(1), person(people.examiner))?.code).toBe("forbidden");
  });

  it("ME5 an edit over another's edit is stale", () => {
    const cabinet = prepared();
    expect(cabinet.try(edit(1, "Phòng 2"), secretary)).toBeNull();
    expect(cabinet.try(edit(1, "Phòng 3"), secretary)?.code).toBe("meeting.stale");
    expect(cabinet.state.info.place).toBe("Phòng 2");
  });

  it("ME6 a meeting ends after it begins", () => {
    const parsed = MeetingInfo.safeParse({ ...info, endsAt: info.startsAt });
    expect(parsed.error?.issues[0]?.message).toBe("ends_before_start");
  });

  it("ME10 a command in the wrong phase names the phase", () => {
    const refusal = prepared().try(bare("session.resume"), person(people.chair));
    expect(refusal?.code).toBe("not_found");
    const open = aSessionOf(aCabinetOf(5), 1, 5).try(bare("session.open"), chair);
    expect(open).toEqual({ code: "meeting.wrong_phase", params: { phase: "in_session" } });
  });

  it("ME11 what awaits approval is not edited until it is sent back", () => {
    const cabinet = prepared({ approval: true }).must(bare("meeting.submit"), people.secretary);
    expect(cabinet.try(edit(1, "Phòng 2"), secretary)?.code).toBe("meeting.wrong_phase");
    const sendBack = { type: "meeting.send_back", meetingId, reason: "Thiếu phiếu trình" } as const;
    cabinet.must(sendBack, people.officeLead);
    expect(cabinet.try(edit(1, "Phòng 2"), secretary)).toBeNull();
  });

  it("ME12 an incomplete pack is neither submitted nor published", () => {
    const cabinet = aMeetingOf(aCabinetOf(5), 0);
    const refused = { code: "meeting.pack_incomplete", params: { count: 1 } };
    expect(cabinet.try(bare("meeting.submit"), secretary)).toEqual(refused);
    expect(cabinet.try(publish(0), secretary)).toEqual(refused);
  });

  it("ME13 the first publication waits for approval where the rules ask for it", () => {
    const cabinet = prepared({ approval: true });
    expect(cabinet.try(publish(0), secretary)?.code).toBe("meeting.approval_missing");
    cabinet.must(bare("meeting.submit"), people.secretary);
    expect(cabinet.try(bare("meeting.approve"), secretary)?.code).toBe("forbidden");
    cabinet.must(bare("meeting.approve"), people.officeLead).must(publish(0), people.secretary);
    expect(cabinet.state.phase.name).toBe("published");
  });

  it("ME14 publishing over an unseen revision is stale, without a change pointless", () => {
    const cabinet = prepared().must(publish(0), people.secretary);
    expect(cabinet.try(publish(0), secretary)?.code).toBe("meeting.stale");
    expect(cabinet.try(publish(1), secretary)?.code).toBe("meeting.nothing_to_publish");
    cabinet.must(edit(1, "Phòng 2"), people.secretary).must(publish(1), people.secretary);
    expect(cabinet.state.revisions.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("ME15 members keep the revision they have while the next is prepared", () => {
    const cabinet = prepared().must(publish(0), people.secretary);
    const content = { ...itemContent, title: { vi: "Nội dung mới", en: "" } };
    cabinet.must(
      { type: "agenda.add_item", meetingId, itemId: ids.item(9), parent: null, content },
      people.secretary,
    );
    expect(Object.keys(cabinet.state.revisions[0]?.items ?? {})).toHaveLength(2);
    expect(Object.keys(cabinet.state.agenda.items)).toHaveLength(3);
  });

  it("ME16 publishing sends the invitations once", () => {
    const cabinet = prepared().must(publish(0), people.secretary);
    const confirm = {
      type: "invitation.confirm",
      meetingId,
      invitationId: ids.invitation(2),
    } as const;
    cabinet.must(confirm, ids.person(2));
    cabinet.must(edit(1, "Phòng 2"), people.secretary).must(publish(1), people.secretary);
    const states = Object.values(cabinet.state.attendance.participants).map(
      ({ invitation }) => invitation.state,
    );
    expect(states).toEqual(["sent", "confirmed", "sent", "sent", "sent"]);
  });

  it("ME16 a member who joined since is asked by publishing again", () => {
    const cabinet = prepared().must(publish(0), people.secretary);
    cabinet.setUpBody({
      type: "membership.begin",
      bodyId: ids.body,
      membershipId: ids.membership(6),
      personId: ids.person(6),
      name: "Thành viên 6",
      title: { vi: "Bộ trưởng", en: "" },
      role: "member",
      order: 6,
      votingRight: true,
      agencyId: null,
      from: Day.parse("2026-01-01"),
    });
    cabinet.must(publish(1), people.secretary);
    expect(cabinet.state.attendance.participants[ids.invitation(6)]?.invitation.state).toBe("sent");
    expect(cabinet.try(publish(2), secretary)?.code).toBe("meeting.nothing_to_publish");
  });
});

describe("a session", () => {
  const current = (cabinet: Cabinet) =>
    cabinet.must({ type: "item.call", meetingId, itemId: ids.item(1) }, people.chair);
  const opened = (cabinet: Cabinet) => {
    const own = { meetingId, ballotId: ids.ballot(1) };
    const question = { vi: "Thông qua", en: "" };
    return current(cabinet)
      .must({ type: "ballot.prepare", ...own, itemId: ids.item(1), question }, people.chair)
      .must({ type: "ballot.open", ...own, seconds: null }, people.chair);
  };

  it("ME20 nothing is left open behind a suspended or closed session", () => {
    const cabinet = opened(aSessionOf(aCabinetOf(5), 2, 5));
    expect(cabinet.try(suspend, chair)?.code).toBe("meeting.ballot_running");
    expect(cabinet.try(close, chair)?.code).toBe("meeting.ballot_running");
    const own = { meetingId, ballotId: ids.ballot(1) };
    cabinet.must({ type: "ballot.close", ...own }, people.chair);
    cabinet.must({ type: "ballot.declare", ...own }, people.chair);
    expect(cabinet.try(close, chair)?.code).toBe("meeting.item_current");
    cabinet.must(suspend, people.chair).must(bare("session.resume"), people.chair);
    expect(cabinet.state.phase.name).toBe("in_session");
  });

  it("ME21 the chair's commands follow the one who presides", () => {
    const cabinet = aSessionOf(aCabinetOf(5), 2, 5);
    const give = (personId: typeof people.chair | null, item: number | null = null) =>
      ({
        type: "presiding.assign",
        meetingId,
        itemId: item === null ? null : ids.item(item),
        personId,
      }) as const;
    expect(cabinet.try(give(people.stranger), chair)?.code).toBe("presiding.not_a_member");
    expect(cabinet.try(give(ids.person(2)), member)?.code).toBe("forbidden");
    cabinet.must(give(ids.person(2)), people.chair);
    expect(cabinet.try(suspend, chair)?.code).toBe("forbidden");
    cabinet.must(suspend, ids.person(2)).must(bare("session.resume"), ids.person(2));
    cabinet.must(give(ids.person(3), 1), people.chair);
    cabinet.must({ type: "item.call", meetingId, itemId: ids.item(1) }, ids.person(2));
    expect(presidingNow(cabinet.state)).toBe(ids.person(3));
    cabinet.must(give(null, 1), people.chair).must(give(null), people.chair);
    expect(presidingNow(cabinet.state)).toBe(people.chair);
  });
});

describe("bodies", () => {
  it("ME1 a meeting of a body that is not there is not found", () => {
    const bodyId = BodyId.parse("00000001-0000-4000-8000-0000000000ff");
    const cabinet = aCabinetOf(5);
    cabinet.body = null;
    const command = { type: "meeting.create", meetingId, bodyId, info } as const;
    expect(cabinet.try(command, secretary)?.code).toBe("not_found");
  });
});
