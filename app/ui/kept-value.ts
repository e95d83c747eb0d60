import { type RefObject, useEffect, useRef, useState } from "react";

type Given = {
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
};

/**
 * Keeps what was typed, or filled in by a password manager, before the page's scripts came alive: the library would
 * set the field back to its default at the next render.
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
