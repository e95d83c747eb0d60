/** How hand-overs change by what happened. */
import type { HandoverId } from "../ids";
import { type Evolvers, evolveBy, type Recorded } from "../stream";
import type { HandoverEvent } from "./events";
import type { Handover, HandoversState } from "./handover";

const evolvers: Evolvers<HandoverEvent, HandoversState> = {
  "handover.given": ({ handovers }, event, { at }) => {
    const { type: _type, sealed, ...given } = event;
    const handover: Handover = { ...given, note: sealed.note, givenAt: at, state: "given" };
    return { handovers: { ...handovers, [event.handoverId]: handover } };
  },
  "handover.taken_back": (state, { handoverId }, { at }) =>
    settled(state, handoverId, { state: "taken_back", takenBackAt: at }),
  "handover.finished": (state, { handoverId }, { at }) =>
    settled(state, handoverId, { state: "finished", finishedAt: at }),
};

function settled(
  state: HandoversState,
  handoverId: HandoverId,
  end:
    | Pick<Extract<Handover, { state: "finished" }>, "state" | "finishedAt">
    | Pick<Extract<Handover, { state: "taken_back" }>, "state" | "takenBackAt">,
): HandoversState {
  const handover = state.handovers[handoverId];
  if (handover === undefined) return state;
  const { memberId, staff, documentIds, note, dueOn, givenAt } = handover;
  const given = { handoverId, memberId, staff, documentIds, note, dueOn, givenAt };
  return { handovers: { ...state.handovers, [handoverId]: { ...given, ...end } } };
}

export function evolveHandovers(
  state: HandoversState,
  recorded: Recorded<HandoverEvent>,
): HandoversState {
  return evolveBy(evolvers, state, recorded);
}
