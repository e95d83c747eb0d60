/** Deciders of the agenda: its content while it is prepared, its course during the session. */
import type { Grade } from "../bodies";
import type { ItemId } from "../ids";
import { accept, type Deciders, type Decision, decideBy, refuse } from "../stream";
import type { AgendaCommands } from "./commands";
import type { AgendaEvent } from "./events";
import type { AgendaState, ItemContent, ItemCourse } from "./item";
import { currentItem, placeOf, siblings } from "./order";

export type AgendaRefusal =
  | "agenda.item_unknown"
  | "agenda.item_exists"
  | "agenda.parent_unknown"
  | "agenda.too_deep"
  | "agenda.grade_unknown"
  | "agenda.item_published"
  | "agenda.item_in_course"
  | "agenda.stale"
  | "item.not_published"
  | "item.another_is_current"
  | "item.not_current"
  | "item.not_callable"
  | "item.concluded"
  | "item.not_concluded"
  | "item.resubmission_date_missing"
  | "item.ballot_running";

export type AgendaSetting = {
  grades: readonly Grade[];
  /** in the pack that members hold */
  isPublished(itemId: ItemId): boolean;
  /** a ballot on it is open, or closed and not yet declared */
  hasRunningBallot(itemId: ItemId): boolean;
};

type Decided = Decision<AgendaEvent, AgendaRefusal>;
type Decide<T extends keyof AgendaCommands> = (
  setting: AgendaSetting,
  state: AgendaState,
  command: AgendaCommands[T],
) => Decided;

function gradeIsKnown(setting: AgendaSetting, grade: string | null): boolean {
  return grade === null || setting.grades.some((known) => known.code === grade);
}

function split({ title, presenter, ...content }: ItemContent) {
  return { content, sealed: { title, presenter } };
}

/** AG2: two levels; a part cannot have parts. */
function parentProblem(state: AgendaState, itemId: ItemId, parent: ItemId | null) {
  if (parent === null) return null;
  const place = placeOf(state.order, parent);
  if (place === null) return refuse("agenda.parent_unknown");
  if (place.parent !== null || parent === itemId) return refuse("agenda.too_deep");
  const own = state.order.find((entry) => entry.itemId === itemId);
  return own !== undefined && own.parts.length > 0 ? refuse("agenda.too_deep") : null;
}

const addItem: Decide<"agenda.add_item"> = (setting, state, command) => {
  if (state.items[command.itemId] !== undefined) return refuse("agenda.item_exists");
  const problem = parentProblem(state, command.itemId, command.parent);
  if (problem !== null) return problem;
  if (!gradeIsKnown(setting, command.content.grade)) return refuse("agenda.grade_unknown");
  return accept<AgendaEvent>({
    type: "agenda.item_added",
    itemId: command.itemId,
    parent: command.parent,
    ...split(command.content),
  });
};

const editItem: Decide<"agenda.edit_item"> = (setting, state, command) => {
  const item = state.items[command.itemId];
  if (item === undefined) return refuse("agenda.item_unknown");
  if (item.edition !== command.basedOnEdition) return refuse("agenda.stale");
  if (!gradeIsKnown(setting, command.content.grade)) return refuse("agenda.grade_unknown");
  if (isOver(courseOf(state, command.itemId))) return refuse("agenda.item_in_course");
  return accept<AgendaEvent>({
    type: "agenda.item_edited",
    itemId: command.itemId,
    ...split(command.content),
  });
};

const moveItem: Decide<"agenda.move_item"> = (_setting, state, command) => {
  if (state.items[command.itemId] === undefined) return refuse("agenda.item_unknown");
  if (state.orderEdition !== command.basedOnOrderEdition) return refuse("agenda.stale");
  const problem = parentProblem(state, command.itemId, command.parent);
  if (problem !== null) return problem;
  const others = siblings(state.order, command.parent).filter((id) => id !== command.itemId);
  return accept<AgendaEvent>({
    type: "agenda.item_moved",
    itemId: command.itemId,
    parent: command.parent,
    position: Math.min(command.position, others.length),
  });
};

