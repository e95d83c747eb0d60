import { beforeEach, describe, expect, it } from "vitest";
import {
  aCabinetOf,
  aMeetingOf,
  aSessionOf,
  type Cabinet,
  ids,
  itemContent,
  people,
  person,
} from "../../tests/support/cabinet-in-memory";
import { Day } from "../text";
import { courseOf, spentMs } from "./index";
import { numbered } from "./order";

const { meeting: meetingId } = ids;
const secretary = person(people.secretary);
const chair = person(people.chair);

const add = (n: number, parent: number | null = null) =>
  ({
    type: "agenda.add_item",
    meetingId,
    itemId: ids.item(n),
    parent: parent === null ? null : ids.item(parent),
    content: itemContent,
  }) as const;
const call = (n: number) => ({ type: "item.call", meetingId, itemId: ids.item(n) }) as const;
const conclude = (n: number) =>
  ({
    type: "item.conclude",
    meetingId,
    itemId: ids.item(n),
    outcome: "adopted",
    conclusion: "",
    resubmitBy: null,
  }) as const;
const move = (n: number, edition: number, position: number, parent: number | null = null) =>
  ({
    type: "agenda.move_item",
    meetingId,
    itemId: ids.item(n),
    basedOnOrderEdition: edition,
    parent: parent === null ? null : ids.item(parent),
    position,
  }) as const;
const numbers = (cabinet: Cabinet) =>
  numbered(cabinet.state.agenda.order).map(({ itemId, number }) => `${number}=${itemId.at(-1)}`);

describe("an agenda in preparation", () => {
  let cabinet: Cabinet;
  beforeEach(() => {
    cabinet = aMeetingOf(aCabinetOf(5), 3);
  });

  it("AG1 a second item with the same identity is refused", () => {
    expect(cabinet.try(add(1), secretary)?.code).toBe("agenda.item_exists");
  });

  it("AG2 an item has parts, a part has none", () => {
    expect(cabinet.try(add(21, 2), secretary)).toBeNull();
    expect(numbers(cabinet)).toEqual(["1=1", "2=2", "2.1=5", "3=3"]);
    expect(cabinet.try(add(22, 21), secretary)?.code).toBe("agenda.too_deep");
    const edition = cabinet.state.agenda.orderEdition;
    expect(cabinet.try(move(2, edition, 0, 1), secretary)?.code).toBe("agenda.too_deep");
    expect(cabinet.try(move(1, edition, 0, 1), secretary)?.code).toBe("agenda.too_deep");
    expect(cabinet.try(add(23, 99), secretary)?.code).toBe("agenda.parent_unknown");
  });

  it("AG2 a moved item takes its parts along", () => {
    cabinet.must(add(21, 2), people.secretary);
    cabinet.must(move(2, cabinet.state.agenda.orderEdition, 0), people.secretary);
    expect(numbers(cabinet)).toEqual(["1=2", "1.1=5", "2=1", "3=3"]);
  });

  it("AG2 a part becomes an item and an item a part", () => {
    cabinet.must(move(3, cabinet.state.agenda.orderEdition, 0, 1), people.secretary);
    expect(numbers(cabinet)).toEqual(["1=1", "1.1=3", "2=2"]);
    cabinet.must(move(3, cabinet.state.agenda.orderEdition, 99), people.secretary);
    expect(numbers(cabinet)).toEqual(["1=1", "2=2", "3=3"]);
  });

  it("AG3 an edit over another's edit is stale and changes nothing", () => {
    const edit = (minutes: number) =>
      ({
        type: "agenda.edit_item",
        meetingId,
        itemId: ids.item(1),
        basedOnEdition: 1,
        content: { ...itemContent, minutes },
      }) as const;
    expect(cabinet.try(edit(40), secretary)).toBeNull();
    expect(cabinet.try(edit(50), secretary)?.code).toBe("agenda.stale");
    expect(cabinet.state.agenda.items[ids.item(1)]?.minutes).toBe(40);
  });

  it("AG3 a move over another's move is stale", () => {
    const edition = cabinet.state.agenda.orderEdition;
    expect(cabinet.try(move(1, edition, 2), secretary)).toBeNull();
    expect(cabinet.try(move(2, edition, 0), secretary)?.code).toBe("agenda.stale");
  });

  it("AG4 an unpublished item is removed with its parts and papers; a published one is not", () => {
    cabinet.must(add(21, 2), people.secretary);
    const remove = (n: number) =>
      ({ type: "agenda.remove_item", meetingId, itemId: ids.item(n) }) as const;
    cabinet.must(remove(2), people.secretary);
    expect(numbers(cabinet)).toEqual(["1=1", "2=3"]);
    expect(Object.keys(cabinet.state.papers.papers)).toHaveLength(2);
    cabinet.must({ type: "meeting.publish", meetingId, basedOnRevision: 0 }, people.secretary);
    expect(cabinet.try(remove(1), secretary)?.code).toBe("agenda.item_published");
  });

  it("AG5 an unknown grade is refused", () => {
    const graded = { ...add(9), content: { ...itemContent, grade: "XX" } };
    expect(cabinet.try(graded, secretary)?.code).toBe("agenda.grade_unknown");
  });
});

