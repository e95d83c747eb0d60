import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";

/** The words of a control that shows only a picture; the control names itself too, for those who cannot hover. */
export function Hint({ text, children }: { text: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {children}
      <Tooltip
        offset={6}
        className="fades z-toast max-w-72 rounded-1 bg-ink px-2 py-1 text-caption text-surface"
      >
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
