import { PanelRight, PanelRightClose } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton, Sheet, Tabs } from "../ui";
import { usePanels } from "./extras";
import { PanelName } from "./panel-name";
import { useRailTabs } from "./rail";
import { useReading } from "./reading";
import type { ShownPanel } from "./use-shown-panel";

/** What is added at the right of a paper, 328 wide: notes, search, changes. */
export function SidePanel() {
  const t = useTranslations("reader");
  const { panel } = useReading();
  const pages = usePanelTabs();
  return (
    <aside
      aria-label={t("panels")}
      className="flex w-82 shrink-0 flex-col border-s border-border bg-surface"
    >
      <Tabs
        fill
        label={t("panels")}
        pages={pages}
        {...chosenAmong(pages, panel)}
        trailing={
          <IconButton
            icon={PanelRightClose}
            label={t("hidePanel")}
            onPress={() => panel.open(false)}
          />
        }
      />
    </aside>
  );
}

/** The same behind one button, where there is no room beside the paper. */
export function PanelsButton({ withRail }: { withRail: boolean }) {
  const t = useTranslations("reader");
  const { panel } = useReading();
  const panels = usePanelTabs();
  const rail = useRailTabs({ onLeave: () => panel.open(false) });
  const pages = withRail ? [...panels, ...rail] : panels;
  if (pages.length === 0) return null;
  return (
    <>
      <IconButton icon={PanelRight} label={t("panels")} onPress={() => panel.open(true)} />
      <Sheet title={t("panels")} isOpen={panel.isOpen ?? false} onClose={() => panel.open(false)}>
        <div className="flex h-full flex-col">
          <Tabs fill label={t("panels")} pages={pages} {...chosenAmong(pages, panel)} />
        </div>
      </Sheet>
    </>
  );
}

function chosenAmong(pages: readonly { id: string }[], { id, choose }: ShownPanel) {
  const chosen = pages.find((page) => page.id === id) ?? pages[0];
  return { onSelect: choose, ...(chosen && { selected: chosen.id }) };
}

function usePanelTabs() {
  return usePanels().map((panel) => ({
    id: panel.id,
    title: <PanelName panel={panel} />,
    content: <panel.Body />,
  }));
}