/** AG4: a number that members have seen is never reused; a published item is withdrawn instead. */
const removeItem: Decide<"agenda.remove_item"> = (setting, state, command) => {
  if (state.items[command.itemId] === undefined) return refuse("agenda.item_unknown");
  const family = [command.itemId, ...siblings(state.order, command.itemId)];
  if (family.some((itemId) => setting.isPublished(itemId))) return refuse("agenda.item_published");
  return accept<AgendaEvent>({ type: "agenda.item_removed", itemId: command.itemId });
};

export function courseOf(state: AgendaState, itemId: ItemId): ItemCourse {
  return state.course[itemId] ?? { state: "planned" };
}

function isOver(course: ItemCourse): boolean {
  return ["concluded", "postponed", "withdrawn"].includes(course.state);
}

const callItem: Decide<"item.call"> = (setting, state, command) => {
  if (state.items[command.itemId] === undefined) return refuse("agenda.item_unknown");
  if (!setting.isPublished(command.itemId)) return refuse("item.not_published");
  const current = currentItem(state);
  if (current === command.itemId) return refuse("item.not_callable");
  if (current !== null) return refuse("item.another_is_current");
  const course = courseOf(state, command.itemId);
  if (course.state !== "planned" && course.state !== "suspended")
    return refuse("item.not_callable");
  return accept<AgendaEvent>({ type: "item.called", itemId: command.itemId });
};

const suspendItem: Decide<"item.suspend"> = (setting, state, command) => {
  if (state.items[command.itemId] === undefined) return refuse("agenda.item_unknown");
  if (courseOf(state, command.itemId).state !== "current") return refuse("item.not_current");
  if (setting.hasRunningBallot(command.itemId)) return refuse("item.ballot_running");
  return accept<AgendaEvent>({ type: "item.suspended", itemId: command.itemId });
};

const concludeItem: Decide<"item.conclude"> = (setting, state, command) => {
  const item = state.items[command.itemId];
  if (item === undefined) return refuse("agenda.item_unknown");
  if (courseOf(state, command.itemId).state !== "current") return refuse("item.not_current");
  if (setting.hasRunningBallot(command.itemId)) return refuse("item.ballot_running");
  if (command.outcome === "not_adopted" && command.resubmitBy === null)
    return refuse("item.resubmission_date_missing");
  return accept<AgendaEvent>({
    type: "item.concluded",
    itemId: command.itemId,
    outcome: command.outcome,
    resubmitBy: command.resubmitBy,
    sealed: { conclusion: command.conclusion },
  });
};

function setAside(type: "item.postponed" | "item.withdrawn") {
  return (
    setting: AgendaSetting,
    state: AgendaState,
    command: AgendaCommands["item.postpone" | "item.withdraw"],
  ): Decided => {
    if (state.items[command.itemId] === undefined) return refuse("agenda.item_unknown");
    const course = courseOf(state, command.itemId);
    if (isOver(course)) return refuse("item.concluded");
    if (setting.hasRunningBallot(command.itemId)) return refuse("item.ballot_running");
    return accept<AgendaEvent>({
      type,
      itemId: command.itemId,
      sealed: { reason: command.reason },
    });
  };
}

const reopenItem: Decide<"item.reopen"> = (_setting, state, command) => {
  if (state.items[command.itemId] === undefined) return refuse("agenda.item_unknown");
  if (!isOver(courseOf(state, command.itemId))) return refuse("item.not_concluded");
  return accept<AgendaEvent>({
    type: "item.reopened",
    itemId: command.itemId,
    sealed: { reason: command.reason },
  });
};

const deciders: Deciders<
  AgendaCommands,
  AgendaSetting,
  AgendaState,
  unknown,
  AgendaEvent,
  AgendaRefusal
> = {
  "agenda.add_item": addItem,
  "agenda.edit_item": editItem,
  "agenda.move_item": moveItem,
  "agenda.remove_item": removeItem,
  "item.call": callItem,
  "item.suspend": suspendItem,
  "item.conclude": concludeItem,
  "item.postpone": setAside("item.postponed"),
  "item.withdraw": setAside("item.withdrawn"),
  "item.reopen": reopenItem,
};

/** Decides a command on the agenda. */
export function decideAgenda(
  setting: AgendaSetting,
  state: AgendaState,
  command: AgendaCommands[keyof AgendaCommands],
): Decided {
  return decideBy(deciders, setting, state, command, undefined);
}
