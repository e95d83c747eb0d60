import { Check, TriangleAlert, Users } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Quorum } from "../../domain/attendance";
import { classes } from "../ui";

/** 23/27 ✓: how many are there, and whether it is enough. */
export function PresenceChip({ quorum }: { quorum: Quorum }) {
  const t = useTranslations("meetings");
  const counts = {
    present: String(quorum.present),
    total: String(quorum.total),
    min: String(quorum.required),
  };
  const Icon = quorum.quorate ? Check : TriangleAlert;
  return (
    <span
      className={classes(
        "hidden h-9 items-center landscape:sm:inline-flex lg:inline-flex gap-2 rounded-full px-3.5 text-label whitespace-nowrap tabular-nums",
        quorum.quorate ? "bg-surface-2 text-ink" : "bg-warn-soft text-on-warn-soft",
      )}
    >
      <Users aria-hidden className="size-5" />
      <span aria-hidden>
        {quorum.present}/{quorum.total}
      </span>
      <span className="sr-only">{t(quorum.quorate ? "quorumFull" : "quorumMissing", counts)}</span>
      <Icon aria-hidden className={classes("size-5", quorum.quorate && "text-approve")} />
    </span>
  );
}
