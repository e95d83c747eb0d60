import { type HTMLInputTypeAttribute, type ReactNode, useId } from "react";
import { classes } from "./classes";
import { control, type FieldWords, isInvalid } from "./field";
import { useKeptValue } from "./kept-value";

type Props = FieldWords & {
  name?: string;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  maxLength?: number;
  autoComplete?: string;
  autoFocus?: boolean;
  placeholder?: string;
};

/** One line. 48 high; 56 on the sign-in page. */
export function TextField(
  props: Props & { type?: HTMLInputTypeAttribute; tall?: boolean; inside?: ReactNode },
) {
  const { type = "text", tall = false, inside } = props;
  const { attributes, frame } = useTextControl<HTMLInputElement>(props);
  return (
    <TextFrame {...frame}>
      <span className="relative block">
        <input
          {...attributes}
          type={type}
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
    </TextFrame>
  );
}

export function TextArea(props: Props & { rows?: number }) {
  const { rows = 3 } = props;
  const { attributes, frame } = useTextControl<HTMLTextAreaElement>(props);
  return (
    <TextFrame {...frame}>
      <textarea
        {...attributes}
        rows={rows}
        // as high as what is in it, where the browser can; never lower than its rows
        style={{ minHeight: `calc(${rows}lh + 1.25rem + 2px)` }}
        className={classes(control, "field-sizing-content max-h-80 px-3 py-2.5 text-body")}
      />
    </TextFrame>
  );
}

/** The browser's own control, which works before the page's scripts do; what is wrong with it is said by us. */
function useTextControl<Element extends HTMLInputElement | HTMLTextAreaElement>(props: Props) {
  const { label, help, error, hideLabel, isRequired = false } = props;
  const id = useId();
  const words = { label, help, error, hideLabel };
  const { onChange, ...typed } = useKeptValue<Element>(props);
  return {
    frame: { id, words },
    attributes: {
      ...typed,
      id,
      name: props.name,
      disabled: props.isDisabled,
      readOnly: props.isReadOnly,
      maxLength: props.maxLength,
      autoComplete: props.autoComplete,
      autoFocus: props.autoFocus,
      placeholder: props.placeholder ?? "",
      "aria-required": isRequired || undefined,
      "aria-invalid": isInvalid(words) || undefined,
      "aria-describedby": help !== undefined || isInvalid(words) ? `${id}-more` : undefined,
      onBlur: props.onBlur,
      onChange: (event: { currentTarget: Element }) => onChange(event.currentTarget.value),
    },
  };
}

/** A control by its id, with its name above and, below, help and what is wrong with it (`id-more`). */
function TextFrame({
  id,
  words: { label, help, error, hideLabel },
  children,
}: {
  id: string;
  words: FieldWords;
  children: ReactNode;
}) {
  const errors = typeof error === "string" ? [error] : (error ?? []);
  return (
    <div>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-1.5 block text-label text-ink"}>
        {label}
      </label>
      {children}
      <div id={`${id}-more`}>
        {help !== undefined && <p className="mt-1 text-caption text-muted">{help}</p>}
        {errors.length > 0 && (
          <p className="mt-1 text-small text-on-danger-soft">{errors.join(" ")}</p>
        )}
      </div>
    </div>
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
  const { kind, name, value, defaultValue, onChange, isRequired = false } = props;
  const { label, help, error, hideLabel } = props;
  const words = { label, help, error, hideLabel };
  const id = useId();
  return (
    <TextFrame id={id} words={words}>
      <input
        id={id}
        type={kind}
        name={name}
        required={isRequired}
        {...(value === undefined ? { defaultValue } : { value })}
        onChange={(event) => onChange?.(event.target.value)}
        aria-invalid={isInvalid(words)}
        aria-describedby={`${id}-more`}
        className={classes(control, "min-h-12 px-3 text-body tabular-nums")}
      />
    </TextFrame>
  );
}
