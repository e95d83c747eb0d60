import { Bookmark, BookmarkCheck, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { Button, EmptyFace, IconButton, PlainButton } from "../ui";
import type { Marked } from "./private-notes.client";
import { type ActProps, useReader } from "./reader-context";
import { useReading } from "./reading";

function useBookmarks(): readonly Marked[] {
  const { notes } = useReading();
  return useSyncExternalStore(notes.subscribe, notes.bookmarks, notes.bookmarks);
}

/** Marks the page being read to find it again, or takes the mark away. */
export function BookmarkAct({ as, onLeave }: ActProps) {
  const t = useTranslations("reader");
  const { notes } = useReading();
  const { desk, versionId } = useReader();
  const isMarked = useBookmarks().some(({ page }) => page === desk.page);
  const icon = isMarked ? BookmarkCheck : Bookmark;
  const label = t(isMarked ? "removeBookmark" : "addBookmark");
  const toggle = () => {
    notes.toggle(versionId, desk.page);
    onLeave?.();
  };
  if (as === "icon")
    return <IconButton icon={icon} label={label} pressed={isMarked} onPress={toggle} />;
  return (
    <Button variant="quiet" size="40" icon={icon} onPress={toggle}>
      {label}
    </Button>
  );
}

/** The reader's own bookmarks in this paper, by page, with the words that the page begins with. */
export function Bookmarks({ onLeave }: { onLeave?: () => void }) {
  const t = useTranslations("reader");
  const { notes } = useReading();
  const { jump, packPage, text } = useReader();
  const marked = useBookmarks();
  if (marked.length === 0) {
    return (
      <EmptyFace icon={Bookmark} title={t("noBookmarks")}>
        {t("noBookmarksExplain")}
      </EmptyFace>
    );
  }
  return (
    <ul className="grid gap-0.5 p-1">
      {marked.map(({ versionId, page }) => {
        const number = packPage(page);
        return (
          <li key={page} className="flex items-start">
            <PlainButton
              onPress={() => {
                jump({ page });
                onLeave?.();
              }}
              className="grid min-h-11 min-w-0 flex-1 content-center rounded-2 px-2 py-1.5 text-start hover:bg-surface-2"
            >
              <span className="text-label tabular-nums">{t("pageShort", { n: number })}</span>
              <span className="line-clamp-2 text-caption font-[400] break-words text-muted">
                {firstWords(text?.pages[page - 1]?.text)}
              </span>
            </PlainButton>
            <IconButton
              icon={X}
              label={t("removeBookmarkOf", { n: number })}
              onPress={() => notes.toggle(versionId, page)}
            />
          </li>
        );
      })}
    </ul>
  );
}

function firstWords(text: string | undefined): string {
  const line = text?.split("\n").find((each) => each.trim().length > 3);
  return line?.trim().slice(0, 80) ?? "";
}
