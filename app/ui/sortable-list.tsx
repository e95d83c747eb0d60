import { ChevronDown, ChevronUp, GripVertical } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button,
  DropIndicator,
  GridList,
  GridListItem,
  type Key,
  useDragAndDrop,
} from "react-aria-components";
import { useTranslations } from "use-intl";
import { IconButton } from "./button";
import { classes } from "./classes";
import { placeAmong, type Row, siblingsOf } from "./sorting";

export type SortableRow = Row & { name: string; content: ReactNode; actions?: ReactNode };

/**
 * Rows to put in order: by dragging (mouse or finger), by keyboard (Enter on the handle, arrows, Enter),
 * and by buttons. Parts move among their item's parts. The owner gives the order; a move is only asked for.
 */
export function SortableList({
  label,
  rows,
  selected,
  onSelect,
  onMove,
  isLocked = false,
}: {
  label: string;
  rows: readonly SortableRow[];
  selected?: string | null;
  onSelect?: (id: string) => void;
  /** `position` counts among the row's siblings without itself, from 0 */
  onMove: (id: string, position: number) => void;
  isLocked?: boolean;
}) {
  const t = useTranslations("ui");
  const place = (moved: Key, target: Key, where: "before" | "after" | "on") => {
    const position = placeAmong(rows, String(moved), String(target), where === "after");
    if (position !== null) onMove(String(moved), position);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys];
      if (moved !== undefined) place(moved, target.key, target.dropPosition);
    },
    renderDropIndicator: (target) => (
      <DropIndicator
        target={target}
        className="data-drop-target:h-0.5 data-drop-target:bg-primary"
      />
    ),
  });
  return (
    <GridList
      aria-label={label}
      items={rows}
      selectionMode={onSelect ? "single" : "none"}
      selectionBehavior="replace"
      selectedKeys={selected == null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === "all" ? [] : [...keys];
        if (key !== undefined) onSelect?.(String(key));
      }}
      {...(isLocked ? {} : { dragAndDropHooks })}
      dependencies={[selected, isLocked, rows]}
      className="outline-none"
    >
      {(row) => {
        const siblings = siblingsOf(rows, row.id);
        const at = siblings.findIndex(({ id }) => id === row.id);
        return (
          <GridListItem
            textValue={row.name}
            className={classes(
              "relative flex min-h-13 items-center gap-1 border-b border-border pe-2 -outline-offset-2 data-dragging:opacity-50",
              isLocked ? "ps-4" : "ps-1",
              row.within !== null && "ps-10",
              onSelect && "cursor-pointer",
              onSelect && row.id !== selected && "hover:bg-surface-2",
              row.id === selected &&
                "current bg-primary-soft before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-primary",
            )}
          >
            {!isLocked && (
              <Button
                slot="drag"
                aria-label={t("drag", { name: row.name })}
                className="grid h-11 w-7 shrink-0 pointer-coarse:w-11 cursor-grab place-items-center rounded-1 text-subtle"
              >
                <GripVertical aria-hidden className="size-4" />
              </Button>
            )}
            <div className="min-w-0 flex-1">{row.content}</div>
            {!isLocked && (
              <div className="flex shrink-0">
                <IconButton
                  icon={ChevronUp}
                  size="40"
                  label={`${t("moveUp")}: ${row.name}`}
                  isDisabled={at === 0}
                  onPress={() => onMove(row.id, at - 1)}
                />
                <IconButton
                  icon={ChevronDown}
                  size="40"
                  label={`${t("moveDown")}: ${row.name}`}
                  isDisabled={at === siblings.length - 1}
                  onPress={() => onMove(row.id, at + 1)}
                />
              </div>
            )}
            {row.actions}
          </GridListItem>
        );
      }}
    </GridList>
  );
}
