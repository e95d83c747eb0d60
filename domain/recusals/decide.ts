/** Deciders of recusals. Rules RC1… in RULES.md. */
import type { ItemId } from "../ids";
import { type Actor, accept, type Deciders, type Decision, decideBy, refuse } from "../stream";
import type { RecusalCommands } from "./commands";
import type { RecusalEvent } from "./events";
import { type RecusalSetting, type RecusalsState, recusalOf } from "./recusal";

export type RecusalRefusal =
  | "recusal.item_unknown"
  | "recusal.item_over"
  | "recusal.ballot_running"
  | "recusal.declared_already"
  | "recusal.not_on_list"
  | "recusal.presides"
  | "recusal.unchanged";

export type RecusalContext = { actor: Actor };

type Decided = Decision<RecusalEvent, RecusalRefusal>;
type Decide<T extends keyof RecusalCommands> = (
  setting: RecusalSetting,
  state: RecusalsState,
  command: RecusalCommands[T],
  context: RecusalContext,
) => Decided;

/** RC4, RC5, RC6 */
function problemOf(setting: RecusalSetting, itemId: ItemId) {
  if (!setting.itemExists(itemId)) return refuse("recusal.item_unknown");
  if (setting.itemIsOver(itemId)) return refuse("recusal.item_over");
  if (setting.hasRunningBallot(itemId)) return refuse("recusal.ballot_running");
  return null;
}

const declare: Decide<"recusal.declare"> = (setting, state, { itemId, reason }, { actor }) => {
  const personId = actor.kind === "person" ? actor.personId : null;
  const name = personId === null ? null : setting.nameOf(personId);
  if (personId === null || name === null) return refuse("recusal.not_on_list");
  if (recusalOf(state, itemId, personId) !== null) return refuse("recusal.declared_already");
  // an item out of sight is not there
  if (!setting.isInSight(itemId)) return refuse("recusal.item_unknown");
  const problem = problemOf(setting, itemId);
  if (problem !== null) return problem;
  const usual = setting.usualDegree;
  const degree =
    usual === "excluded" && setting.presidesOver(personId, itemId) ? "no_floor" : usual;
  return accept<RecusalEvent>({
    type: "recusal.declared",
    itemId,
    personId,
    name,
    degree,
    sealed: { reason },
  });
};

const decide: Decide<"recusal.decide"> = (setting, state, command) => {
  const { itemId, personId, degree, reason } = command;
  const problem = problemOf(setting, itemId);
  if (problem !== null) return problem;
  const name = setting.nameOf(personId);
  if (name === null) return refuse("recusal.not_on_list");
  if (degree === "excluded" && setting.presidesOver(personId, itemId))
    return refuse("recusal.presides");
  const before = recusalOf(state, itemId, personId);
  if (before?.decided === true && before.degree === degree) return refuse("recusal.unchanged");
  return accept<RecusalEvent>({
    type: "recusal.decided",
    itemId,
    personId,
    name,
    degree,
    sealed: { reason },
  });
};

const deciders: Deciders<
  RecusalCommands,
  RecusalSetting,
  RecusalsState,
  RecusalContext,
  RecusalEvent,
  RecusalRefusal
> = {
  "recusal.declare": declare,
  "recusal.decide": decide,
};

/** Decides a command on a recusal. */
export function decideRecusal(
  setting: RecusalSetting,
  state: RecusalsState,
  command: RecusalCommands[keyof RecusalCommands],
  context: RecusalContext,
): Decided {
  return decideBy(deciders, setting, state, command, context);
}
