import { beforeEach, describe, expect, test } from "vitest";
import {
  aCabinetOf,
  aMeetingOf,
  type Cabinet,
  ids,
  itemContent,
  people,
  person,
  readyVersion,
} from "../../tests/support/cabinet-in-memory";
import { InvitationId, type ItemId, type PersonId } from "../ids";
import { Day } from "../text";
import { layersOf } from "./visibility";

const { meeting: meetingId } = ids;
const member = ids.person(2);

describe("who has which layers of a paper", () => {
  let cabinet: Cabinet;
  const invite = (
    n: number,
    personId: PersonId,
    capacity: "invitee" | "observer",
    items: ItemId[],
  ) =>
    cabinet.must(
      {
        type: "invitation.add",
        meetingId,
        invitationId: InvitationId.parse(`0000000a-0000-4000-8000-00000000000${n}`),
        personId,
        name: capacity,
        title: { vi: "Khách mời", en: "" },
        capacity,
        items,
      },
      people.secretary,
    );
  const publish = (basedOnRevision: number) =>
    cabinet.must({ type: "meeting.publish", meetingId, basedOnRevision }, people.secretary);
  const layers = (personId: PersonId, paper = 1) =>
    layersOf(cabinet.state, cabinet.standing(personId), ids.document(paper)).map(
      ({ layer, of, write }) =>
        `${layer}${of === null || of === personId ? "" : " of another"}${write ? "" : " (reads)"}`,
    );

  beforeEach(() => {
    cabinet = aMeetingOf(aCabinetOf(4), 2);
    invite(1, people.invitee, "invitee", [ids.item(1)]);
    invite(2, people.observer, "observer", []);
    cabinet.must(
      {
        type: "agenda.edit_item",
        meetingId,
        itemId: ids.item(1),
        basedOnEdition: 1,
        content: { ...itemContent, openToObservers: true },
      },
      people.secretary,
    );
  });

  test("MK1 nobody but the office has any before publication", () => {
    for (const personId of [member, people.invitee, people.stranger])
      expect(layers(personId)).toEqual([]);
    expect(layers(people.secretary)).toEqual(["private", "shared"]);
  });

  test("MK1, MK4 after it they follow the item: a guest has those of the own items only", () => {
    publish(0);
    expect(layers(member)).toEqual(["private", "office", "shared"]);
    expect(layers(people.invitee)).toEqual(["private", "shared"]);
    expect(layers(people.invitee, 2)).toEqual([]);
    expect(layers(member, 99)).toEqual([]);
    for (const personId of [people.auditor, people.clerk, people.stranger])
      expect(layers(personId)).toEqual([]);
  });

  test("MK1 a paper that was taken off and published so is gone with its layers", () => {
    cabinet.versions.set(ids.version(5), readyVersion(5));
    const another = {
      documentId: ids.document(5),
      versionId: ids.version(5),
      kind: "report",
      title: { vi: "Báo cáo", en: "" },
    } as const;
    cabinet.must(
      { type: "document.attach", meetingId, itemId: ids.item(1), grade: null, ...another },
      people.secretary,
    );
    publish(0);
    cabinet.must(
      { type: "document.remove", meetingId, documentId: ids.document(1) },
      people.secretary,
    );
    expect(layers(member)).not.toEqual([]);
    publish(1);
    expect(layers(member)).toEqual([]);
    expect(layers(people.secretary)).toEqual([]);
  });

  test("MK2 everybody's private layer is the own one", () => {
    publish(0);
    for (const personId of [member, people.secretary, people.chair, people.invitee]) {
      const own = layersOf(cabinet.state, cabinet.standing(personId), ids.document(1));
      expect(own.filter(({ layer }) => layer === "private")).toEqual([
        { layer: "private", of: personId, write: true },
      ]);
    }
  });

  test("MK3 a member's staff have the office layer where they see the paper, and nobody else has", () => {
    publish(0);
    const grant = { type: "role.grant", bodyId: ids.body, grantId: ids.grant(50) } as const;
    const staff = {
      name: "Thư ký",
      title: { vi: "Thư ký", en: "" },
      role: "member_staff",
    } as const;
    const from = Day.parse("2020-01-01");
    cabinet.setUpBody({ ...grant, personId: people.invitee, ...staff, from });
    for (const personId of [people.invitee, people.memberStaff])
      cabinet.setUpBody({ type: "office.name_staff", bodyId: ids.body, personId }, person(member));
    expect(layers(people.invitee)).toEqual(["private", "office of another", "shared"]);
    expect(layers(people.invitee, 2)).toEqual([]);
    expect(layers(people.memberStaff)).toEqual([]);
    expect(layers(people.chair)).toEqual(["private", "office", "shared"]);
  });

  test("MK5 an observer reads the shared layer and writes the own private one", () => {
    publish(0);
    expect(layers(people.observer)).toEqual(["private", "shared (reads)"]);
    expect(layers(people.observer, 2)).toEqual([]);
  });
});
