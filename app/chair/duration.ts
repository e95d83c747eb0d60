/** How long a ballot stays open, as the select offers it. */
export const durations = ["none", "60", "120", "180", "300"] as const;
export type Duration = (typeof durations)[number];

/** Null: until it is closed by hand. */
export function secondsOf(duration: Duration): number | null {
  return duration === "none" ? null : Number(duration);
}
