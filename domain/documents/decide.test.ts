import { beforeEach, describe, expect, it } from "vitest";
import {
  aCabinetOf,
  aMeetingOf,
  type Cabinet,
  ids,
  people,
  person,
  readyVersion,
} from "../../tests/support/cabinet-in-memory";

const { meeting: meetingId } = ids;
const secretary = person(people.secretary);
const title = { vi: "Tờ trình", en: "" };

const attach = (document: number, version: number, item = 1, grade: string | null = null) =>
  ({
    type: "document.attach",
    meetingId,
    itemId: ids.item(item),
    documentId: ids.document(document),
    versionId: ids.version(version),
    kind: "submission",
    title,
    grade,
  }) as const;
const reference = (document: number, grade: string | null) =>
  ({
    type: "document.attach_reference",
    meetingId,
    itemId: ids.item(1),
    documentId: ids.document(document),
    kind: "report",
    title,
    grade,
    copies: 27,
  }) as const;

describe("papers on an agenda", () => {
  let cabinet: Cabinet;
  beforeEach(() => {
    cabinet = aMeetingOf(aCabinetOf(3), 2);
    cabinet.versions.set(ids.version(11), readyVersion(11, 12));
    cabinet.versions.set(ids.version(12), readyVersion(12, 14));
  });
  const grade = (level: number) => {
    const found = cabinet.state.rules.grades.find((candidate) => candidate.level === level);
    if (found === undefined) throw new Error(`no grade of level ${level}`);
    return found.code;
  };

  it("DO1 a paper needs an item that exists", () => {
    expect(cabinet.try(attach(9, 11, 99), secretary)?.code).toBe("document.item_unknown");
  });

  it("DO2 a version is checked before and attached once", () => {
    expect(cabinet.try(attach(9, 77), secretary)?.code).toBe("document.version_not_ready");
    expect(cabinet.try(attach(9, 11), secretary)).toBeNull();
    expect(cabinet.try(attach(10, 11), secretary)?.code).toBe("document.version_used");
  });

  it("DO3 an unknown grade is refused", () => {
    expect(cabinet.try(attach(9, 11, 1, "XX"), secretary)?.code).toBe("document.grade_unknown");
    expect(cabinet.try(reference(9, "XX"), secretary)?.code).toBe("document.grade_unknown");
  });

  it("DO4 bytes above the ceiling are refused, at attaching and at describing", () => {
    expect(cabinet.try(attach(9, 11, 1, grade(1)), secretary)?.code).toBe("document.above_ceiling");
    cabinet.must(attach(9, 11), people.secretary);
    const regrade = {
      type: "document.describe",
      meetingId,
      documentId: ids.document(9),
      kind: "report",
      title,
      grade: grade(1),
    } as const;
    expect(cabinet.try(regrade, secretary)?.code).toBe("document.above_ceiling");
    cabinet.gradeCeiling = 1;
    expect(cabinet.try(regrade, secretary)).toBeNull();
  });

  it("DO5 a reference-only paper may have any grade, and stays a line", () => {
    expect(cabinet.try(reference(9, grade(3)), secretary)).toBeNull();
    expect(cabinet.try(attach(9, 11), secretary)?.code).toBe("document.paper_only");
  });

  it("DO6 the next upload is the next version, and the earlier one stays", () => {
    cabinet.must(attach(9, 11), people.secretary).must(attach(9, 12), people.secretary);
    const holding = cabinet.state.papers.papers[ids.document(9)]?.holding;
    if (holding?.type !== "file") throw new Error("expected a file");
    expect([holding.current.number, holding.current.pages]).toEqual([2, 14]);
    expect(holding.earlier.map(({ number, pages }) => [number, pages])).toEqual([[1, 12]]);
  });

  it("DO7 another item does not take a paper over", () => {
    cabinet.must(attach(9, 11), people.secretary);
    expect(cabinet.try(attach(9, 12, 2), secretary)?.code).toBe("document.exists");
  });

  it("DO8 papers move within their item and are taken off", () => {
    cabinet.must(attach(9, 11), people.secretary).must(attach(10, 12), people.secretary);
    const move = { type: "document.move", meetingId, documentId: ids.document(10), position: 0 };
    cabinet.must({ ...move, type: "document.move" }, people.secretary);
    const order = () => cabinet.state.papers.byItem[ids.item(1)];
    expect(order()).toEqual([ids.document(10), ids.document(1), ids.document(9)]);
    const remove = { type: "document.remove", meetingId, documentId: ids.document(1) } as const;
    cabinet.must(remove, people.secretary);
    expect(order()).toEqual([ids.document(10), ids.document(9)]);
    expect(cabinet.try(remove, secretary)?.code).toBe("document.unknown");
  });
});
