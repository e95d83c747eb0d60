import { useTranslations } from "use-intl";
import type { Quorum } from "../../domain/attendance";

/** In the middle of the table: how many are here, and how many it takes. */
export function PresenceFigure({ quorum }: { quorum: Quorum }) {
  const t = useTranslations("attendance");
  const { present, total, required } = quorum;
  const part = (n: number) => `${total === 0 ? 0 : (n / total) * 100}%`;
  return (
    <div className="w-full max-w-64">
      <p className="text-body text-muted">{t("present")}</p>
      <p className="tabular-nums">
        <span className="text-figure">{present}</span>
        <span className="text-h1 text-muted">/{total}</span>
      </p>
      <div aria-hidden className="mark relative mt-2 h-2 rounded-full bg-sunken">
        <div
          className={`h-full rounded-full ${quorum.quorate ? "bg-approve" : "bg-warn"}`}
          style={{ width: part(present) }}
        />
        <span className="absolute -top-1.5 h-5 w-0.5 bg-ink" style={{ left: part(required) }} />
      </div>
      <p className="mt-2 text-label">{t("minimum", { n: String(required) })}</p>
    </div>
  );
}
