import { describe, expect, it } from "vitest";
import type { SharedView } from "../../domain/meetings";
import { nextItem, nextStep } from "./next-step";

type Asked = Parameters<typeof nextStep>[0];

/** Only what the question reads; the rest of a view is not there to be looked at. */
function meeting(parts: {
  phase?: string;
  items?: { id: string; state: string }[];
  ballots?: { item: string; state: string }[];
}): Asked {
  const shared: unknown = {
    phase: { name: parts.phase ?? "in_session" },
    items: (parts.items ?? []).map(({ id, state }) => ({
      itemId: id,
      parent: null,
      number: id,
      course: { state },
    })),
    ballots: (parts.ballots ?? []).map(({ item, state }) => ({ itemId: item, state })),
  };
  if (!isShared(shared)) throw new Error("not a view");
  return { shared };
}

function isShared(value: unknown): value is SharedView {
  return typeof value === "object" && value !== null;
}

const stepOf = (parts: Parameters<typeof meeting>[0]) => nextStep(meeting(parts)).step;
const two = [
  { id: "1", state: "concluded" },
  { id: "2", state: "planned" },
];

describe("the chair's one button", () => {
  it("opens the session, and resumes it after a break", () => {
    expect(stepOf({ phase: "published" })).toBe("open_session");
    expect(stepOf({ phase: "suspended" })).toBe("resume");
    expect(stepOf({ phase: "closed" })).toBe("none");
  });

  it("calls the next item of the agenda when none is current", () => {
    expect(nextStep(meeting({ items: two }))).toMatchObject({
      step: "call",
      item: { itemId: "2" },
    });
  });

  it("puts an open ballot before all else, then its declaration", () => {
    const items = [{ id: "2", state: "current" }];
    expect(stepOf({ items, ballots: [{ item: "2", state: "open" }] })).toBe("close_ballot");
    expect(stepOf({ items, ballots: [{ item: "2", state: "closed" }] })).toBe("declare");
    expect(stepOf({ items, ballots: [{ item: "2", state: "prepared" }] })).toBe("open_ballot");
    expect(stepOf({ items, ballots: [{ item: "2", state: "declared" }] })).toBe("conclude");
  });

  it("comes back to a suspended item at the end, and then closes", () => {
    const items = [
      { id: "1", state: "suspended" },
      { id: "2", state: "concluded" },
    ];
    expect(nextItem(meeting({ items }).shared.items)?.itemId).toBe("1");
    expect(stepOf({ items: [{ id: "1", state: "postponed" }] })).toBe("close_session");
  });
});
