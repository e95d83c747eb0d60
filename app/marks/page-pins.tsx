import { Check, MessageSquareText } from "lucide-react";
import { memo, useMemo } from "react";
import type { Thread } from "../../domain/marks";
import { type PageLayerProps, useReader } from "../reader/reader-context";
import { classes } from "../ui";
import { boundsOn, placeOf } from "./anchors";
import type { DrawnMark } from "./drawn-marks";
import { useMarkDesk, usePageMarks } from "./mark-desk";
import { useMarkWords } from "./mark-words";
import { hasPin, remarksOf } from "./threads-shown";
import { notesPanel, useTooling } from "./tooling";
import { useWriting } from "./use-writing";

const pinHeight = 32;
const pinGap = 4;
/** Room that a pin needs beside the paper. */
const pinRoom = 60;

/**
 * Every mark of a page as something one can come to: with remarks a pin in the margin, else a frame that is seen only
 * while it has the focus. In the order of the page.
 */
export function PagePins({ page, width, scale }: PageLayerProps) {
  const marks = usePageMarks(page);
  const { threads, isMine } = useMarkDesk();
  const { selected, select } = useTooling();
  const { desk, showPanel } = useReader();
  const { remove } = useWriting();
  const tops = useMemo(() => topsOf(marks, threads, page, scale), [marks, threads, page, scale]);
  if (marks.length === 0) return null;
  const room =
    (desk.scroller.current?.clientWidth ?? 0) - (desk.layout?.boxOf(page).left ?? 0) - width;
  const isBeside = room >= pinRoom;
  return marks.map((mark) => {
    const top = tops.get(mark.key);
    const isSelected = selected === mark.key;
    const act = {
      onOpen: () => {
        select(mark.key);
        showPanel(notesPanel);
      },
      onDelete: () => {
        if (isMine(mark)) remove(mark);
      },
    };
    const thread = threads.get(mark.key);
    return top === undefined || thread === undefined ? (
      <Handle
        key={mark.key}
        mark={mark}
        page={page}
        scale={scale}
        isSelected={isSelected}
        {...act}
      />
    ) : (
      <Pin
        key={mark.key}
        mark={mark}
        thread={thread}
        top={top}
        isBeside={isBeside}
        isSelected={isSelected}
        {...act}
      />
    );
  });
}

type Acts = { onOpen: () => void; onDelete: () => void };

function Pin({
  mark,
  thread,
  top,
  isBeside,
  isSelected,
  ...acts
}: Acts & {
  mark: DrawnMark;
  thread: Thread;
  top: number;
  isBeside: boolean;
  isSelected: boolean;
}) {
  const { nameOf } = useMarkWords();
  const count = remarksOf(thread);
  return (
    <button
      type="button"
      aria-label={nameOf(mark, thread)}
      aria-pressed={isSelected}
      {...handlers(acts)}
      // 44 for the finger around the 32 that are seen
      className={classes(
        "mark-pin absolute grid h-11 min-w-11 items-center",
        isBeside ? "start-full ms-2" : "end-0",
      )}
      style={{ top: top - 6 }}
    >
      <span
        className={classes(
          "flex h-8 items-center gap-1.5 rounded-2 rounded-es-none border px-2 text-small font-[650] tabular-nums",
          isSelected
            ? "border-primary bg-primary text-on-solid"
            : thread.resolved
              ? "border-border-strong bg-surface text-muted"
              : "border-warn bg-warn-soft text-on-warn-soft",
        )}
      >
        <MessageSquareText aria-hidden className="size-4.5" />
        {thread.resolved ? (
          <Check aria-hidden className={classes("size-4.5", !isSelected && "text-approve")} />
        ) : (
          count > 0 && count
        )}
      </span>
    </button>
  );
}

const Handle = memo(
  function Handle({
    mark,
    page,
    scale,
    isSelected,
    ...acts
  }: Acts & { mark: DrawnMark; page: number; scale: number; isSelected: boolean }) {
    const { nameOf } = useMarkWords();
    const bounds = boundsOn(mark.anchor, page);
    if (bounds === null || placeOf(mark.anchor).page !== page) return null;
    return (
      <button
        type="button"
        aria-label={nameOf(mark, null)}
        aria-pressed={isSelected}
        {...handlers(acts)}
        className={classes(
          "mark-handle !pointer-events-none",
          isSelected && "outline-2 outline-primary",
        )}
        style={{
          left: bounds.x * scale - 2,
          top: bounds.y * scale - 2,
          width: bounds.width * scale + 4,
          height: bounds.height * scale + 4,
        }}
      />
    );
  },
  // Acts are made anew with each picture; what they do depends on the mark alone.
  (before, after) =>
    before.mark === after.mark &&
    before.scale === after.scale &&
    before.isSelected === after.isSelected,
);

function handlers({ onOpen, onDelete }: Acts) {
  return {
    onClick: onOpen,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== "Delete" && event.key !== "Backspace") return;
      event.preventDefault();
      onDelete();
    },
  };
}

/** Each pin beside its mark, or under the one before it. */
function topsOf(
  marks: readonly DrawnMark[],
  threads: ReadonlyMap<string, Thread>,
  page: number,
  scale: number,
): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  let free = 0;
  for (const { key, anchor } of marks) {
    const place = placeOf(anchor);
    if (!hasPin(threads.get(key)) || place.page !== page) continue;
    const middle = (place.box.y + Math.min(place.box.height, 24) / 2) * scale;
    const top = Math.max(free, middle - pinHeight / 2);
    tops.set(key, top);
    free = top + pinHeight + pinGap;
  }
  return tops;
}
