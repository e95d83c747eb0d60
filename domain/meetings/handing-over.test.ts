import { beforeEach, describe, expect, it } from "vitest";
import {
  aCabinetOf,
  aMeetingOf,
  type Cabinet,
  ids,
  installer,
  itemContent,
  people,
  person,
} from "../../tests/support/cabinet-in-memory";
import { offlinePackOf } from "../devices";
import { paperOfVersion } from "../exports";
import { type DocumentId, HandoverId, type PersonId } from "../ids";
import { layersOf } from "../marks";
import { searchedPapersOf } from "../search";
import { Day } from "../text";
import { viewOf } from "../visibility";
import { audienceOf, sightOf } from "./sight";

const { body: bodyId, meeting: meetingId } = ids;
const member = ids.person(2);
const other = ids.person(3);
const staff = people.memberStaff;
const id = (n: number) => HandoverId.parse(ids.grant(600 + n));
const canary = "CHIM HOÀNG YẾN";
const both = (vi: string) => ({ vi, en: "" });

/** Five items in a published pack; the third is closed, the fourth graded, the fifth has a reference paper. */
function aPack(): Cabinet {
  const cabinet = aMeetingOf(aCabinetOf(5), 5);
  const by = people.secretary;
  const edit = (n: number, change: object) =>
    cabinet.must(
      {
        type: "agenda.edit_item",
        meetingId,
        itemId: ids.item(n),
        basedOnEdition: 1,
        content: { ...itemContent, title: both(`${canary} ${n}`), ...change },
      },
      by,
    );
  edit(2, {});
  edit(3, { closed: true });
  edit(4, { grade: "M" });
  cabinet.must(
    {
      type: "document.attach_reference",
      meetingId,
      itemId: ids.item(1),
      documentId: ids.document(11),
      kind: "report",
      title: both(canary),
      grade: null,
      copies: 3,
    },
    by,
  );
  cabinet.must({ type: "meeting.publish", meetingId, basedOnRevision: 0 }, by);
  cabinet.setUpBody({ type: "office.name_staff", bodyId, personId: staff }, person(member));
  return cabinet;
}

