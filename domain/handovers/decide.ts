/** Deciders of hand-overs. Rules HO1… in RULES.md. */
import type { Standing } from "../bodies";
import type { DocumentId, HandoverId, PersonId } from "../ids";
import { type Actor, accept, type Deciders, type Decision, decideBy, refuse } from "../stream";
import type { HandoverCommands } from "./commands";
import type { HandoverEvent } from "./events";
import type { Handover, HandoversState } from "./handover";

export type HandoverRefusal =
  | "handover.exists"
  | "handover.unknown"
  | "handover.not_named"
  | "handover.paper_withheld"
  | "handover.running"
  | "handover.finished"
  | "handover.person_needed";

export type HandoverSetting = {
  /** whether the paper may leave the members' circle at all, as the meeting stands now */
  mayBeHandedOver(documentId: DocumentId): boolean;
};

export type HandoverContext = { actor: Actor; standing: Pick<Standing, "staff"> };

type Decided = Decision<HandoverEvent, HandoverRefusal>;
type Decide<T extends keyof HandoverCommands> = (
  setting: HandoverSetting,
  state: HandoversState,
  command: HandoverCommands[T],
  context: HandoverContext,
) => Decided;

const personOf = (actor: Actor): PersonId | null =>
  actor.kind === "person" ? actor.personId : null;

const give: Decide<"handover.give"> = (setting, state, command, { actor, standing }) => {
  const memberId = personOf(actor);
  if (memberId === null) return refuse("handover.person_needed");
  const { handoverId, personId, note, dueOn } = command;
  if (state.handovers[handoverId] !== undefined) return refuse("handover.exists");
  const staff = standing.staff.find((each) => each.personId === personId);
  if (staff === undefined) return refuse("handover.not_named");
  const documentIds = [...new Set(command.documentIds)];
  if (!documentIds.every((documentId) => setting.mayBeHandedOver(documentId)))
    return refuse("handover.paper_withheld");
  const isRunning = Object.values(state.handovers).some(
    (other) =>
      other.state === "given" &&
      other.memberId === memberId &&
      other.staff.personId === personId &&
      other.documentIds.some((documentId) => documentIds.includes(documentId)),
  );
  if (isRunning) return refuse("handover.running");
  return accept<HandoverEvent>({
    type: "handover.given",
    handoverId,
    memberId,
    staff,
    documentIds,
    dueOn,
    sealed: { note },
  });
};

/** HO6, HO7: to whom it does not belong, and once it was taken back, it is not there. */
function inForce(
  state: HandoversState,
  handoverId: HandoverId,
  isOwn: (handover: Handover) => boolean,
) {
  const handover = state.handovers[handoverId];
  return handover === undefined || handover.state === "taken_back" || !isOwn(handover)
    ? null
    : handover;
}

const takeBack: Decide<"handover.take_back"> = (_setting, state, { handoverId }, { actor }) => {
  const own = inForce(state, handoverId, ({ memberId }) => memberId === personOf(actor));
  if (own === null) return refuse("handover.unknown");
  return accept<HandoverEvent>({ type: "handover.taken_back", handoverId });
};

const finish: Decide<"handover.finish"> = (_setting, state, { handoverId }, { actor }) => {
  const own = inForce(state, handoverId, ({ staff }) => staff.personId === personOf(actor));
  if (own === null) return refuse("handover.unknown");
  if (own.state === "finished") return refuse("handover.finished");
  return accept<HandoverEvent>({ type: "handover.finished", handoverId });
};

const deciders: Deciders<
  HandoverCommands,
  HandoverSetting,
  HandoversState,
  HandoverContext,
  HandoverEvent,
  HandoverRefusal
> = {
  "handover.give": give,
  "handover.take_back": takeBack,
  "handover.finish": finish,
};

/** Decides a command on the hand-overs of a meeting; phase and permission were asked before. */
export function decideHandover(
  setting: HandoverSetting,
  state: HandoversState,
  command: HandoverCommands[keyof HandoverCommands],
  context: HandoverContext,
): Decided {
  return decideBy(deciders, setting, state, command, context);
}
