import type { SeatView } from "../../domain/meetings";

/** How a seat looks on the map: invited and not there yet, present (in the room or remote), or absent. */
export type SeatLook = "invited" | "present" | "remote" | "absent";

export function lookOf({
  presence,
  invitation,
}: Pick<SeatView, "presence" | "invitation">): SeatLook {
  if (presence.state === "room") return "present";
  if (presence.state === "remote") return "remote";
  if (presence.state === "away" || presence.state === "left") return "absent";
  if (invitation === "absence_granted" || invitation === "substitute_named") return "absent";
  return "invited";
}

/** The legend's numbers: together they are all seats. */
export function countLooks(
  seats: readonly Pick<SeatView, "presence" | "invitation">[],
): Record<SeatLook, number> {
  const counts: Record<SeatLook, number> = { invited: 0, present: 0, remote: 0, absent: 0 };
  for (const seat of seats) counts[lookOf(seat)] += 1;
  return counts;
}
