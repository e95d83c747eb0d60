/** Between an instant and what a form's date-and-time field holds, in the body's own zone. */
import { type Instant, instantOf } from "../../domain/text";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, made);
  return made;
}

/** `2026-11-25T08:00`, as a `datetime-local` field wants it. */
export function localOf(at: Instant, timeZone: string): string {
  const parts = new Map<string, string>();
  for (const { type, value } of formatIn(timeZone).formatToParts(new Date(at))) {
    parts.set(type, value);
  }
  const part = (type: string) => parts.get(type) ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * The instant at which clocks in the zone show this; null for what is no date. An hour that summer time
 * skips counts from the clock before the change.
 */
export function instantAt(local: string, timeZone: string): Instant | null {
  const asUtc = Date.parse(`${local}:00.000Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(asUtc)) return null;
  // The zone's offset at about that time; asked twice, because the first guess may lie beyond a change.
  let guess = asUtc;
  for (let round = 0; round < 2; round += 1) {
    const shown = Date.parse(`${localOf(instantOf(new Date(guess)), timeZone)}:00.000Z`);
    guess += asUtc - shown;
  }
  return instantOf(new Date(guess));
}
