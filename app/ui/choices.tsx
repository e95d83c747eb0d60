import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import {
  Checkbox as AriaCheckbox,
  RadioGroup as AriaRadioGroup,
  Label,
  Radio,
} from "react-aria-components";
import { classes } from "./classes";
import type { Choice } from "./select";

/** One of a few, each a card to press. */
export function RadioCards<Value extends string>(props: {
  label: string;
  hideLabel?: boolean;
  choices: readonly Choice<Value>[];
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  name?: string;
  columns?: 1 | 2 | 3;
}) {
  const {
    label,
    hideLabel = false,
    choices,
    value,
    defaultValue,
    onChange,
    name,
    columns = 1,
  } = props;
  return (
    <AriaRadioGroup
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      {...(name === undefined ? {} : { name })}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen) onChange?.(chosen.value);
      }}
    >
      <Label className={hideLabel ? "sr-only" : "mb-1.5 block text-label text-ink"}>{label}</Label>
      <div
        className={classes(
          "grid gap-2",
          columns === 2 && "grid-cols-2",
          columns === 3 && "grid-cols-3",
        )}
      >
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className="group flex min-h-12 cursor-pointer items-center gap-3 rounded-2 border border-border-strong bg-surface px-3 py-2 text-body text-ink data-focus-visible:outline-3 data-focus-visible:outline-offset-2 data-focus-visible:outline-[var(--focus-outer)] data-selected:border-2 data-selected:border-primary data-selected:bg-primary-soft"
          >
            <span className="grid size-5 shrink-0 place-items-center rounded-full border-2 border-border-strong group-data-selected:border-primary">
              <span className="size-2.5 rounded-full bg-transparent group-data-selected:bg-primary" />
            </span>
            <span className="min-w-0">
              {choice.label}
              {choice.detail !== undefined && (
                <span className="block text-caption text-muted">{choice.detail}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}

export function Checkbox(props: {
  children: ReactNode;
  isSelected?: boolean;
  defaultSelected?: boolean;
  isIndeterminate?: boolean;
  isDisabled?: boolean;
  onChange?: (selected: boolean) => void;
  name?: string;
  value?: string;
}) {
  const { children, ...rest } = props;
  return (
    <AriaCheckbox
      {...rest}
      className="group flex min-h-11 cursor-pointer items-center gap-3 text-body text-ink data-disabled:text-subtle"
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="grid size-6 shrink-0 place-items-center rounded-1 border-2 border-border-strong bg-surface text-on-solid group-data-focus-visible:outline-3 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-[var(--focus-outer)] group-data-selected:border-primary group-data-selected:bg-primary group-data-indeterminate:border-primary group-data-indeterminate:bg-primary">
            {isIndeterminate ? (
              <Minus aria-hidden className="size-4" strokeWidth={3} />
            ) : (
              isSelected && <Check aria-hidden className="size-4" strokeWidth={3} />
            )}
          </span>
          <span>{children}</span>
        </>
      )}
    </AriaCheckbox>
  );
}
