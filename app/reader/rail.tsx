import { Bookmark, ListTree, RectangleVertical } from "lucide-react";
import { useTranslations } from "use-intl";
import { Tabs } from "../ui";
import { Bookmarks } from "./bookmarks";
import { Contents } from "./contents";
import { useRailPages } from "./extras";
import { PanelName } from "./panel-name";
import { Thumbnails } from "./thumbnails";

/** At the left of a paper, 144 wide: its pages, its contents, the reader's bookmarks. */
export function Rail() {
  const t = useTranslations("reader");
  return (
    <nav
      aria-label={t("rail")}
      className="flex w-36 shrink-0 flex-col border-e border-border bg-surface"
    >
      <Tabs compact fill label={t("rail")} pages={useRailTabs()} />
    </nav>
  );
}

/** @param onLeave when a page was chosen: a sheet closes then */
export function useRailTabs({ onLeave }: { onLeave?: () => void } = {}) {
  const t = useTranslations("reader");
  const added = useRailPages();
  return [
    {
      id: "pages",
      title: (
        <>
          <RectangleVertical aria-hidden className="size-5" />
          <span>{t("pages")}</span>
        </>
      ),
      content: <Thumbnails {...(onLeave && { onLeave })} />,
    },
    {
      id: "contents",
      title: (
        <>
          <ListTree aria-hidden className="size-5" />
          <span>{t("contents")}</span>
        </>
      ),
      content: <Contents {...(onLeave && { onLeave })} />,
    },
    {
      id: "bookmarks",
      title: (
        <>
          <Bookmark aria-hidden className="size-5" />
          <span>{t("bookmarks")}</span>
        </>
      ),
      content: <Bookmarks {...(onLeave && { onLeave })} />,
    },
    ...added.map((panel) => ({
      id: panel.id,
      title: <PanelName panel={panel} />,
      content: <panel.Body />,
    })),
  ];
}
