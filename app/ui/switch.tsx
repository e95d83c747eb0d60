import type { ReactNode } from "react";

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
    <label className="group relative flex min-h-11 cursor-pointer items-center gap-3 text-body text-ink">
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        checked={isSelected}
        aria-checked={isSelected}
        onChange={(event) => onChange(event.target.checked)}
        className="sr-only"
      />
      {children}
      <span className="ms-auto flex h-7 w-12 shrink-0 items-center rounded-full border-2 border-border-strong bg-surface-2 px-0.5 transition-colors duration-120 group-has-focus-visible:outline-3 group-has-focus-visible:outline-offset-2 group-has-focus-visible:outline-[var(--focus-outer)] group-has-checked:border-primary group-has-checked:bg-primary">
        <span className="size-5 rounded-full bg-border-strong transition-transform duration-120 group-has-checked:translate-x-5 group-has-checked:bg-on-solid" />
      </span>
    </label>
  );
}
