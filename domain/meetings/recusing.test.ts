import { beforeEach, describe, expect, it } from "vitest";
import {
  aCabinetOf,
  aMeetingOf,
  type Cabinet,
  ids,
  itemContent,
  people,
  person,
} from "../../tests/support/cabinet-in-memory";
import type { RecusalDegree } from "../bodies";
import { paperOfVersion } from "../exports";
import { HandoverId, type PersonId } from "../ids";
import { layersOf } from "../marks";
import { searchedPapersOf } from "../search";
import { viewOf } from "../visibility";
import { withheldVersions } from "./recusing";
import { ballotSetting } from "./settings";
import { sightOf } from "./sight";

const { body: bodyId, meeting: meetingId } = ids;
const [head, member, other] = [ids.person(1), ids.person(2), ids.person(3)];
const canary = "CHIM HOÀNG YẾN";
const both = (vi: string) => ({ vi, en: "" });
const itemId = ids.item(2);

/** Five members of whom four make a quorum; three items, the second told by a canary, with a part. */
function inSession(): Cabinet {
  const cabinet = aMeetingOf(aCabinetOf(5, { recusalDegree: null }), 3);
  const by = people.secretary;
  const content = { ...itemContent, title: both(canary) };
  cabinet.must({ type: "agenda.edit_item", meetingId, itemId, basedOnEdition: 1, content }, by);
  cabinet.must(
    { type: "agenda.add_item", meetingId, itemId: ids.item(4), parent: itemId, content },
    by,
  );
  cabinet.must({ type: "meeting.publish", meetingId, basedOnRevision: 0 }, by);
  for (let n = 1; n <= 4; n++)
    cabinet.must(
      { type: "presence.record", meetingId, invitationId: ids.invitation(n), where: "room" },
      by,
    );
  return cabinet.must({ type: "session.open", meetingId }, head);
}

