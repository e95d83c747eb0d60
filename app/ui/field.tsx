import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";

export const control =
  "w-full rounded-2 border-[length:var(--line)] border-border-strong bg-surface text-ink placeholder:text-subtle data-invalid:border-2 data-invalid:border-danger aria-invalid:border-2 aria-invalid:border-danger disabled:bg-surface-2 disabled:text-subtle";

/** What every field has around its control: name, help, and the reason it was refused, beside its cause. */
export type FieldWords = {
  label: string;
  help?: string | undefined;
  /** one or more sentences; the field keeps what was typed */
  error?: string | readonly string[] | undefined;
  hideLabel?: boolean | undefined;
};

export function FieldFrame({ words, children }: { words: FieldWords; children: ReactNode }) {
  const errors = typeof words.error === "string" ? [words.error] : (words.error ?? []);
  return (
    <>
      <Label className={words.hideLabel ? "sr-only" : "mb-1.5 block text-label text-ink"}>
        {words.label}
      </Label>
      {children}
      {words.help !== undefined && (
        <Text slot="description" className="mt-1 block text-caption text-muted">
          {words.help}
        </Text>
      )}
      {errors.length > 0 && (
        <FieldError className="mt-1 block text-small text-on-danger-soft">
          {errors.join(" ")}
        </FieldError>
      )}
    </>
  );
}

export function isInvalid(words: FieldWords): boolean {
  return words.error !== undefined && words.error.length > 0;
}
