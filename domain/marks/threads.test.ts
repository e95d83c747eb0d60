import { describe, expect, test } from "vitest";
import { ids } from "../../tests/support/cabinet-in-memory";
import type { PersonId } from "../ids";
import { Instant } from "../text";
import { type Mark, MarkId, markIn } from "./mark";
import { type Noted, threadsOf } from "./threads";

const id = (n: number) =>
  MarkId.parse(`0000000d-0000-4000-8000-${n.toString(16).padStart(12, "0")}`);
const [ann, bee, cat, secretary] = [1, 2, 3, 901].map((n) => ids.person(n)) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const made = {
  v: 1,
  madeOn: ids.version(1),
  madeAt: Instant.parse("2026-11-25T01:00:00.000Z"),
} as const;
const note: Mark = {
  ...made,
  kind: "note",
  anchor: { type: "place", page: 1, box: { x: 1, y: 1, width: 0, height: 0 }, near: null },
  colour: "question",
  body: "Căn cứ nào?",
  mentions: [],
};
const at = (n: number, owner: PersonId, seq: number | null, mark: Mark, since = seq): Noted => ({
  id: id(n),
  mark,
  layer: "shared",
  owner,
  author: owner,
  seq,
  since,
});
const answer = (owner: PersonId, n: number, body: string): Mark => ({
  ...made,
  kind: "reply",
  target: { owner, markId: id(n) },
  body,
  mentions: [],
});
const says = (owner: PersonId, n: number, resolved: boolean): Mark => ({
  ...made,
  kind: "state",
  target: { owner, markId: id(n) },
  resolved,
});
const viewer = (personId: PersonId) => ({ personId, secretariat: new Set([secretary]) });
const threads = (...marks: Noted[]) => threadsOf(marks, viewer(ann));
const bodies = (...marks: Noted[]) =>
  threads(...marks).map(({ replies }) => replies.map(({ mark }) => mark.body));

describe("the order of answers", () => {
  test("MK7 is that of the server's log, not of the devices' clocks nor of arrival", () => {
    const late = { ...answer(ann, 1, "second"), madeAt: Instant.parse("2020-01-01T00:00:00.000Z") };
    expect(
      bodies(at(3, bee, 9, late), at(1, ann, 1, note), at(2, cat, 4, answer(ann, 1, "first"))),
    ).toEqual([["first", "second"]]);
  });

  test("MK7 a mended answer keeps its place", () => {
    const mended = at(2, cat, 12, answer(ann, 1, "first, mended"), 4);
    expect(bodies(at(1, ann, 1, note), mended, at(3, bee, 9, answer(ann, 1, "second")))).toEqual([
      ["first, mended", "second"],
    ]);
  });

  test("MK8 what is not yet placed stands last, as it was written", () => {
    const unplaced = [at(9, ann, null, answer(ann, 1, "b")), at(5, ann, null, answer(ann, 1, "c"))];
    expect(bodies(...unplaced, at(1, ann, 1, note), at(2, cat, 4, answer(ann, 1, "a")))).toEqual([
      ["a", "b", "c"],
    ]);
  });

  test("MK11 an answer to an answer is in the same thread", () => {
    expect(
      bodies(
        at(1, ann, 1, note),
        at(2, bee, 2, answer(ann, 1, "a")),
        at(3, cat, 3, answer(bee, 2, "b")),
      ),
    ).toEqual([["a", "b"]]);
  });

  test("MK11 a circle of targets ends", () => {
    const circle = threads(at(1, ann, 1, answer(bee, 2, "a")), at(2, bee, 2, answer(ann, 1, "b")));
    expect(circle.every(({ deletedRoot }) => deletedRoot)).toBe(true);
    expect(circle.flatMap(({ replies }) => replies)).toHaveLength(2);
  });
});

describe("resolving", () => {
  const thread = [at(1, ann, 1, note), at(2, bee, 2, answer(ann, 1, "a"))];
  const resolved = (...words: Noted[]) => threads(...thread, ...words)[0];

  test("MK9 the last word by the log counts, whoever of those permitted said it", () => {
    expect(resolved()).toMatchObject({ resolved: false, resolvedBy: null });
    expect(resolved(at(3, bee, 3, says(ann, 1, true)))).toMatchObject({
      resolved: true,
      resolvedBy: bee,
    });
    expect(
      resolved(at(4, secretary, 7, says(ann, 1, false)), at(3, ann, 3, says(ann, 1, true))),
    ).toMatchObject({ resolved: false, resolvedBy: secretary });
  });

  test("MK9 the word of somebody who took no part does not count", () => {
    expect(resolved(at(3, cat, 3, says(ann, 1, true)))).toMatchObject({ resolved: false });
    expect(threadsOf(thread, viewer(cat))[0]?.mayResolve).toBe(false);
    for (const personId of [ann, bee, secretary])
      expect(threadsOf(thread, viewer(personId))[0]?.mayResolve).toBe(true);
  });

  test("MK9 in an office the writer counts, not whose office it is", () => {
    const office = (noted: Noted, author: PersonId): Noted => ({
      ...noted,
      layer: "office",
      owner: ann,
      author,
    });
    const words = [
      office(at(1, ann, 1, note), bee),
      office(at(3, ann, 3, says(ann, 1, true)), cat),
    ];
    expect(threadsOf(words, viewer(ann))[0]?.resolved).toBe(false);
  });
});

describe("what is gone or not here", () => {
  test("MK10 a deleted note leaves a stub under which its answers stay", () => {
    const [stub] = threads(at(2, bee, 2, answer(ann, 1, "a")));
    expect(stub).toMatchObject({
      root: null,
      deletedRoot: true,
      target: { owner: ann, markId: id(1) },
      replies: [{ id: id(2) }],
    });
  });

  test("MK10 a word on a deleted note without answers leaves nothing", () => {
    expect(threads(at(2, bee, 2, says(ann, 1, true)))).toEqual([]);
  });

  test("layers do not mix: the same id in another layer is another mark", () => {
    const elsewhere: Noted = { ...at(2, bee, 2, answer(ann, 1, "a")), layer: "private" };
    expect(threads(at(1, ann, 1, note), elsewhere)).toMatchObject([
      { replies: [], deletedRoot: false },
      { layer: "private", deletedRoot: true },
    ]);
  });
});

test("MK6 a value with foreign keys, or a prototype for a key, is no mark", () => {
  expect(markIn(note)).toEqual(note);
  expect(markIn({ ...note, admin: true })).toBeNull();
  expect(markIn(JSON.parse(`{"__proto__": ${JSON.stringify(note)}}`))).toBeNull();
  expect(markIn(null)).toBeNull();
});
