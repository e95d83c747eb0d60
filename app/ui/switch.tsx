import type { ReactNode } from "react";
import { Switch as AriaSwitch } from "react-aria-components";

/** On or off, at once. The knob's place and the filling say which; its words are the whole row's name. */
export function Switch({
  children,
  isSelected,
  onChange,
  label,
}: {
  /** what stands before the knob */
  children?: ReactNode;
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  /** where the words before it do not name it */
  label?: string;
}) {
  return (
    <AriaSwitch
      isSelected={isSelected}
      onChange={onChange}
      {...(label === undefined ? {} : { "aria-label": label })}
      className="group flex min-h-11 cursor-pointer items-center gap-3 text-body text-ink"
    >
      {children}
      <span className="ms-auto flex h-7 w-12 shrink-0 items-center rounded-full border-2 border-border-strong bg-surface-2 px-0.5 transition-colors duration-120 group-data-focus-visible:outline-3 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-[var(--focus-outer)] group-data-selected:border-primary group-data-selected:bg-primary">
        <span className="size-5 rounded-full bg-border-strong transition-transform duration-120 group-data-selected:translate-x-5 group-data-selected:bg-on-solid" />
      </span>
    </AriaSwitch>
  );
}
