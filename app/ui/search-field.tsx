import { Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useId } from "react";
import { IconButton } from "./button";
import { control } from "./field";

/** Words to find, 52 high; what is typed stays until it is cleared. */
export function SearchField(props: {
  label: string;
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
  inputRef?: RefObject<HTMLInputElement>;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  name?: string;
  maxLength?: number;
  autoFocus?: boolean;
}) {
  const { label, clearLabel, value, onChange, inputRef, ...rest } = props;
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <span className="relative block">
        <Search
          aria-hidden
          className="pointer-events-none absolute start-4 top-1/2 size-5 -translate-y-1/2 text-muted"
        />
        <input
          {...rest}
          id={id}
          ref={inputRef}
          type="search"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          className={`${control} min-h-13 ps-12 pe-14 text-body [&::-webkit-search-cancel-button]:hidden`}
        />
        {value !== "" && (
          <span className="absolute inset-y-0 end-1 flex items-center">
            <IconButton
              icon={X}
              label={clearLabel}
              onPress={() => {
                onChange("");
                inputRef?.current?.focus();
              }}
            />
          </span>
        )}
      </span>
    </div>
  );
}