describe("standing aside from an item", () => {
  let cabinet: Cabinet;
  beforeEach(() => {
    cabinet = inSession();
  });
  const declare = (id = itemId) =>
    ({ type: "recusal.declare", meetingId, itemId: id, reason: "Có cổ phần" }) as const;
  const decide = (personId: PersonId, degree: RecusalDegree, id = itemId) =>
    ({
      type: "recusal.decide",
      meetingId,
      itemId: id,
      personId,
      degree,
      reason: "Theo đề nghị",
    }) as const;
  const view = (personId: PersonId) => viewOf(cabinet.state, cabinet.standing(personId));
  const numbers = (personId: PersonId) => view(personId)?.shared.items.map(({ number }) => number);
  const refusal = (command: Parameters<Cabinet["try"]>[0], by: PersonId) =>
    cabinet.try(command, person(by))?.code;
  const putQuestion = () =>
    cabinet.must({ type: "item.call", meetingId, itemId }, head).must(
      {
        type: "ballot.prepare",
        meetingId,
        ballotId: ids.ballot(1),
        itemId,
        question: both("Thông qua?"),
      },
      people.secretary,
    );
  const open = { type: "ballot.open", meetingId, ballotId: ids.ballot(1), seconds: null } as const;

  it("RC1 a member declares an own interest, once; nobody else does", () => {
    cabinet.must(declare(), member);
    expect(view(member)?.me.recusals).toEqual([
      { itemId, number: "2", degree: "excluded", decided: false, reason: "Có cổ phần" },
    ]);
    expect(refusal(declare(), member)).toBe("recusal.declared_already");
    expect(refusal(declare(), people.secretary)).toBe("forbidden");
    expect(refusal(declare(ids.item(4)), member)).toBe("recusal.item_unknown");
  });

  it("RC2 who presides decides the degree, and decides anew; nobody else does", () => {
    cabinet.must(declare(), member);
    for (const degree of ["declared", "no_vote", "no_floor", "excluded"] as const) {
      cabinet.must(decide(member, degree), head);
      expect(view(member)?.me.recusals).toMatchObject([{ degree, decided: true }]);
      expect(refusal(decide(member, degree), head)).toBe("recusal.unchanged");
    }
    cabinet.must(decide(other, "no_vote"), head);
    expect(view(other)?.me.recusals).toMatchObject([{ degree: "no_vote", decided: true }]);
    expect(refusal(decide(member, "no_vote"), people.secretary)).toBe("forbidden");
    expect(refusal(decide(member, "no_vote"), other)).toBe("forbidden");
  });

  it("RC3 until then the body's usual degree holds, or excluded where its rules are older", () => {
    const withRule = aMeetingOf(aCabinetOf(3, { recusalDegree: "no_vote" }), 2)
      .must({ type: "meeting.publish", meetingId, basedOnRevision: 0 }, people.secretary)
      .must(declare(), member);
    expect(withRule.state.recusals.recusals[itemId]).toMatchObject([{ degree: "no_vote" }]);
    cabinet.must(declare(), member);
    expect(cabinet.state.recusals.recusals[itemId]).toMatchObject([{ degree: "excluded" }]);
  });

  it("RC4 only of members and substitutes, and of items of the agenda", () => {
    expect(refusal(decide(people.secretary, "no_vote"), head)).toBe("recusal.not_on_list");
    expect(refusal(decide(member, "no_vote", ids.item(9)), head)).toBe("recusal.item_unknown");
  });

  it("RC5 nothing changes over a running ballot", () => {
    putQuestion().must(open, head);
    expect(refusal(declare(), member)).toBe("recusal.ballot_running");
    expect(refusal(decide(member, "no_vote"), head)).toBe("recusal.ballot_running");
  });

  it("RC6, RC8 when the item has ended there is nothing more to decide, and it is in sight again", () => {
    cabinet.must(declare(), member).must({ type: "item.call", meetingId, itemId }, head);
    expect(numbers(member)).toEqual(["1", "3"]);
    cabinet.must(
      {
        type: "item.conclude",
        meetingId,
        itemId,
        outcome: "adopted",
        conclusion: "",
        resubmitBy: null,
      },
      head,
    );
    expect(refusal(decide(member, "no_vote"), head)).toBe("recusal.item_over");
    expect(refusal(declare(), other)).toBe("recusal.item_over");
    expect(numbers(member)).toEqual(["1", "2", "2.1", "3"]);
  });

  it("RC7 who presides hands the chair over first, and has then nothing of the item, the head included", () => {
    expect(refusal(decide(head, "excluded"), head)).toBe("recusal.presides");
    cabinet.must(declare(), head);
    expect(view(head)?.me.recusals).toMatchObject([{ degree: "no_floor" }]);
    cabinet
      .must({ type: "presiding.assign", meetingId, personId: other, itemId }, head)
      .must(decide(head, "excluded"), head);
    const seen = view(head);
    expect(seen?.shared.office?.items.map(({ number }) => number)).toEqual(["1", "3"]);
    expect(JSON.stringify(seen)).not.toContain(canary);
    expect(seen?.shared.office?.recusalReasons).toEqual([]);
  });

  it("RC8 who is excluded finds nothing of it by any door, nor do their staff", () => {
    const staff = people.memberStaff;
    cabinet.setUpBody({ type: "office.name_staff", bodyId, personId: staff }, person(member));
    cabinet.must(
      {
        type: "handover.give",
        meetingId,
        handoverId: HandoverId.parse(ids.grant(601)),
        personId: staff,
        documentIds: [ids.document(2)],
        note: "Chuẩn bị",
        dueOn: null,
      },
      member,
    );
    const layers = (personId: PersonId) =>
      layersOf(cabinet.state, cabinet.standing(personId), ids.document(2));
    expect(layers(member)).not.toEqual([]);
    expect(layers(staff)).not.toEqual([]);
    cabinet.must(declare(), member);
    const seen = view(member);
    expect(numbers(member)).toEqual(["1", "3"]);
    expect(JSON.stringify(seen)).not.toContain(canary);
    expect(layers(member)).toEqual([]);
    expect(layers(staff)).toEqual([]);
    expect(view(staff)).toBeNull();
    const sight = sightOf(cabinet.state, cabinet.standing(member));
    if (sight === null || seen === null) throw new Error("the rest of the meeting is in sight");
    expect(withheldVersions(cabinet.state, sight)).toEqual(new Set([ids.version(2)]));
    expect(paperOfVersion(cabinet.state, sight, ids.version(2))).toBeNull();
    expect(searchedPapersOf(seen.shared).map(({ documentId }) => documentId)).toEqual([
      ids.document(1),
      ids.document(3),
    ]);
    expect(numbers(other)).toEqual(["1", "2", "2.1", "3"]);
  });

  it("RC9, BA12 who has no vote is not on the roll of the item and of its parts, but on others'", () => {
    cabinet.must(decide(member, "no_vote"), head);
    const roll = (id: typeof itemId) =>
      ballotSetting(cabinet.state)
        .roll(id)
        .map(({ personId }) => personId);
    const all = [1, 2, 3, 4, 5].map(ids.person);
    expect(roll(itemId)).toEqual(all.filter((personId) => personId !== member));
    expect(roll(ids.item(4))).toEqual(all.filter((personId) => personId !== member));
    expect(roll(ids.item(1))).toEqual(all);
    cabinet.must(
      { type: "presence.record", meetingId, invitationId: ids.invitation(5), where: "room" },
      people.secretary,
    );
    putQuestion().must(open, head);
    const vote = {
      type: "ballot.vote",
      meetingId,
      ballotId: ids.ballot(1),
      answer: "yes",
    } as const;
    expect(refusal(vote, member)).toBe("ballot.not_on_roll");
    expect(refusal(vote, other)).toBeUndefined();
  });

  it("RC9, AT16 and does not count as there for its quorum, which is asked for as before", () => {
    const quorum = () => view(other)?.shared.quorum;
    expect(quorum()).toEqual({ total: 5, present: 4, required: 4, quorate: true });
    cabinet.must(decide(member, "no_vote"), head);
    expect(quorum()).toMatchObject({ present: 4, quorate: true });
    putQuestion();
    expect(quorum()).toEqual({ total: 5, present: 3, required: 4, quorate: false });
    expect(refusal(open, head)).toBe("ballot.no_quorum");
    cabinet.must(decide(member, "declared"), head);
    expect(quorum()).toMatchObject({ present: 4, quorate: true });
    expect(refusal(open, head)).toBeUndefined();
  });

  it("RC10 all who see the item see who stands aside; the reason is for who runs the meeting and oneself", () => {
    cabinet.must(decide(member, "no_floor"), head);
    const line = { personId: member, name: "Thành viên 2", degree: "no_floor", decided: true };
    const shown = (personId: PersonId) =>
      view(personId)?.shared.items.find((item) => item.itemId === itemId)?.recusals;
    expect(shown(other)).toEqual([line]);
    expect(shown(member)).toEqual([line]);
    expect(JSON.stringify(view(other))).not.toContain("Theo đề nghị");
    expect(view(member)?.me.recusals).toMatchObject([{ reason: "Theo đề nghị" }]);
    expect(view(head)?.shared.office?.recusalReasons).toEqual([
      { itemId, personId: member, reason: "Theo đề nghị" },
    ]);
  });
});
