/** How the agenda changes by what happened. */
import type { ItemId } from "../ids";
import { type Evolvers, evolveBy, omit, type Recorded } from "../stream";
import type { Instant } from "../text";
import { courseOf } from "./decide";
import type { AgendaEvent } from "./events";
import type { AgendaState, Item, ItemCourse } from "./item";
import { inserted, moved, removed, siblings } from "./order";

export const emptyAgenda: AgendaState = { items: {}, order: [], orderEdition: 0, course: {} };

function withItem(state: AgendaState, item: Item): AgendaState {
  return { ...state, items: { ...state.items, [item.itemId]: item } };
}

function withCourse(state: AgendaState, itemId: ItemId, course: ItemCourse): AgendaState {
  return { ...state, course: { ...state.course, [itemId]: course } };
}

/** Milliseconds that the item was current, up to `at`. */
export function spentMs(course: ItemCourse, at: Instant): number {
  if (course.state === "current")
    return course.spentMs + (Date.parse(at) - Date.parse(course.since));
  if (course.state === "suspended" || course.state === "concluded") return course.spentMs;
  return 0;
}

const evolvers: Evolvers<AgendaEvent, AgendaState> = {
  "agenda.item_added": (state, event) => {
    const item = { itemId: event.itemId, ...event.content, ...event.sealed, edition: 1 };
    const last = siblings(state.order, event.parent).length;
    return {
      ...withItem(state, item),
      order: inserted(state.order, event.itemId, event.parent, last),
      orderEdition: state.orderEdition + 1,
    };
  },
  "agenda.item_edited": (state, event) => {
    const before = state.items[event.itemId];
    if (before === undefined) return state;
    const item = { itemId: event.itemId, ...event.content, ...event.sealed };
    return withItem(state, { ...item, edition: before.edition + 1 });
  },
  "agenda.item_moved": (state, event) => ({
    ...state,
    order: moved(state.order, event.itemId, event.parent, event.position),
    orderEdition: state.orderEdition + 1,
  }),
  "agenda.item_removed": (state, event) => {
    let items: AgendaState["items"] = state.items;
    for (const itemId of [event.itemId, ...siblings(state.order, event.itemId)])
      items = omit(items, itemId);
    return {
      ...state,
      items,
      order: removed(state.order, event.itemId),
      orderEdition: state.orderEdition + 1,
    };
  },
  "item.called": (state, event, { at }) =>
    withCourse(state, event.itemId, {
      state: "current",
      since: at,
      spentMs: spentMs(courseOf(state, event.itemId), at),
    }),
  "item.suspended": (state, event, { at }) =>
    withCourse(state, event.itemId, {
      state: "suspended",
      spentMs: spentMs(courseOf(state, event.itemId), at),
    }),
  "item.concluded": (state, event, { at }) =>
    withCourse(state, event.itemId, {
      state: "concluded",
      outcome: event.outcome,
      conclusion: event.sealed.conclusion,
      resubmitBy: event.resubmitBy,
      at,
      spentMs: spentMs(courseOf(state, event.itemId), at),
    }),
  "item.postponed": (state, event, { at }) =>
    withCourse(state, event.itemId, { state: "postponed", reason: event.sealed.reason, at }),
  "item.withdrawn": (state, event, { at }) =>
    withCourse(state, event.itemId, { state: "withdrawn", reason: event.sealed.reason, at }),
  "item.reopened": (state, event, { at }) =>
    withCourse(state, event.itemId, {
      state: "suspended",
      spentMs: spentMs(courseOf(state, event.itemId), at),
    }),
};

export function evolveAgenda(state: AgendaState, recorded: Recorded<AgendaEvent>): AgendaState {
  return evolveBy(evolvers, state, recorded);
}
