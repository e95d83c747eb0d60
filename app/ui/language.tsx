import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import type { Locale } from "../../domain/text";

/** Exact tags, because numbers and collation follow them: 1.234 in Vietnamese, 1,234 in English. */
export const languageTags: Record<Locale, string> = { vi: "vi-VN", en: "en-GB" };

export function ControlsLanguage({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <I18nProvider locale={languageTags[locale]}>{children}</I18nProvider>;
}
