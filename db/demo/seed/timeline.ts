/** Dates of the demonstration, counted from the day it was seeded: the live meeting is always today's. */
import { Day, type Instant, instantOf } from "../../../domain/text";

export const demoTimeZone = "Asia/Ho_Chi_Minh";
/** the zone has no summer time */
const offsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;
const minuteMs = 60_000;

export type Timeline = {
  /** local wall time "08:02" or "08:02:30" so many days from today */
  at(days: number, time: string): Instant;
  day(days: number): Day;
  /** when the live session was to begin; the whole course is counted from it in minutes */
  liveStart: Instant;
  live(minutes: number): Instant;
};

export function timelineFrom(now: Date): Timeline {
  const localMidnight = Math.floor((now.getTime() + offsetMs) / dayMs) * dayMs - offsetMs;
  const at = (days: number, time: string): Instant => {
    const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
    return instantOf(
      new Date(localMidnight + days * dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1_000),
    );
  };
  const liveStart = startOfLive(now, localMidnight);
  return {
    at,
    day: (days) =>
      Day.parse(new Date(localMidnight + offsetMs + days * dayMs).toISOString().slice(0, 10)),
    liveStart: instantOf(new Date(liveStart)),
    live: (minutes) => instantOf(new Date(liveStart + minutes * minuteMs)),
  };
}

/** 08:00 while the morning's session would be running; otherwise the last half hour that leaves room for its course. */
function startOfLive(now: Date, localMidnight: number): number {
  const eight = localMidnight + 8 * 3_600_000;
  const sinceEight = now.getTime() - eight;
  if (sinceEight >= 65 * minuteMs && sinceEight <= 240 * minuteMs) return eight;
  const halfHour = 30 * minuteMs;
  return Math.floor((now.getTime() - 65 * minuteMs) / halfHour) * halfHour;
}
