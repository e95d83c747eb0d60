/** What stands behind the buttons of the bar above a paper; it comes after the page. */
import { ALargeSmall, RotateCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button, Checkbox } from "../ui";
import { GoToPage } from "./go-to-page";
import { Leafing } from "./leafing";
import { useReader } from "./reader-context";
import { useReading } from "./reading";
import { changeSettings, useSettings } from "./settings";
import { Zooming } from "./zooming";

export { GoToPage };

/** Everything about how the paper is shown. */
export function View({ onLeave }: { onLeave: () => void }) {
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
