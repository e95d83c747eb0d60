import type { ReactNode, RefObject } from "react";
import { Popover as AriaPopover, Dialog } from "react-aria-components";

export function PopoverLayer(props: {
  id: string;
  label: string;
  trigger: RefObject<Element>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { id, label, trigger, onClose, children } = props;
  return (
    <AriaPopover
      triggerRef={trigger}
      trigger="DialogTrigger"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      placement="bottom end"
      offset={6}
      className="fades z-popover w-80 max-w-[calc(100vw-2rem)] rounded-2 border border-border bg-surface shadow-float"
    >
      <Dialog id={id} aria-label={label} className="max-h-[inherit] overflow-auto p-4 outline-none">
        {children}
      </Dialog>
    </AriaPopover>
  );
}
