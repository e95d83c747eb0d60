/** The numbered tree of an agenda: places, numbers, neighbours. */
import type { ItemId } from "../ids";
import type { AgendaState, ItemOrder } from "./item";

/** Where an item stands; null when it is not on the agenda. */
export function placeOf(
  order: ItemOrder,
  itemId: ItemId,
): { parent: ItemId | null; position: number } | null {
  for (const [position, entry] of order.entries()) {
    if (entry.itemId === itemId) return { parent: null, position };
    const part = entry.parts.indexOf(itemId);
    if (part >= 0) return { parent: entry.itemId, position: part };
  }
  return null;
}

/** The items of one level: the agenda's own (`parent` null) or the parts of one. */
export function siblings(order: ItemOrder, parent: ItemId | null): readonly ItemId[] {
  if (parent === null) return order.map((entry) => entry.itemId);
  return order.find((entry) => entry.itemId === parent)?.parts ?? [];
}

/** All items from first to last, each before its parts, with the number that people say: 2, 2.1. */
export function numbered(
  order: ItemOrder,
): readonly { itemId: ItemId; parent: ItemId | null; number: string }[] {
  return order.flatMap((entry, index) => [
    { itemId: entry.itemId, parent: null, number: `${index + 1}` },
    ...entry.parts.map((itemId, part) => ({
      itemId,
      parent: entry.itemId,
      number: `${index + 1}.${part + 1}`,
    })),
  ]);
}

export function currentItem(state: Pick<AgendaState, "course">): ItemId | null {
  for (const [itemId, course] of Object.entries(state.course))
    if (course.state === "current") return itemId as ItemId;
  return null;
}

export function inserted(
  order: ItemOrder,
  itemId: ItemId,
  parent: ItemId | null,
  position: number,
): ItemOrder {
  if (parent === null) return order.toSpliced(position, 0, { itemId, parts: [] });
  return order.map((entry) =>
    entry.itemId === parent
      ? { ...entry, parts: entry.parts.toSpliced(position, 0, itemId) }
      : entry,
  );
}

export function removed(order: ItemOrder, itemId: ItemId): ItemOrder {
  return order
    .filter((entry) => entry.itemId !== itemId)
    .map((entry) =>
      entry.parts.includes(itemId)
        ? { ...entry, parts: entry.parts.filter((part) => part !== itemId) }
        : entry,
    );
}

/** The same agenda with the item at another place; its parts go with it. */
export function moved(
  order: ItemOrder,
  itemId: ItemId,
  parent: ItemId | null,
  position: number,
): ItemOrder {
  const entry = order.find((candidate) => candidate.itemId === itemId);
  const rest = removed(order, itemId);
  if (parent === null && entry !== undefined) return rest.toSpliced(position, 0, entry);
  return inserted(rest, itemId, parent, position);
}
