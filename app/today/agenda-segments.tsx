import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import type { MeetingSummary } from "../../server/cabinet";
import { classes } from "../ui";

/** The agenda as a line: a piece per item, as long as it was planned; done solid, current hatched. */
export function AgendaSegments({ items }: { items: MeetingSummary["items"] }) {
  const t = useTranslations();
  const isDone = (state: MeetingSummary["items"][number]["state"]) =>
    state === "concluded" || state === "postponed" || state === "withdrawn";
  return (
    <ol
      aria-label={t("today.agendaProgress", {
        done: String(items.filter(({ state }) => isDone(state)).length),
        n: String(items.length),
      })}
      className="mt-3 flex gap-1"
    >
      {items.map((item) => (
        <li
          key={item.number}
          aria-label={t("today.segment", {
            n: item.number,
            state: t(`agenda.state.${item.state}`),
          })}
          // An item of no planned length is still seen.
          style={{ flexGrow: Math.max(8, item.minutes) }}
          className="basis-0 text-center"
        >
          <span
            className={classes(
              "block h-2 rounded-full border-[1.5px]",
              isDone(item.state) && "solid border-primary bg-primary",
              item.state === "current" &&
                "solid border-primary bg-[repeating-linear-gradient(115deg,var(--primary)_0_4px,var(--surface)_4px_8px)]",
              (item.state === "planned" || item.state === "suspended") &&
                "border-border-strong bg-surface",
            )}
          />
          <span
            className={classes(
              "mt-1 flex items-center justify-center gap-0.5 text-caption tabular-nums",
              item.state === "current" ? "font-[700] text-ink" : "text-on-primary-soft",
            )}
          >
            {isDone(item.state) && <Check aria-hidden className="size-3.5" />}
            {item.number}
          </span>
        </li>
      ))}
    </ol>
  );
}
