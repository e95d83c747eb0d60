import { Minus, Plus } from "lucide-react";
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Button,
  Group,
  Input,
} from "react-aria-components";
import { useTranslations } from "use-intl";
import { classes } from "./classes";
import { control, FieldFrame, type FieldWords, isInvalid } from "./field";

/** A whole number with buttons at both ends, for fingers. */
export function NumberField(
  props: FieldWords &
    Pick<
      AriaNumberFieldProps,
      | "name"
      | "value"
      | "defaultValue"
      | "onChange"
      | "minValue"
      | "maxValue"
      | "step"
      | "isDisabled"
    >,
) {
  const { label, help, error, hideLabel, ...rest } = props;
  const t = useTranslations("ui");
  const words = { label, help, error, hideLabel };
  const step =
    "inline-grid w-11 shrink-0 place-items-center text-muted hover:bg-surface-2 disabled:text-subtle";
  return (
    <AriaNumberField
      {...rest}
      isInvalid={isInvalid(words)}
      validationBehavior="aria"
      className="block"
    >
      <FieldFrame words={words}>
        <Group
          className={classes(
            control,
            "flex min-h-12 overflow-hidden focus-within:border-primary data-disabled:bg-surface-2 data-disabled:text-subtle",
          )}
        >
          <Button slot="decrement" aria-label={t("decrease", { name: label })} className={step}>
            <Minus aria-hidden className="size-4" />
          </Button>
          <Input className="w-full min-w-0 bg-transparent text-center text-body tabular-nums" />
          <Button slot="increment" aria-label={t("increase", { name: label })} className={step}>
            <Plus aria-hidden className="size-4" />
          </Button>
        </Group>
      </FieldFrame>
    </AriaNumberField>
  );
}
