import { useTranslations } from "use-intl";
import { usePeople } from "../attendance";
import { useReader } from "../reader/reader-context";
import { Avatar, classes, PlainButton, Popover, Switch } from "../ui";
import { useReadings } from "./marks-store";
import { useOwnPresence } from "./own-presence";

/** Who else reads this paper now, in the bar; who and on which page behind it. Draws nothing while nobody does. */
export function PresenceTool() {
  const t = useTranslations("marks.presence");
  const service = useTranslations("marks")("service");
  const { nameOf } = usePeople();
  const { packPage } = useReader();
  const readings = useReadings();
  const { isHidden, change } = useOwnPresence();
  if (readings.length === 0) return null;
  const others = readings
    .map(({ personId, page }) => ({ personId, page, name: nameOf(personId) ?? service }))
    .sort((a, b) => a.page - b.page || a.name.localeCompare(b.name, "vi"));
  const names = others.map(({ name }) => name).join(", ");
  const shown = others.slice(0, 2);
  return (
    <Popover
      label={t("readers", { count: others.length })}
      trigger={
        <PlainButton
          label={t("readersNamed", { count: others.length, names })}
          className="flex min-h-11 min-w-11 items-center justify-center rounded-2 px-1.5 hover:bg-surface-2"
        >
          {shown.map(({ personId, name }, place) => (
            <span
              key={personId}
              className={classes(
                "-ms-1.5 rounded-full border-2 border-surface",
                place > 0 && "@max-[50rem]:hidden",
              )}
            >
              <Avatar name={name} size={32} />
            </span>
          ))}
          {others.length > shown.length && (
            <span aria-hidden className="ms-1 text-small tabular-nums @max-[50rem]:hidden">
              +{others.length - shown.length}
            </span>
          )}
          {others.length > 1 && (
            <span aria-hidden className="ms-1 hidden text-small tabular-nums @max-[50rem]:inline">
              +{others.length - 1}
            </span>
          )}
        </PlainButton>
      }
    >
      <div className="grid gap-3">
        <h2 className="text-label font-[650]">{t("readers", { count: others.length })}</h2>
        <ul className="grid max-h-72 gap-1 overflow-auto text-small">
          {others.map(({ personId, name, page }) => (
            <li key={personId} className="flex items-baseline justify-between gap-3">
              <span>{name}</span>
              <span className="shrink-0 text-muted tabular-nums">
                {t("onPage", { n: packPage(page) })}
              </span>
            </li>
          ))}
        </ul>
        <div className="border-t border-border pt-1">
          <Switch isSelected={isHidden === false} onChange={(isShown) => change(!isShown)}>
            <span className="text-label">{t("showMe")}</span>
          </Switch>
          <p className="text-caption text-muted">{t("explain")}</p>
        </div>
      </div>
    </Popover>
  );
}
