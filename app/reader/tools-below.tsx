import { ActParts, ExtraParts } from "./extras";

/** The tools under the paper, with their words: where the bar above it has no room for them. */
export function ToolsBelow() {
  return (
    <div
      data-place="below"
      className="group/tools flex min-h-18 shrink-0 items-center justify-evenly border-t border-border bg-surface px-2 pb-[env(safe-area-inset-bottom)] empty:hidden"
    >
      <ExtraParts part="Tools" />
      <ActParts as="icon" />
    </div>
  );
}