describe("what a member's staff see", () => {
  let cabinet: Cabinet;
  beforeEach(() => {
    cabinet = aPack();
  });
  const give = (n: number, ...papers: number[]) => ({
    type: "handover.give" as const,
    meetingId,
    handoverId: id(n),
    personId: staff,
    documentIds: papers.map(ids.document),
    note: "Chuẩn bị ý kiến",
    dueOn: Day.parse("2026-11-24"),
  });
  const view = (personId: PersonId = staff) => viewOf(cabinet.state, cabinet.standing(personId));
  const seen = (personId: PersonId = staff): DocumentId[] =>
    view(personId)?.shared.items.flatMap(({ papers }) =>
      papers.map(({ documentId }) => documentId),
    ) ?? [];
  const layers = (personId: PersonId, paper = 1) =>
    layersOf(cabinet.state, cabinet.standing(personId), ids.document(paper)).map(
      ({ layer, of }) => `${layer} ${of ?? "all"}`,
    );

  it("ME33, HO4 nothing before something is handed over, whatever the office", () => {
    expect(view()).toBeNull();
    expect(view(people.clerk)).toBeNull();
  });

  it("HO1, HO4 the papers handed over, their item's and meeting's names, and nothing besides", () => {
    cabinet.must(give(1, 1), member);
    const seenBy = view();
    expect(seen()).toEqual([ids.document(1)]);
    expect(JSON.stringify(seenBy)).not.toContain(canary);
    expect(seenBy?.shared).toMatchObject({
      seats: [],
      guests: [],
      ballots: [],
      presiding: null,
      office: null,
      quorum: { total: 0, present: 0 },
    });
    expect(seenBy?.me).toMatchObject({
      capacity: null,
      can: ["handover.finish"],
      staff: [],
      handovers: [{ member: { personId: member }, note: "Chuẩn bị ý kiến", finishedAt: null }],
    });
    // to nobody else is there anything of it
    for (const nobody of [other, people.chair, people.secretary])
      expect(view(nobody)?.me.handovers).toEqual([]);
    expect(view(member)?.me.handovers).toHaveLength(1);
    expect(view(people.clerk)).toBeNull();
  });

  it("HO4 what becomes of the item in the sitting is not told", () => {
    cabinet.must(give(1, 1), member);
    for (let n = 1; n <= 4; n++)
      cabinet.must(
        { type: "presence.record", meetingId, invitationId: ids.invitation(n), where: "room" },
        people.secretary,
      );
    cabinet.must({ type: "session.open", meetingId }, people.chair);
    cabinet.must({ type: "item.call", meetingId, itemId: ids.item(1) }, people.chair);
    const conclusion = { outcome: "adopted", conclusion: canary, resubmitBy: null } as const;
    cabinet.must(
      { type: "item.conclude", meetingId, itemId: ids.item(1), ...conclusion },
      people.chair,
    );
    expect(JSON.stringify(view())).not.toContain(canary);
    expect(view()?.shared.items[0]?.course).toEqual({ state: "planned" });
  });

  it("HO2, HO3 closed, graded, on paper only, unknown: none of these is handed over", () => {
    for (const paper of [3, 4, 11, 99])
      expect(cabinet.try(give(1, paper), person(member))).toEqual({
        code: "handover.paper_withheld",
      });
  });

  it("HO2 nothing before publication, and nothing that is only in the working copy", () => {
    const draft = aMeetingOf(aCabinetOf(5), 1);
    draft.setUpBody({ type: "office.name_staff", bodyId, personId: staff }, person(member));
    expect(draft.try(give(1, 1), person(member))).toEqual({ code: "not_found" });
    const late = {
      type: "agenda.add_item",
      meetingId,
      itemId: ids.item(21),
      parent: null,
    } as const;
    cabinet.must({ ...late, content: itemContent }, people.secretary);
    expect(cabinet.try(give(1, 21), person(member))).not.toBeNull();
  });

  it("HO3 a part of a closed item is as closed as the item", () => {
    const part = { type: "agenda.move_item", meetingId, itemId: ids.item(1) } as const;
    const { orderEdition } = cabinet.state.agenda;
    cabinet.must(
      { ...part, basedOnOrderEdition: orderEdition, parent: ids.item(3), position: 0 },
      people.secretary,
    );
    expect(cabinet.try(give(1, 1), person(member))).toEqual({ code: "handover.paper_withheld" });
  });

  it("MK3, MK4 the own private layer and that member's office; not the shared one, nor another office", () => {
    cabinet.setUpBody({ type: "office.name_staff", bodyId, personId: staff }, person(other));
    cabinet.must(give(1, 1), member);
    expect(layers(staff)).toEqual([`private ${staff}`, `office ${member}`]);
    expect(layers(staff, 2)).toEqual([]);
    cabinet.must(give(2, 1), other);
    expect(layers(staff)).toEqual([`private ${staff}`, `office ${member}`, `office ${other}`]);
  });

  it("HO4, DV11 search and export know what the sight knows, and no device keeps it", () => {
    cabinet.must(give(1, 1), member);
    const { state } = cabinet;
    const sight = sightOf(state, cabinet.standing(staff));
    const shown = view();
    if (sight === null || shown === null) throw new Error("nothing is in sight");
    expect(searchedPapersOf(shown.shared).map(({ documentId }) => documentId)).toEqual([
      ids.document(1),
    ]);
    expect(paperOfVersion(state, sight, ids.version(1))?.paper.documentId).toBe(ids.document(1));
    expect(paperOfVersion(state, sight, ids.version(2))).toBeNull();
    expect(offlinePackOf(state.rules, shown)).toBeNull();
  });

  it("HO4, DV11 who is a guest besides sees the own items whole and the paper handed over by itself", () => {
    cabinet.must(
      {
        type: "invitation.add",
        meetingId,
        invitationId: ids.invitation(700),
        personId: staff,
        name: "Khách",
        title: both("Chuyên viên"),
        capacity: "invitee",
        items: [ids.item(2)],
      },
      people.secretary,
    );
    expect(seen()).toEqual([ids.document(2)]);
    cabinet.must(give(1, 1, 2), member);
    expect(seen()).toEqual([ids.document(1), ids.document(2)]);
    expect(layers(staff)).toEqual([`private ${staff}`, `office ${member}`]);
    expect(layers(staff, 2)).toEqual([`private ${staff}`, `office ${member}`, "shared all"]);
    expect(view()?.shared.seats).toHaveLength(5);
    // DV11: of both, the device keeps the own item
    const { state } = cabinet;
    const [sight, shown] = [sightOf(state, cabinet.standing(staff)), view()];
    if (sight === null || shown === null) throw new Error("nothing is in sight");
    const pack = offlinePackOf(state.rules, shown, sight.papers);
    expect(pack?.files.map(({ documentId }) => documentId)).toEqual([ids.document(2)]);
    expect(pack?.view.shared.items.map(({ itemId }) => itemId)).toEqual([ids.item(2)]);
    expect(pack?.view.me.handovers).toEqual([]);
  });

  const ends: Record<string, (cabinet: Cabinet) => unknown> = {
    "it is taken back": (its) =>
      its.must({ type: "handover.take_back", meetingId, handoverId: id(1) }, member),
    "the member removes the person": (its) =>
      its.setUpBody({ type: "office.remove_staff", bodyId, personId: staff }, person(member)),
    "the member's seat ends": (its) =>
      its.setUpBody({
        type: "membership.end",
        bodyId,
        membershipId: ids.membership(2),
        to: Day.parse("2026-11-25"),
      }),
    "the person's function ends": (its) =>
      its.setUpBody({
        type: "role.revoke",
        bodyId,
        grantId: ids.grant(6),
        to: Day.parse("2026-11-25"),
      }),
    "the item is closed in the working copy": (its) => editFirst(its, { closed: true }),
    "the item gets a grade": (its) => editFirst(its, { grade: "M" }),
    "the paper gets a grade": (its) => {
      its.gradeCeiling = 9;
      its.must(
        {
          type: "document.describe",
          meetingId,
          documentId: ids.document(1),
          kind: "submission",
          title: both("Tờ trình"),
          grade: "M",
        },
        people.secretary,
      );
    },
    "the paper is taken off": (its) =>
      its.must(
        { type: "document.remove", meetingId, documentId: ids.document(1) },
        people.secretary,
      ),
    "the meeting is cancelled": (its) =>
      its.must({ type: "meeting.cancel", meetingId, reason: "Hoãn" }, people.officeLead),
  };
  const editFirst = (its: Cabinet, change: object) =>
    its.must(
      {
        type: "agenda.edit_item",
        meetingId,
        itemId: ids.item(1),
        basedOnEdition: 1,
        content: { ...itemContent, ...change },
      },
      people.secretary,
    );
  for (const [when, happens] of Object.entries(ends))
    it(`HO5 it ends at once when ${when}`, () => {
      cabinet.must(give(1, 1), member);
      expect(seen()).toEqual([ids.document(1)]);
      happens(cabinet);
      expect(view()).toBeNull();
      expect(layers(staff)).toEqual([]);
    });

  it("HO5 with one of two gone, the other stays, and the audience is another", () => {
    cabinet.must(give(1, 1), member);
    cabinet.must(give(2, 2), member);
    const before = sightOf(cabinet.state, cabinet.standing(staff));
    ends["it is taken back"]?.(cabinet);
    const after = sightOf(cabinet.state, cabinet.standing(staff));
    if (before === null || after === null) throw new Error("nothing is in sight");
    expect(seen()).toEqual([ids.document(2)]);
    expect(audienceOf(before)).not.toBe(audienceOf(after));
  });

  it("HO6 what is prepared stays in sight until it is taken back, and the member sees that it is", () => {
    cabinet.must(give(1, 1), member);
    cabinet.must({ type: "handover.finish", meetingId, handoverId: id(1) }, staff);
    expect(seen()).toEqual([ids.document(1)]);
    expect(view(member)?.me.handovers[0]?.finishedAt).toBe(cabinet.now);
    ends["it is taken back"]?.(cabinet);
    expect(seen()).toEqual([]);
    expect(view(member)?.me.handovers).toEqual([]);
  });

  it("HO1 the installer, a substitute and the secretariat hand nothing over", () => {
    expect(cabinet.try(give(1, 1), installer)?.code).toBe("handover.person_needed");
    expect(cabinet.try(give(1, 1), person(people.secretary))?.code).toBe("forbidden");
    expect(cabinet.try(give(1, 1), person(other))?.code).toBe("handover.not_named");
  });
});
