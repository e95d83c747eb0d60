import { useTranslations } from "use-intl";
import type { Day } from "../../domain/text";

/** “Hạn 24/11/2026”; null where the member set none. */
export function useDueWords(): (dueOn: Day | null) => string | null {
  const t = useTranslations("handovers");
  return (dueOn) => {
    if (dueOn === null) return null;
    const [year, month, day] = dueOn.split("-");
    return t("due", { day: `${day}/${month}/${year}` });
  };
}
