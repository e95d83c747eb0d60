import type { Shape } from "../shape";
import type { time as vi } from "../vi/time";

export const time = {
  longDay:
    "{weekday, select, 0 {Sunday} 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} other {Saturday}}, {day} {month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} other {December}} {year}",
  weekdayAndDay:
    "{weekday, select, 0 {Sunday} 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} other {Saturday}}, {day}",
  weekdayShort: {
    sun: "Sun",
    mon: "Mon",
    tue: "Tue",
    wed: "Wed",
    thu: "Thu",
    fri: "Fri",
    sat: "Sat",
  },
  timeOnDay: "{time} on {day}",
  minutes: "{n} min",
  minutesShort: "{n}′",
} as const satisfies Shape<typeof vi>;
