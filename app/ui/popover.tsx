import type { ReactElement, ReactNode } from "react";
import { Popover as AriaPopover, Dialog, DialogTrigger } from "react-aria-components";

/** A small explanation beside the thing it explains. */
export function Popover({
  label,
  trigger,
  children,
}: {
  label: string;
  trigger: ReactElement;
  /** a function is told how to close it */
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover
        placement="bottom end"
        offset={6}
        className="fades z-popover w-80 max-w-[calc(100vw-2rem)] rounded-2 border border-border bg-surface shadow-float"
      >
        <Dialog aria-label={label} className="max-h-[inherit] overflow-auto p-4 outline-none">
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
