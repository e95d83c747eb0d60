import { useTranslations } from "use-intl";
import type { ItemView, SharedView } from "../../domain/meetings";
import { instantOf } from "../../domain/text";
import { ItemTags, spentOn, useItemTitle } from "../agenda";
import { useBodyTime } from "../messages/body-time";
import { Card, ProgressBar } from "../ui";

/** The item on the table: what it is for, who presents, and the minutes it has used. */
export function ItemCard(props: { item: ItemView; nowMs: number | null; shared: SharedView }) {
  const { item, nowMs, shared } = props;
  const t = useTranslations();
  const titleOf = useItemTitle();
  const { time } = useBodyTime(shared.timeZone);
  const spent = nowMs === null ? null : Math.floor(spentOn(item, nowMs) / 60_000);
  const left = spent === null ? null : item.minutes - spent;
  return (
    <Card className="flex flex-wrap items-start gap-x-8 gap-y-3 px-5 py-3.5">
      <div className="min-w-[min(24rem,100%)] flex-1">
        <p className="flex flex-wrap items-center gap-2 text-small text-muted">
          <ItemTags item={item} />
          <span>
            {[
              t("agenda.item", { n: item.number }),
              item.leadAgency,
              t(`agenda.purpose.${item.purpose}`),
            ]
              .filter((part) => part !== null)
              .join(" · ")}
          </span>
        </p>
        <h2 className="mt-1.5 text-h1">{titleOf(item)}</h2>
        {item.presenter !== null && (
          <p className="mt-1 text-small text-muted">
            {t("agenda.presenter", { name: item.presenter.name })}
          </p>
        )}
      </div>
      {spent !== null && item.minutes > 0 && (
        <div className="w-75 max-w-full">
          <p className="flex items-baseline justify-between text-small text-muted">
            <span>{t("chair.time")}</span>
            <span className="tabular-nums">
              <span className="text-h1 text-ink">{spent}</span> /{" "}
              {t("time.minutes", { n: String(item.minutes) })}
            </span>
          </p>
          <ProgressBar
            label={t("chair.time")}
            value={Math.min(spent, item.minutes)}
            max={item.minutes}
            valueText={t("chair.timeUsed", { spent: String(spent), planned: String(item.minutes) })}
          />
          <p className="mt-1 text-end text-small text-muted">
            {left !== null && left < 0 ? (
              <span className="text-danger">{t("chair.overTime", { n: String(-left) })}</span>
            ) : (
              left !== null &&
              nowMs !== null &&
              t("chair.expectedEnd", { time: time(instantOf(new Date(nowMs + left * 60_000))) })
            )}
          </p>
        </div>
      )}
    </Card>
  );
}
