import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, Change, changesBetween, isSame } from "./patch";

/** Keys as views have them; `__proto__` is refused by name below. */
const key = fc.oneof(
  fc.constantFrom("a", "b", "c", "constructor", "toString"),
  fc.string({ maxLength: 4 }).filter((text) => text !== "__proto__"),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    fc.constantFrom(null, true, false, 0, 1, 2, "", "ngọc"),
    fc.array(tie("json"), { maxLength: 6 }),
    fc.dictionary(key, tie("json"), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("changes", () => {
  test("make of one value the other, through JSON", () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        const changes = Change.array().parse(sent(changesBetween(from, to)));
        expect(applyChanges(from, changes)).toEqual(to);
      }),
      { numRuns: 500 },
    );
  });

  test("of a value and itself are none", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(changesBetween(value, sent(value))).toEqual([]);
      }),
    );
  });

  test("keep what they do not touch by reference", () => {
    const before = { seats: [{ name: "An" }, { name: "Bình" }], items: { a: { title: "x" } } };
    const after = applyChanges(before, [{ path: ["seats", 1, "name"], value: "Bính" }]);
    expect(after.items).toBe(before.items);
    expect(after.seats[0]).toBe(before.seats[0]);
  });

  test("of a list that grew are only what was added", () => {
    const answered = Array.from({ length: 1000 }, (_, index) => `person ${index}`);
    expect(changesBetween({ answered }, { answered: [...answered, "last"] })).toEqual([
      { path: ["answered"], at: 1000, remove: 0, insert: ["last"] },
    ]);
  });

  test("never reach a prototype", () => {
    expect(() => applyChanges({}, [{ path: ["__proto__", "admin"], value: true }])).toThrow(
      RangeError,
    );
    expect(() => applyChanges({}, [{ path: ["constructor", "name"], value: "x" }])).toThrow(
      RangeError,
    );
    expect(() => changesBetween({}, JSON.parse('{"a": {"__proto__": 1}}'))).toThrow(TypeError);
  });

  test("of another value are refused, not guessed", () => {
    expect(() => applyChanges({ list: [1] }, [{ path: ["list", 3], value: 1 }])).toThrow(
      RangeError,
    );
    expect(() =>
      applyChanges({ list: [1] }, [{ path: ["list"], at: 1, remove: 1, insert: [] }]),
    ).toThrow(RangeError);
  });
});

test("isSame agrees with there being no changes", () => {
  fc.assert(
    fc.property(json, json, (left, right) => {
      expect(isSame(left, right)).toBe(changesBetween(left, right).length === 0);
    }),
  );
});
