/** How the review speaks of a mark, and why it asks. Never by a score. */
import { useTranslations } from "use-intl";
import type { Placement } from "../../domain/marks";
import { type ReviewedMark, wordsOf } from "./review";

export function useMarkTitle(): (mark: ReviewedMark) => string {
  const t = useTranslations("changes");
  return ({ placed: { mark } }) => {
    const words = wordsOf(mark.anchor);
    if (words === null) return t(`kind.${mark.kind}`);
    return mark.anchor.type === "text" ? t("quote", { words }) : t(`near.${mark.kind}`, { words });
  };
}

export function useReason(): (placement: Placement) => string {
  const t = useTranslations("changes.reason");
  return ({ reason, candidates }) => {
    if (reason === null) return "";
    if (reason.type === "repeated") return t("repeated", { n: reason.count });
    const places = candidates.length > 0 ? t("places", { n: candidates.length }) : null;
    return [t(reason.type), places].filter(Boolean).join(" · ");
  };
}
