import { Check, ChevronDown } from "lucide-react";
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import { useTranslations } from "use-intl";
import { classes } from "./classes";
import { control, FieldFrame, type FieldWords, isInvalid } from "./field";

export type Choice<Value extends string> = { value: Value; label: string; detail?: string };

/** One of a short list. `value` null is "nothing chosen yet". */
export function Select<Value extends string>(
  props: FieldWords & {
    choices: readonly Choice<Value>[];
    value?: Value | null;
    defaultValue?: Value;
    onChange?: (value: Value) => void;
    name?: string;
    placeholder?: string;
    isDisabled?: boolean;
  },
) {
  const {
    label,
    help,
    error,
    hideLabel,
    choices,
    value,
    defaultValue,
    onChange,
    name,
    placeholder,
  } = props;
  const t = useTranslations("ui");
  const words = { label, help, error, hideLabel };
  return (
    <AriaSelect
      {...(value === undefined ? {} : { selectedKey: value })}
      {...(defaultValue === undefined ? {} : { defaultSelectedKey: defaultValue })}
      {...(name === undefined ? {} : { name })}
      isDisabled={props.isDisabled ?? false}
      isInvalid={isInvalid(words)}
      validationBehavior="aria"
      placeholder={placeholder ?? t("select")}
      onSelectionChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen) onChange?.(chosen.value);
      }}
      className="block"
    >
      <FieldFrame words={words}>
        <Button
          className={classes(control, "flex min-h-12 items-center gap-2 px-3 text-start text-body")}
        >
          <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-subtle [&_[slot=description]]:hidden" />
          <ChevronDown aria-hidden className="size-5 shrink-0 text-muted" />
        </Button>
        <Popover
          offset={4}
          className="fades z-popover max-h-96 w-(--trigger-width) min-w-56 overflow-auto rounded-2 border border-border bg-surface p-1 shadow-float"
        >
          <ListBox
            items={choices.map((choice) => ({ id: choice.value, ...choice }))}
            className="outline-none"
          >
            {(choice) => <Option id={choice.id} label={choice.label} detail={choice.detail} />}
          </ListBox>
        </Popover>
      </FieldFrame>
    </AriaSelect>
  );
}

function Option(props: { id: string; label: string; detail: string | undefined }) {
  const { id, label, detail } = props;
  return (
    <ListBoxItem
      id={id}
      textValue={label}
      className="flex min-h-11 items-center gap-2 rounded-1 px-2.5 py-1.5 text-body text-ink data-focused:bg-primary-soft data-focused:outline-2 data-focused:outline-primary data-selected:font-[600]"
    >
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">
            {label}
            {detail !== undefined && (
              <span slot="description" className="block text-caption text-muted">
                {detail}
              </span>
            )}
          </span>
          {isSelected && <Check aria-hidden className="size-5 shrink-0 text-primary" />}
        </>
      )}
    </ListBoxItem>
  );
}
