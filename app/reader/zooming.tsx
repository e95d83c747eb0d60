import { Minus, MoveHorizontal, Plus, Scan } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "../ui";
import { percentOf, zoomStep } from "./layout";
import { useReader } from "./reader-context";

/** Smaller, larger, as wide as the desk, and whole pages. */
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
      <IconButton
        icon={Scan}
        label={t("fitPage")}
        pressed={desk.zoom === "page"}
        onPress={() => desk.zoomTo("page")}
      />
    </>
  );
}
