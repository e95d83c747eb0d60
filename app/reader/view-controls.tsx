import { EllipsisVertical, Hash, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton, PopoverOf, part } from "../ui";
import { BookmarkAct } from "./bookmarks";
import { ActParts } from "./extras";

const viewPanel = part(() => import("./view-panel"));

/** Everything about how the paper is shown, behind one button, whatever the width of the bar. */
export function ViewButton() {
  const t = useTranslations("reader");
  return (
    <PopoverOf
      part={viewPanel}
      label={t("view")}
      trigger={<IconButton icon={SlidersHorizontal} label={t("view")} />}
    >
      {({ View }, close) => <View onLeave={close} />}
    </PopoverOf>
  );
}

/** The last button of a short bar: what the bar has no room for, and how the paper is shown. */
export function MoreButton() {
  const t = useTranslations("reader");
  return (
    <PopoverOf
      part={viewPanel}
      label={t("more")}
      trigger={<IconButton icon={EllipsisVertical} label={t("more")} />}
    >
      {({ View }, close) => (
        <div className="grid gap-3">
          <div className="grid border-b border-border pb-2">
            <BookmarkAct as="row" onLeave={close} />
            <ActParts as="row" onLeave={close} />
          </div>
          <View onLeave={close} />
        </div>
      )}
    </PopoverOf>
  );
}

export function GoToPageButton() {
  const t = useTranslations("reader");
  return (
    <PopoverOf
      part={viewPanel}
      label={t("goToPage")}
      trigger={<IconButton icon={Hash} label={t("goToPage")} />}
    >
      {({ GoToPage }, close) => <GoToPage onGone={close} />}
    </PopoverOf>
  );
}
