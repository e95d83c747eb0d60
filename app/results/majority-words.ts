import { useTranslations } from "use-intl";
import type { MajorityRule } from "../../domain/bodies";

/** A majority rule as a sentence: "Quá nửa tổng số thành viên có quyền biểu quyết". */
export function useMajorityWords(): (rule: MajorityRule) => string {
  const t = useTranslations("ballots.majority");
  return ({ base, threshold }) => {
    const whole = t(`base.${base}`);
    const { comparison, numerator, denominator } = threshold;
    if (comparison === "more_than" && numerator * 2 === denominator) {
      return t("halfMore", { base: whole });
    }
    return t(comparison, { fraction: `${numerator}/${denominator}`, base: whole });
  };
}
