import { describe, expect, it } from "vitest";
import type { OwnVote } from "../../domain/meetings";
import { instantOf } from "../../domain/text";
import { faceOf, mayConfirm } from "./vote-flow";

const recorded: OwnVote = {
  answer: "yes",
  at: instantOf(new Date("2026-11-25T02:27:40.000Z")),
  seq: 41,
  hash: "7f3a91c20b5d44e8",
};

describe("the vote bar", () => {
  it("asks for a choice, and prefers none", () => {
    expect(faceOf({ step: "nothing" }, null, null)).toEqual({ face: "choose", canGoBack: false });
  });

  it("shows a vote as cast only once the server has recorded it", () => {
    expect(faceOf({ step: "nothing" }, "yes", null)).toEqual({ face: "sending", answer: "yes" });
    expect(faceOf({ step: "nothing" }, null, recorded)).toEqual({
      face: "recorded",
      vote: recorded,
    });
  });

  it("shows a change as not recorded while it is on its way, whatever was recorded before", () => {
    expect(faceOf({ step: "nothing" }, "no", recorded)).toEqual({ face: "sending", answer: "no" });
  });

  it("keeps a choice under review when a vote arrives from another device", () => {
    expect(faceOf({ step: "reviewing", answer: "no", since: 0 }, null, recorded)).toMatchObject({
      face: "review",
      answer: "no",
    });
  });

  it("says what was refused and lets the voter go back to the recorded vote", () => {
    expect(
      faceOf({ step: "refused", answer: "no", code: "ballot.closed" }, null, recorded),
    ).toEqual({
      face: "refused",
      answer: "no",
      code: "ballot.closed",
    });
    expect(faceOf({ step: "choosing" }, null, recorded)).toEqual({
      face: "choose",
      canGoBack: true,
    });
  });

  it("does not take the second touch of a double tap for a confirmation", () => {
    expect(mayConfirm(1_000, 1_150)).toBe(false);
    expect(mayConfirm(1_000, 1_600)).toBe(true);
  });
});
