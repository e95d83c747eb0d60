import {
  ALargeSmall,
  EllipsisVertical,
  Minus,
  MoveHorizontal,
  Plus,
  RotateCw,
  Scan,
  SlidersHorizontal,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { Button, Checkbox, IconButton, Popover } from "../ui";
import { BookmarkAct } from "./bookmarks";
import { ActParts } from "./extras";
import { percentOf, zoomStep } from "./layout";
import { GoToPage, Leafing } from "./leafing";
import { useReader } from "./reader-context";
import { useReading } from "./reading";
import { changeSettings, useSettings } from "./settings";

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

/** Two pages beside each other, dark paper, and pages that were scanned lying down. */
function Looks({ onLeave }: { onLeave: () => void }) {
  const t = useTranslations("reader");
  const { desk } = useReader();
  const { columns, night } = useSettings();
  const { beside, setFlowing } = useReading();
  return (
    <div className="grid border-t border-border pt-2">
      <Checkbox
        isSelected={columns === 2}
        onChange={(isOn) => changeSettings({ columns: isOn ? 2 : 1 })}
      >
        {t("twoPages")}
      </Checkbox>
      <Checkbox isSelected={night} onChange={(isOn) => changeSettings({ night: isOn })}>
        {t("night")}
      </Checkbox>
      {beside !== null && (
        <Checkbox
          isSelected={beside.isOpen}
          onChange={(isOn) => {
            beside.open(isOn);
            onLeave();
          }}
        >
          {t("readBeside")}
        </Checkbox>
      )}
      <Button variant="quiet" size="40" icon={RotateCw} onPress={desk.rotate}>
        {t("rotate")}
      </Button>
      <Button
        variant="quiet"
        size="40"
        icon={ALargeSmall}
        onPress={() => {
          setFlowing(true);
          onLeave();
        }}
      >
        {t("flowing")}
      </Button>
    </div>
  );
}

/** Everything about how the paper is shown, behind one button, whatever the width of the bar. */
export function ViewButton() {
  const t = useTranslations("reader");
  return (
    <Popover label={t("view")} trigger={<IconButton icon={SlidersHorizontal} label={t("view")} />}>
      {(close) => <View onLeave={close} />}
    </Popover>
  );
}

/** The last button of a short bar: what the bar has no room for, and how the paper is shown. */
export function MoreButton() {
  const t = useTranslations("reader");
  return (
    <Popover label={t("more")} trigger={<IconButton icon={EllipsisVertical} label={t("more")} />}>
      {(close) => (
        <div className="grid gap-3">
          <div className="grid border-b border-border pb-2">
            <BookmarkAct as="row" onLeave={close} />
            <ActParts as="row" onLeave={close} />
          </div>
          <View onLeave={close} />
        </div>
      )}
    </Popover>
  );
}

function View({ onLeave }: { onLeave: () => void }) {
  return (
    <div className="grid gap-3">
      <div className="flex items-center justify-between">
        <Zooming />
      </div>
      <Looks onLeave={onLeave} />
      <div className="flex items-center justify-between border-t border-border pt-3">
        <Leafing />
      </div>
      <GoToPage onGone={onLeave} />
    </div>
  );
}
