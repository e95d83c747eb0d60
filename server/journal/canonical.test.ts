import { describe, expect, it } from "vitest";
import { canonicalText } from "./canonical";

describe("canonical text (RFC 8785)", () => {
  it("sorts members by UTF-16 code units at every depth", () => {
    const value = { "\u20ac": 1, "\r": 2, "1": { b: [1, { z: null, a: true }], a: "" } };
    expect(canonicalText(value)).toBe('{"\\r":2,"1":{"a":"","b":[1,{"a":true,"z":null}]},"€":1}');
  });

  it("is one text for one value, however its members are ordered", () => {
    expect(canonicalText({ a: 1, b: 2 })).toBe(canonicalText({ b: 2, a: 1 }));
  });

  it("keeps Vietnamese as it is typed in NFC and refuses the same in NFD", () => {
    expect(canonicalText("Ủy ban")).toBe('"Ủy ban"');
    expect(() => canonicalText("Ủy ban".normalize("NFD"))).toThrow("NFC");
  });

  it("refuses what two languages would print differently", () => {
    for (const value of [0.5, Number.NaN, 2 ** 53, "\ud800", new Date(0), () => 1, 10n])
      expect(() => canonicalText({ value })).toThrow(TypeError);
  });

  it("leaves out what is undefined", () => {
    expect(canonicalText({ a: undefined, b: null })).toBe('{"b":null}');
  });
});
