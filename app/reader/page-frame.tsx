import { PanelRightOpen } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "../ui";
import { AsideParts, ExtraParts, usePanels } from "./extras";
import { Rail } from "./rail";
import { useReading } from "./reading";
import { ItemScrubber } from "./scrubbers";
import { PanelsButton, SidePanel } from "./side-panel";
import { ReaderToolbar } from "./toolbar";
import { ToolsBelow } from "./tools-below";
import { useBrowserLayoutEffect } from "./use-layout";

/**
 * A paper on a page of its own: rail 144, desk, panel 328. Held upright, or where there is less room, rail and panel
 * come as sheets and the tools lie under the thumbs.
 */
export function PageFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("reader");
  const frame = useRef<HTMLDivElement>(null);
  const isNarrow = useNarrow(frame);
  const { panel } = useReading();
  const isPanelOpen = panel.isOpen ?? true;
  const hasPanels = usePanels().length > 0;
  return (
    <div ref={frame} className="group/frame flex h-full [container:reader-page/inline-size]">
      {isNarrow ? (
        <AsideParts as="sheet" />
      ) : (
        <>
          <div data-aside className="contents">
            <AsideParts as="aside" />
          </div>
          {/* narrow, and not measured yet: the server cannot know */}
          <div className="contents group-has-[[data-aside]>*]/frame:hidden @max-[999px]/reader-page:hidden">
            <Rail />
          </div>
        </>
      )}
      <div className="@container/reader flex min-w-0 flex-1 flex-col">
        <ReaderToolbar
          toolsBelow={isNarrow}
          trailing={
            isNarrow ? (
              <PanelsButton withRail />
            ) : (
              hasPanels &&
              !isPanelOpen && (
                <IconButton
                  icon={PanelRightOpen}
                  label={t("showPanel")}
                  onPress={() => panel.open(true)}
                />
              )
            )
          }
        />
        <ExtraParts part="Bar" />
        {children}
        {isNarrow && <ItemScrubber />}
        {/* beside a wide list of results the bar is too short for them as well */}
        <div
          className={
            isNarrow
              ? "contents"
              : "hidden @max-[652px]:block group-has-[[data-aside]>*]/frame:block"
          }
        >
          <ToolsBelow />
        </div>
      </div>
      {!isNarrow && hasPanels && isPanelOpen && (
        <div className="contents group-has-[[data-aside]>*]/frame:hidden @max-[999px]/reader-page:hidden">
          <SidePanel />
        </div>
      )}
    </div>
  );
}

const leastForPanels = 1_000;

/** Asked of the frame itself, not of the device: a window may be a third of a screen. */
function useNarrow(frame: React.RefObject<HTMLDivElement>): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useBrowserLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setNarrow(element.clientWidth < leastForPanels);
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, [frame]);
  return isNarrow;
}
