import type { ReactNode } from "react";
import { AsideParts, ExtraParts } from "./extras";
import { PanelsButton } from "./side-panel";
import { ReaderToolbar } from "./toolbar";
import { ToolsBelow } from "./tools-below";

/** A paper within another screen: its bars above it, panels as sheets. */
export function CompactFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-full flex-col">
      <ReaderToolbar toolsBelow trailing={<PanelsButton withRail />} />
      <ExtraParts part="Bar" />
      {children}
      <ToolsBelow />
      <AsideParts as="sheet" />
    </div>
  );
}
