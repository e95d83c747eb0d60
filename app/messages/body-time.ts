import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Instant, instantOf } from "../../domain/text";

/** Instants as people of the body read them: always in the body's zone, whatever the device says. */
export type BodyTime = {
  /** 09:28 */
  time(at: Instant): string;
  /** 09:28 of today, else 09:28 ngày 25/11/2026; only where the page runs in the browser */
  recent(at: Instant): string;
  /** 09:28:03 */
  exactTime(at: Instant): string;
  /** 08:00–11:30 */
  span(from: Instant, to: Instant): string;
  /** 25/11/2026 */
  day(at: Instant): string;
  /** Thứ Tư, ngày 25 tháng 11 năm 2026 */
  longDay(at: Instant): string;
  /** Thứ Tư, 25/11/2026 */
  weekdayAndDay(at: Instant): string;
  /** 2026-11-25, for comparing days and for date fields */
  isoDay(at: Instant): string;
};

type Parts = Record<"year" | "month" | "day" | "hour" | "minute" | "second", string>;

/** Numbers come from one fixed locale and words from our messages, so that server and browser write the same. */
function partsIn(timeZone: string): (at: Instant) => Parts {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return (at) => {
    const found = new Map<string, string>();
    for (const { type, value } of format.formatToParts(new Date(at))) found.set(type, value);
    const part = (type: keyof Parts) => found.get(type) ?? "";
    return {
      year: part("year"),
      month: part("month"),
      day: part("day"),
      hour: part("hour"),
      minute: part("minute"),
      second: part("second"),
    };
  };
}

export function useBodyTime(timeZone: string): BodyTime {
  const t = useTranslations("time");
  return useMemo(() => {
    const read = partsIn(timeZone);
    const weekdayOf = ({ year, month, day }: Parts): string =>
      String(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay());
    const time = (at: Instant) => {
      const { hour, minute } = read(at);
      return `${hour}:${minute}`;
    };
    const day = (at: Instant) => {
      const parts = read(at);
      return `${parts.day}/${parts.month}/${parts.year}`;
    };
    const isoDay = (at: Instant) => {
      const parts = read(at);
      return `${parts.year}-${parts.month}-${parts.day}`;
    };
    return {
      time,
      recent: (at) =>
        isoDay(at) === isoDay(instantOf(new Date()))
          ? time(at)
          : t("timeOnDay", { time: time(at), day: day(at) }),
      exactTime: (at) => `${time(at)}:${read(at).second}`,
      span: (from, to) => `${time(from)}–${time(to)}`,
      day,
      longDay: (at) => {
        const parts = read(at);
        return t("longDay", {
          weekday: weekdayOf(parts),
          day: String(Number(parts.day)),
          month: String(Number(parts.month)),
          year: parts.year,
        });
      },
      weekdayAndDay: (at) => t("weekdayAndDay", { weekday: weekdayOf(read(at)), day: day(at) }),
      isoDay,
    };
  }, [timeZone, t]);
}

/** 1:05:12 or 3:07, from milliseconds; never negative. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  if (hours === 0) return `${minutes}:${two(seconds % 60)}`;
  return `${two(hours)}:${two(minutes)}:${two(seconds % 60)}`;
}
