import { type ReactNode, useId } from "react";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  TextArea as Lines,
} from "react-aria-components";
import { classes } from "./classes";
import { control, FieldFrame, type FieldWords, isInvalid } from "./field";
import { useKeptValue } from "./kept-value";

type Props = FieldWords &
  Pick<
    AriaTextFieldProps,
    | "name"
    | "value"
    | "defaultValue"
    | "onChange"
    | "onBlur"
    | "isRequired"
    | "isDisabled"
    | "isReadOnly"
    | "maxLength"
    | "autoComplete"
    | "autoFocus"
    | "type"
  > & { placeholder?: string };

/** One line. 48 high; 56 on the sign-in page. */
export function TextField(props: Props & { tall?: boolean; inside?: ReactNode }) {
  const { label, help, error, hideLabel, placeholder = "", tall = false, inside, ...given } = props;
  const { defaultValue: _kept, ...rest } = given;
  const words = { label, help, error, hideLabel };
  const { ref, ...typed } = useKeptValue<HTMLInputElement>(given);
  return (
    <AriaTextField
      {...rest}
      {...typed}
      isInvalid={isInvalid(words)}
      validationBehavior="aria"
      className="block"
    >
      <FieldFrame words={words}>
        <span className="relative block">
          <Input
            ref={ref}
            placeholder={placeholder}
            autoCapitalize="off"
            className={classes(
              control,
              tall ? "min-h-14 px-4 text-body" : "min-h-12 px-3 text-body",
              inside != null && "pe-24",
            )}
          />
          {inside != null && (
            <span className="absolute inset-y-0 end-1 flex items-center">{inside}</span>
          )}
        </span>
      </FieldFrame>
    </AriaTextField>
  );
}

export function TextArea(props: Props & { rows?: number }) {
  const { label, help, error, hideLabel, placeholder = "", rows = 3, ...given } = props;
  const { defaultValue: _kept, ...rest } = given;
  const words = { label, help, error, hideLabel };
  const { ref, ...typed } = useKeptValue<HTMLTextAreaElement>(given);
  return (
    <AriaTextField
      {...rest}
      {...typed}
      isInvalid={isInvalid(words)}
      validationBehavior="aria"
      className="block"
    >
      <FieldFrame words={words}>
        <Lines
          ref={ref}
          placeholder={placeholder}
          rows={rows}
          // as high as what is in it, where the browser can; never lower than its rows
          style={{ minHeight: `calc(${rows}lh + 1.25rem + 2px)` }}
          className={classes(control, "field-sizing-content max-h-80 px-3 py-2.5 text-body")}
        />
      </FieldFrame>
    </AriaTextField>
  );
}

/** A day or a moment by the browser's own picker, which works on every tablet and without scripts. */
export function MomentField(
  props: FieldWords & {
    kind: "date" | "datetime-local" | "time";
    name?: string;
    value?: string;
    defaultValue?: string;
    onChange?: (value: string) => void;
    isRequired?: boolean;
  },
) {
  const {
    label,
    help,
    error,
    kind,
    name,
    value,
    defaultValue,
    onChange,
    isRequired = false,
  } = props;
  const id = useId();
  const errors = typeof error === "string" ? [error] : (error ?? []);
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-label text-ink">
        {label}
      </label>
      <input
        id={id}
        type={kind}
        name={name}
        required={isRequired}
        {...(value === undefined ? { defaultValue } : { value })}
        onChange={(event) => onChange?.(event.target.value)}
        aria-invalid={errors.length > 0}
        aria-describedby={`${id}-more`}
        className={classes(control, "min-h-12 px-3 text-body tabular-nums")}
      />
      <div id={`${id}-more`}>
        {help !== undefined && <p className="mt-1 text-caption text-muted">{help}</p>}
        {errors.length > 0 && (
          <p className="mt-1 text-small text-on-danger-soft">{errors.join(" ")}</p>
        )}
      </div>
    </div>
  );
}
