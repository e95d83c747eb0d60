import { Check, Mail, Video, X } from "lucide-react";
import { classes } from "../ui";
import type { SeatLook } from "./seat-state";

export const seatLooks: Record<SeatLook, string> = {
  invited:
    "rounded-full border-[1.5px] border-dashed border-border-strong bg-transparent text-subtle",
  present: "rounded-full border-[1.5px] border-border-strong bg-surface text-ink",
  remote: "rounded-full border-[1.5px] border-border-strong bg-surface text-ink",
  absent: "rounded-1 border-[1.5px] border-transparent bg-sunken text-muted",
};

const badges: Record<SeatLook, { icon: typeof Check; look: string }> = {
  invited: { icon: Mail, look: "bg-surface-2 text-muted" },
  present: { icon: Check, look: "bg-approve-soft text-on-approve-soft" },
  remote: { icon: Video, look: "bg-approve-soft text-on-approve-soft" },
  absent: { icon: X, look: "bg-abstain text-on-solid" },
};

/** The picture of a presence: a small badge that says the same as the seat's outline. */
export function SeatBadge({ look, className }: { look: SeatLook; className?: string }) {
  const { icon: Icon, look: colours } = badges[look];
  return (
    <span
      aria-hidden
      className={classes("mark grid size-5.25 place-items-center rounded-full", colours, className)}
    >
      <Icon className="size-3.25" strokeWidth={2.5} />
    </span>
  );
}

/** One seat as the legend and the lists show it. */
export function SeatSign({ look }: { look: SeatLook }) {
  const { icon: Icon } = badges[look];
  return (
    <span
      aria-hidden
      className={classes("mark grid size-7 shrink-0 place-items-center", seatLooks[look])}
    >
      <Icon className="size-3.5" strokeWidth={2.5} />
    </span>
  );
}
