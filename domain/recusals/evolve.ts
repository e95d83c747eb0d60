/** How recusals change by what happened. */
import { type Evolvers, evolveBy, type Recorded } from "../stream";
import type { RecusalEvent } from "./events";
import type { Recusal, RecusalsState } from "./recusal";

const evolvers: Evolvers<RecusalEvent, RecusalsState> = {
  "recusal.declared": (state, event, { at }) => withRecusal(state, event, { decided: false, at }),
  "recusal.decided": (state, event, { at }) => withRecusal(state, event, { decided: true, at }),
};

/** In the place of the one before, else at the end. */
function withRecusal(
  { recusals }: RecusalsState,
  { itemId, personId, name, degree, sealed }: RecusalEvent,
  { decided, at }: Pick<Recusal, "decided" | "at">,
): RecusalsState {
  const before = recusals[itemId] ?? [];
  const recusal = { itemId, personId, name, degree, decided, reason: sealed.reason, at };
  const isKnown = before.some((other) => other.personId === personId);
  const after = isKnown
    ? before.map((other) => (other.personId === personId ? recusal : other))
    : [...before, recusal];
  return { recusals: { ...recusals, [itemId]: after } };
}

export function evolveRecusals(
  state: RecusalsState,
  recorded: Recorded<RecusalEvent>,
): RecusalsState {
  return evolveBy(evolvers, state, recorded);
}
