import { Minus, MoveHorizontal, Plus, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton, Popover } from "../ui";
import { percentOf, zoomStep } from "./layout";
import { GoToPage, Leafing } from "./leafing";
import { useReader } from "./reader-context";

/** Smaller, larger, and as wide as the desk. */
export function Zooming() {
  const t = useTranslations("reader");
  const { desk } = useReader();
  if (desk.layout === null) return null;
  const percent = percentOf(desk.layout.scale);
  return (
    <>
      <IconButton
        icon={Minus}
        label={t("zoomOut")}
        isDisabled={percent <= 50}
        onPress={() => desk.zoomTo(zoomStep(percent, -1))}
      />
      <span className="w-13 text-center text-small tabular-nums text-muted">
        {t("zoomPercent", { n: String(percent) })}
      </span>
      <IconButton
        icon={Plus}
        label={t("zoomIn")}
        isDisabled={percent >= 400}
        onPress={() => desk.zoomTo(zoomStep(percent, 1))}
      />
      <IconButton
        icon={MoveHorizontal}
        label={t("fitWidth")}
        pressed={desk.zoom === "fit"}
        onPress={() => desk.zoomTo("fit")}
      />
    </>
  );
}

/** Everything about how the paper is shown, behind one button, whatever the width of the bar. */
export function ViewButton() {
  const t = useTranslations("reader");
  return (
    <Popover label={t("view")} trigger={<IconButton icon={SlidersHorizontal} label={t("view")} />}>
      {(close) => (
        <div className="grid gap-3">
          <div className="flex items-center justify-between">
            <Zooming />
          </div>
          <div className="flex items-center justify-between border-t border-border pt-3">
            <Leafing />
          </div>
          <GoToPage onGone={close} />
        </div>
      )}
    </Popover>
  );
}
