import { type RefObject, useEffect, useRef, useState } from "react";

type Given = {
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
};

/**
 * Keeps what a password manager or the browser filled in before the page's scripts came alive: React would set the field
 * back to its default at the next render. What a person types then is kept by `app/shell/early-input.ts`.
 */
export function useKeptValue<Element extends HTMLInputElement | HTMLTextAreaElement>({
  value,
  defaultValue = "",
  onChange,
}: Given): { ref: RefObject<Element>; value: string; onChange: (value: string) => void } {
  const ref = useRef<Element>(null);
  const [typed, setTyped] = useState(defaultValue);
  useEffect(() => {
    const there = ref.current?.value;
    if (there) setTyped(there);
  }, []);
  return {
    ref,
    value: value ?? typed,
    onChange: (next) => {
      setTyped(next);
      onChange?.(next);
    },
  };
}
