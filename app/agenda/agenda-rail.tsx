import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { ItemId } from "../../domain/ids";
import type { ItemView } from "../../domain/meetings";
import { classes, PlainButton } from "../ui";
import { ItemTags } from "./item-tags";
import { isDone, mainItems, partsOf, useItemTitle } from "./items";

/**
 * The agenda beside the paper: a rail of 264 where there is room, numbers only where there is less,
 * and a strip above the paper on a narrow or upright screen. One list, laid out by the room's own width.
 */
export function AgendaRail({
  items,
  open,
  onOpen,
}: {
  items: readonly ItemView[];
  /** the item being read, which need not be the one being debated */
  open: ItemId | null;
  onOpen: (itemId: ItemId) => void;
}) {
  const t = useTranslations("agenda");
  const main = mainItems(items);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (open === null) return;
    // In the strip the open item may lie outside of what is seen.
    list.current
      ?.querySelector('[aria-current="true"]')
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [open]);
  return (
    <nav
      aria-label={t("title")}
      className="flex shrink-0 flex-col bg-surface room-wide:w-66 room-wide:border-e room-wide:border-border room-medium:w-16 room-medium:border-e room-medium:border-border room-narrow:h-25 room-narrow:border-b room-narrow:border-border"
    >
      <p className="hidden justify-between px-5 pt-3 pb-1 text-caption font-[400] text-muted room-wide:flex">
        <span>{t("title")}</span>
        <span>{t("count", { n: String(main.length) })}</span>
      </p>
      <ol
        ref={list}
        className="flex min-h-0 flex-1 gap-1 overflow-auto p-2 room-wide:flex-col room-medium:flex-col room-narrow:flex-row"
      >
        {main.map((item) => (
          <li key={item.itemId} className="contents">
            <RailRow
              item={item}
              parts={partsOf(items, item)}
              isOpen={
                item.itemId === open || partsOf(items, item).some((part) => part.itemId === open)
              }
              onOpen={onOpen}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function RailRow(props: {
  item: ItemView;
  parts: readonly ItemView[];
  isOpen: boolean;
  onOpen: (itemId: ItemId) => void;
}) {
  const { item, parts, isOpen, onOpen } = props;
  const t = useTranslations();
  const titleOf = useItemTitle();
  const title = titleOf(item);
  const isCurrent =
    item.course.state === "current" || parts.some(({ course }) => course.state === "current");
  const caption = [
    item.leadAgency,
    item.minutes > 0 ? t("time.minutes", { n: String(item.minutes) }) : null,
  ]
    .filter((word) => word !== null)
    .join(" · ");
  const hasTag =
    item.course.state !== "planned" ||
    item.treatment === "without_debate" ||
    item.closed ||
    item.grade !== null;
  return (
    <PlainButton
      current={isOpen}
      onPress={() => onOpen(item.itemId)}
      className={classes(
        "relative flex min-h-15 shrink-0 items-start gap-3 rounded-2 px-3 py-2 text-start -outline-offset-2 hover:bg-surface-2",
        "room-medium:justify-center room-medium:px-0 room-narrow:w-66 room-narrow:min-h-21",
        isCurrent &&
          "current bg-primary-soft text-on-primary-soft before:absolute before:inset-y-2 before:start-0 before:w-1 before:rounded-full before:bg-primary room-narrow:before:w-0.75",
        isOpen && !isCurrent && "outline-2 -outline-offset-2 outline-border-strong",
      )}
    >
      <span
        className={classes(
          "w-5 shrink-0 text-label tabular-nums room-medium:w-auto room-medium:py-2",
          isCurrent ? "text-on-primary-soft" : "text-muted",
        )}
      >
        <span className="sr-only">{t("agenda.item", { n: "" })}</span>
        {item.number}
      </span>
      <span className="min-w-0 flex-1 room-medium:sr-only">
        <span
          title={title}
          className={classes(
            "text-label",
            // what is debated now is read whole where there is room for it
            isCurrent
              ? "line-clamp-2 font-[650] room-wide:line-clamp-none"
              : "line-clamp-2 font-[450]",
            isDone(item) && "text-muted",
          )}
        >
          {title}
        </span>
        {hasTag ? (
          <span className="mt-1 flex flex-wrap gap-1.5">
            <ItemTags item={item} />
          </span>
        ) : (
          caption !== "" && (
            <span className="mt-0.5 block text-caption font-[400] text-muted">{caption}</span>
          )
        )}
      </span>
    </PlainButton>
  );
}
