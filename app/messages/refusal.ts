import { useTranslations } from "use-intl";
import type { RefusalCode } from "../../domain/refusals";

/** The sentence for an expected "no"; every code has one (`refusals.ts`, checked by the compiler). */
export function useRefusalSentence(): (refusal: { code: RefusalCode }) => string {
  const t = useTranslations("refusals");
  return ({ code }) => t(code);
}
