import type { LucideIcon } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  Popover,
  Separator,
} from "react-aria-components";
import { classes } from "../classes";

export type MenuEntry = {
  id: string;
  label: string;
  icon?: LucideIcon;
  detail?: string;
  /** destructive: set apart at the end */
  danger?: boolean;
  isDisabled?: boolean;
  onAction: () => void;
};

export function MenuLayer(props: {
  id: string;
  label: string;
  trigger: RefObject<Element>;
  /** where the focus goes: true is the menu itself */
  autoFocus: boolean | "first" | "last";
  entries: readonly MenuEntry[];
  header?: ReactNode;
  onClose: () => void;
}) {
  const { id, label, trigger, autoFocus, entries, header, onClose } = props;
  const mild = entries.filter((entry) => !entry.danger);
  const dangerous = entries.filter((entry) => entry.danger);
  return (
    <Popover
      aria-label={label}
      triggerRef={trigger}
      trigger="MenuTrigger"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      placement="bottom end"
      offset={4}
      className="fades z-popover min-w-60 rounded-2 border border-border bg-surface p-1 shadow-float"
    >
      <AriaMenu
        id={id}
        aria-label={label}
        autoFocus={autoFocus}
        onClose={onClose}
        className="outline-none"
      >
        <MenuSection>
          {header !== undefined && (
            <Header className="px-3 py-2 text-small text-muted">{header}</Header>
          )}
          {mild.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </MenuSection>
        {dangerous.length > 0 && mild.length > 0 && (
          <Separator className="my-1 border-t border-border" />
        )}
        {dangerous.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </AriaMenu>
    </Popover>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  const { id, label, icon: Icon, detail, danger = false, isDisabled = false, onAction } = entry;
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      onAction={onAction}
      className={classes(
        "flex min-h-11 cursor-pointer items-center gap-3 rounded-1 px-3 py-1.5 text-body data-focused:bg-primary-soft data-focused:outline-2 data-focused:outline-primary data-disabled:cursor-default data-disabled:text-subtle",
        danger ? "text-danger" : "text-ink",
      )}
    >
      {Icon && <Icon aria-hidden className="size-5 shrink-0" />}
      <span>
        {label}
        {detail !== undefined && <span className="block text-caption text-muted">{detail}</span>}
      </span>
    </MenuItem>
  );
}
