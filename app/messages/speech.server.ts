/** Both languages, for pages rendered on the server and for the titles that loaders hand to `meta`. */
import { createTranslator } from "use-intl/core";
import type { Locale } from "../../domain/text";
import { en } from "./en";
import type { Speech } from "./provider";
import { vi } from "./vi";

const speeches: Record<Locale, Speech> = {
  vi: { locale: "vi", messages: vi },
  en: { locale: "en", messages: en },
};

export function speechOf(locale: Locale): Speech {
  return speeches[locale];
}

/** A page's title from the narrow to the wide: `Kết quả biểu quyết · Phiên họp … · E-Cabinet`. */
export function pageTitle(locale: Locale, ...parts: (TitleKey | { text: string })[]): string {
  const messages: typeof vi.titles | typeof en.titles =
    speeches[locale].locale === "en" ? en.titles : vi.titles;
  const words = parts.map((part) => (typeof part === "string" ? messages[part] : part.text));
  return [...words.filter((word) => word !== ""), messages.product].join(" · ");
}

type TitleKey = keyof typeof vi.titles;

/** Sentences outside of a component, e.g. in a printed or plain-text answer. */
export function sentences(locale: Locale) {
  return createTranslator({ locale, messages: locale === "en" ? en : vi });
}
