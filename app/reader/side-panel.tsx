import { PanelRight, PanelRightClose } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton, Sheet, Tabs } from "../ui";
import { usePanels } from "./extras";
import { PanelName } from "./panel-name";
import { useRailTabs } from "./rail";

/** What is added at the right of a paper, 328 wide: notes, search, changes. */
export function SidePanel({ onFold }: { onFold: () => void }) {
  const t = useTranslations("reader");
  return (
    <aside
      aria-label={t("panels")}
      className="flex w-82 shrink-0 flex-col border-s border-border bg-surface"
    >
      <Tabs
        fill
        label={t("panels")}
        pages={usePanelTabs()}
        trailing={<IconButton icon={PanelRightClose} label={t("hidePanel")} onPress={onFold} />}
      />
    </aside>
  );
}

/** The same behind one button, where there is no room beside the paper. */
export function PanelsButton({ withRail }: { withRail: boolean }) {
  const t = useTranslations("reader");
  const [isOpen, setOpen] = useState(false);
  const panels = usePanelTabs();
  const rail = useRailTabs({ onLeave: () => setOpen(false) });
  const pages = withRail ? [...panels, ...rail] : panels;
  if (pages.length === 0) return null;
  return (
    <>
      <IconButton icon={PanelRight} label={t("panels")} onPress={() => setOpen(true)} />
      <Sheet title={t("panels")} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="flex h-full flex-col">
          <Tabs fill label={t("panels")} pages={pages} />
        </div>
      </Sheet>
    </>
  );
}

function usePanelTabs() {
  return usePanels().map((panel) => ({
    id: panel.id,
    title: <PanelName panel={panel} />,
    content: <panel.Body />,
  }));
}
