import { useLocale } from "use-intl";
import { type Bilingual, textIn } from "../../domain/text";

/** What somebody typed in two languages, in the reader's; glued where a line must not break. */
export function useText(): (value: Bilingual) => string {
  const locale = useLocale();
  return (value) => textIn(locale, value);
}
