import { expect, it } from "vitest";
import {
  aCabinetOf,
  aMeetingOf,
  aSessionOf,
  type Cabinet,
  ids,
  itemContent,
  people,
} from "../../tests/support/cabinet-in-memory";
import type { BodyRules } from "../bodies";
import type { MeetingView } from "../meetings";
import { viewOf } from "../visibility";
import { keepUntil, mayGoOffline, offlinePackOf, offlineRulesOf } from "./offline-pack";

const { meeting: meetingId } = ids;
const member = ids.person(2);

function viewFor(cabinet: Cabinet, personId = member): MeetingView {
  const view = viewOf(cabinet.state, cabinet.standing(personId));
  if (view === null) throw new Error("the meeting is not there for this person");
  return view;
}

function packFor(cabinet: Cabinet, personId = member) {
  const pack = offlinePackOf(cabinet.state.rules, viewFor(cabinet, personId));
  if (pack === null) throw new Error("no pack");
  return pack;
}

/** Three items; the second and a paper of the third carry a grade. */
function gradedCabinet(offline: BodyRules["offline"] = null): Cabinet {
  const cabinet = aCabinetOf(5, { offline });
  cabinet.gradeCeiling = 9;
  aMeetingOf(cabinet, 3);
  const secret = { vi: "CHIM HOÀNG YẾN", en: "" };
  cabinet.must(
    {
      type: "agenda.edit_item",
      meetingId,
      itemId: ids.item(2),
      basedOnEdition: 1,
      content: { ...itemContent, title: secret, grade: "M" },
    },
    people.secretary,
  );
  cabinet.must(
    {
      type: "agenda.add_item",
      meetingId,
      itemId: ids.item(21),
      parent: ids.item(2),
      content: { ...itemContent, title: secret },
    },
    people.secretary,
  );
  cabinet.must(
    {
      type: "document.describe",
      meetingId,
      documentId: ids.document(3),
      kind: "submission",
      title: secret,
      grade: "TM",
    },
    people.secretary,
  );
  return cabinet.must({ type: "meeting.publish", meetingId, basedOnRevision: 0 }, people.secretary);
}

it("DV1 a working copy is on no device, not even the office's", () => {
  const cabinet = aMeetingOf(aCabinetOf(5), 2);
  expect(offlinePackOf(cabinet.state.rules, viewFor(cabinet, people.secretary))).toBeNull();
  cabinet.must({ type: "meeting.publish", meetingId, basedOnRevision: 0 }, people.secretary);
  expect(packFor(cabinet, people.secretary).view.shared.office).toBeNull();
});

it("DV2, DV3 what has a grade stays with the server: item, its parts, paper, and no title of them", () => {
  const pack = packFor(gradedCabinet());
  expect(pack.view.shared.items.map(({ number }) => number)).toEqual(["1", "3"]);
  expect(pack.files.map(({ documentId }) => documentId)).toEqual([ids.document(1)]);
  expect(pack.keptBack).toEqual([
    { number: "2", because: "grade" },
    { number: "2.1", because: "grade" },
    { number: "3", because: "grade" },
  ]);
  expect(pack.lowestKeptBack).toEqual({ vi: "Mật", en: "Confidential" });
  expect(JSON.stringify(pack)).not.toContain("CHIM HOÀNG YẾN");
  expect(pack.leaseDays).toBe(7);
});

it("DV2 a body may let a grade go onto devices, and what lies above it still stays", () => {
  const pack = packFor(gradedCabinet({ leaseDays: 2, gradeLevel: 1, keepDaysAfterEnd: 1 }));
  expect(pack.view.shared.items.map(({ number }) => number)).toEqual(["1", "2", "2.1", "3"]);
  expect(pack.keptBack).toEqual([{ number: "3", because: "grade" }]);
  expect(pack.lowestKeptBack).toEqual({ vi: "Tối mật", en: "Secret" });
  expect(pack.leaseDays).toBe(2);
});

it("DV2 a grade that the body does not know stays with the server", () => {
  const rules = { grades: [], offline: { leaseDays: 7, gradeLevel: 9, keepDaysAfterEnd: 7 } };
  expect(mayGoOffline(rules, "M")).toBe(false);
  expect(mayGoOffline(rules, null)).toBe(true);
});

it("DV3 without a setting: seven days, no grade", () => {
  expect(offlineRulesOf({ offline: null })).toEqual({
    leaseDays: 7,
    gradeLevel: 0,
    keepDaysAfterEnd: 7,
  });
});

it("DV4 a kept view offers nothing that changes the record, and holds no ballot", () => {
  const cabinet = aSessionOf(aCabinetOf(5), 2, 5);
  expect(viewFor(cabinet).me.can.length).toBeGreaterThan(0);
  const { me, shared } = packFor(cabinet).view;
  expect([me.can, me.votes, me.onRoll, shared.ballots]).toEqual([[], {}, [], []]);
});

it("DV10 a pack has no last day until its meeting has ended; then the body's days", () => {
  const cabinet = aSessionOf(aCabinetOf(5), 1, 5);
  expect(packFor(cabinet).keepUntil).toBeNull();
  cabinet.must({ type: "session.close", meetingId, note: "" }, people.chair);
  const view = viewFor(cabinet);
  if (view.shared.phase.name !== "closed") throw new Error("not closed");
  const until = keepUntil(cabinet.state.rules, view);
  expect(Date.parse(until ?? "") - Date.parse(view.shared.phase.closedAt)).toBe(7 * 86_400_000);
});
