import { useTranslations } from "use-intl";
import type { ItemView } from "../../domain/meetings";
import { useText } from "../messages/text";

/** The agenda's own items, without their parts. */
export function mainItems(items: readonly ItemView[]): ItemView[] {
  return items.filter(({ parent }) => parent === null);
}

export function partsOf(items: readonly ItemView[], item: ItemView): ItemView[] {
  return items.filter(({ parent }) => parent === item.itemId);
}

/** The item that is being debated now; a part counts before its item. */
export function currentItemOf(items: readonly ItemView[]): ItemView | null {
  const current = items.filter(({ course }) => course.state === "current");
  return current.find(({ parent }) => parent !== null) ?? current[0] ?? null;
}

export function isDone({ course }: ItemView): boolean {
  return (
    course.state === "concluded" || course.state === "postponed" || course.state === "withdrawn"
  );
}

/** The title as this viewer may know it. */
export function useItemTitle(): (item: Pick<ItemView, "title">) => string {
  const t = useTranslations("agenda");
  const text = useText();
  return ({ title }) => (title === null ? t("closedTitle") : text(title));
}

/** Milliseconds spent on the item so far, its current stretch included. */
export function spentOn({ course }: ItemView, nowMs: number): number {
  if (course.state === "current")
    return course.spentMs + Math.max(0, nowMs - Date.parse(course.since));
  if (course.state === "suspended" || course.state === "concluded") return course.spentMs;
  return 0;
}
