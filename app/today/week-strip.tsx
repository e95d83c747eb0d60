import { useTranslations } from "use-intl";
import type { MeetingSummary } from "../../server/cabinet";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { classes } from "../ui";

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** Seven days from Monday, as `2026-11-23`. */
export function weekOf(today: string): string[] {
  const day = Date.parse(`${today}T00:00:00Z`);
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, index) =>
    new Date(day + (index - sinceMonday) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** This week at a glance: 88 high, today marked. */
export function WeekStrip(props: {
  /** in the body's zone */
  today: string;
  timeZone: string;
  meetings: readonly MeetingSummary[];
}) {
  const { today, timeZone, meetings } = props;
  const t = useTranslations();
  const text = useText();
  const { isoDay, time } = useBodyTime(timeZone);
  return (
    <ol
      aria-label={t("today.week")}
      className="grid grid-cols-7 overflow-hidden rounded-2 border border-border bg-surface max-sm:hidden"
    >
      {weekOf(today).map((day) => {
        const own = meetings.filter(({ info }) => isoDay(info.startsAt) === day);
        const first = own[0];
        const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
        const isPast = day < today;
        return (
          <li
            key={day}
            {...(day === today ? { "aria-current": "date" as const } : {})}
            className={classes(
              "min-h-22 border-e border-border px-2.5 py-2 last:border-e-0",
              day === today && "current border-t-3 border-t-primary bg-primary-soft",
            )}
          >
            <p className="flex items-baseline gap-2 text-caption">
              <span className="text-muted">
                {weekday !== undefined && t(`time.weekdayShort.${weekday}`)}
              </span>
              <span
                className={classes("text-body font-[700] tabular-nums", isPast && "text-muted")}
              >
                {Number(day.slice(8))}
              </span>
              {first !== undefined && (
                <span className="ms-auto tabular-nums text-muted">{time(first.info.startsAt)}</span>
              )}
            </p>
            {first === undefined ? (
              <p className="mt-1 text-caption font-[400] text-muted">{t("today.nothing")}</p>
            ) : (
              own.map((meeting) => (
                <p
                  key={meeting.meetingId}
                  className={classes(
                    "mt-1 line-clamp-2 text-caption",
                    isPast ? "font-[400] text-muted" : "font-[500]",
                    day === today && "font-[650] text-on-primary-soft",
                  )}
                >
                  {text(meeting.info.title)}
                </p>
              ))
            )}
          </li>
        );
      })}
    </ol>
  );
}