describe("an agenda in session", () => {
  let cabinet: Cabinet;
  beforeEach(() => {
    cabinet = aSessionOf(aCabinetOf(5), 3, 5);
  });

  it("AG6 an item added after the publication is called only when published", () => {
    cabinet.must(add(9), people.secretary);
    expect(cabinet.try(call(9), chair)?.code).toBe("item.not_published");
  });

  it("AG7 a second current item is refused", () => {
    cabinet.must(call(1), people.chair);
    expect(cabinet.try(call(2), chair)?.code).toBe("item.another_is_current");
    expect(cabinet.try(call(1), chair)?.code).toBe("item.not_callable");
  });

  it("AG8 the time of a suspended item adds up", () => {
    const suspend = { type: "item.suspend", meetingId, itemId: ids.item(1) } as const;
    cabinet.must(call(1), people.chair).pass(60_000).must(suspend, people.chair);
    cabinet.pass(999_000).must(call(1), people.chair).pass(30_000);
    expect(spentMs(courseOf(cabinet.state.agenda, ids.item(1)), cabinet.now)).toBe(90_000);
    cabinet.must(conclude(1), people.chair);
    expect(spentMs(courseOf(cabinet.state.agenda, ids.item(1)), cabinet.now)).toBe(90_000);
  });

  it("AG9 only the current item is concluded, and not adopted names a date", () => {
    expect(cabinet.try(conclude(1), chair)?.code).toBe("item.not_current");
    cabinet.must(call(1), people.chair);
    const lost = { ...conclude(1), outcome: "not_adopted" } as const;
    expect(cabinet.try(lost, chair)?.code).toBe("item.resubmission_date_missing");
    const dated = { ...lost, resubmitBy: Day.parse("2026-12-15") };
    expect(cabinet.try(dated, chair)).toBeNull();
  });

  it("AG10 a running ballot holds its item", () => {
    cabinet.must(call(1), people.chair);
    const own = { meetingId, ballotId: ids.ballot(1) };
    const question = { vi: "Thông qua", en: "" };
    cabinet.must({ type: "ballot.prepare", ...own, itemId: ids.item(1), question }, people.chair);
    cabinet.must({ type: "ballot.open", ...own, seconds: null }, people.chair);
    for (const type of ["item.suspend", "item.postpone", "item.withdraw"] as const) {
      const command = { type, meetingId, itemId: ids.item(1), reason: "" };
      const { reason: _reason, ...bare } = command;
      const asked = type === "item.suspend" ? { ...bare, type } : { ...command, type };
      expect(cabinet.try(asked, chair)?.code).toBe("item.ballot_running");
    }
    expect(cabinet.try(conclude(1), chair)?.code).toBe("item.ballot_running");
    cabinet.must({ type: "ballot.close", ...own }, people.chair);
    expect(cabinet.try(conclude(1), chair)?.code).toBe("item.ballot_running");
    cabinet.must({ type: "ballot.declare", ...own }, people.chair);
    expect(cabinet.try(conclude(1), chair)).toBeNull();
  });

  it("AG11 a concluded item is read-only", () => {
    cabinet.must(call(1), people.chair).must(conclude(1), people.chair);
    expect(cabinet.try(call(1), chair)?.code).toBe("item.not_callable");
    const edit = {
      type: "agenda.edit_item",
      meetingId,
      itemId: ids.item(1),
      basedOnEdition: 1,
      content: itemContent,
    } as const;
    expect(cabinet.try(edit, secretary)?.code).toBe("agenda.item_in_course");
    const postpone = { type: "item.postpone", meetingId, itemId: ids.item(1), reason: "" } as const;
    expect(cabinet.try(postpone, chair)?.code).toBe("item.concluded");
  });

  it("AG12 reopening goes on where the item stopped", () => {
    const reopen = {
      type: "item.reopen",
      meetingId,
      itemId: ids.item(1),
      reason: "Sót ý kiến",
    } as const;
    expect(cabinet.try(reopen, chair)?.code).toBe("item.not_concluded");
    cabinet.must(call(1), people.chair).pass(5_000).must(conclude(1), people.chair);
    cabinet.must(reopen, people.chair).pass(70_000).must(call(1), people.chair);
    expect(spentMs(courseOf(cabinet.state.agenda, ids.item(1)), cabinet.now)).toBe(5_000);
  });
});
