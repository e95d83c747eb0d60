/**
 * The one big button of the chair: what the order of business asks for next. Pure, so that every state
 * of a meeting has exactly one answer, and what has none shows no solid button at all.
 */
import type { BallotView, ItemView, MeetingView } from "../../domain/meetings";
import { currentItemOf, isDone, mainItems } from "../agenda";

export type NextStep =
  | { step: "open_session" }
  | { step: "resume" }
  | { step: "call"; item: ItemView }
  | { step: "open_ballot"; ballot: BallotView }
  | { step: "close_ballot"; ballot: BallotView }
  | { step: "declare"; ballot: BallotView }
  | { step: "conclude"; item: ItemView }
  | { step: "close_session" }
  | { step: "none" };

export function nextStep({ shared }: Pick<MeetingView, "shared">): NextStep {
  const { phase, items, ballots } = shared;
  if (phase.name === "published") return { step: "open_session" };
  if (phase.name === "suspended") return { step: "resume" };
  if (phase.name !== "in_session") return { step: "none" };
  // A ballot under way comes before all else: nothing may be left undeclared.
  const open = ballots.find(({ state }) => state === "open");
  if (open !== undefined) return { step: "close_ballot", ballot: open };
  const closed = ballots.find(({ state }) => state === "closed");
  if (closed !== undefined) return { step: "declare", ballot: closed };
  const current = currentItemOf(items);
  if (current !== null) {
    const prepared = ballots.find(
      ({ state, itemId }) => state === "prepared" && itemId === current.itemId,
    );
    return prepared === undefined
      ? { step: "conclude", item: current }
      : { step: "open_ballot", ballot: prepared };
  }
  const next = nextItem(items);
  return next === null ? { step: "close_session" } : { step: "call", item: next };
}

/** The next item in the order of the agenda that was not dealt with; a suspended one waits for its turn. */
export function nextItem(items: readonly ItemView[]): ItemView | null {
  const waiting = mainItems(items).filter((item) => !isDone(item));
  return waiting.find(({ course }) => course.state === "planned") ?? waiting[0] ?? null;
}
