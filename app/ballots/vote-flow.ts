/**
 * Where one voter stands with one ballot. What the server recorded always comes from the view;
 * this holds only what the voter is doing: choosing, looking again, or reading why it did not work.
 */

import type { AnswerMeaning } from "../../domain/bodies";
import type { OwnVote } from "../../domain/meetings";
import type { RefusalCode } from "../../domain/refusals";

export type Doing =
  | { step: "nothing" }
  | { step: "choosing" }
  | { step: "reviewing"; answer: AnswerMeaning; since: number }
  | { step: "refused"; answer: AnswerMeaning; code: RefusalCode };

/** What the bar shows. */
export type Face =
  | { face: "choose"; canGoBack: boolean }
  | { face: "review"; answer: AnswerMeaning; since: number }
  | { face: "sending"; answer: AnswerMeaning }
  | { face: "refused"; answer: AnswerMeaning; code: RefusalCode }
  | { face: "recorded"; vote: OwnVote };

/**
 * @param sending the answer that is on its way and not yet acknowledged, if any
 * @param recorded what the server has recorded; shown as cast only from here
 */
export function faceOf(
  doing: Doing,
  sending: AnswerMeaning | null,
  recorded: OwnVote | null,
): Face {
  if (sending !== null) return { face: "sending", answer: sending };
  if (doing.step === "reviewing")
    return { face: "review", answer: doing.answer, since: doing.since };
  if (doing.step === "refused") return { face: "refused", answer: doing.answer, code: doing.code };
  if (recorded !== null && doing.step === "nothing") return { face: "recorded", vote: recorded };
  return { face: "choose", canGoBack: recorded !== null };
}

/** A second touch of the same tap must not confirm what the first one chose. */
const doubleTapMs = 400;

export function mayConfirm(since: number, now: number): boolean {
  return now - since >= doubleTapMs;
}
