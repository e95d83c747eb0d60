import { useTranslations } from "use-intl";
import type { Tally } from "../../domain/ballots";
import { entitledIn, segmentsOf } from "./threshold";

const looks: Record<keyof Tally, string> = {
  yes: "fill-approve",
  no: "fill-reject",
  abstain: "fill-abstain-soft stroke-abstain",
  not_answered: "fill-surface stroke-border-strong",
};

/** One unit per entitled member, with a notch where it is enough. */
export function ThresholdBar({ tally, required }: { tally: Tally; required: number }) {
  const t = useTranslations("ballots");
  const n = entitledIn(tally);
  const unit = n === 0 ? 0 : 300 / n;
  const gap = 1.5;
  return (
    <svg
      role="img"
      aria-label={t("bar", { yes: String(tally.yes), n: String(n), k: String(required) })}
      viewBox="-2 0 304 36"
      className="mark block w-full"
    >
      {segmentsOf(tally).map(({ of, from, units }) => (
        <rect
          key={of}
          x={from * unit + gap / 2}
          y={12}
          width={Math.max(1, units * unit - gap)}
          height={13}
          rx={3}
          className={looks[of]}
          strokeWidth={of === "yes" || of === "no" ? 0 : 1.4}
          {...(of === "abstain" ? { strokeDasharray: "3 2" } : {})}
        />
      ))}
      <g className="fill-ink stroke-ink">
        <path d={`M${required * unit} 5v28`} strokeWidth="2" />
        <path d={`M${required * unit - 5} 1h10l-5 6z`} strokeWidth="0" />
      </g>
    </svg>
  );
}
