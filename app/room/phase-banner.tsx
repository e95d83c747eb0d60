import { CalendarClock, CircleCheck, Coffee, CornerUpLeft } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ItemView, Phase } from "../../domain/meetings";
import type { Instant } from "../../domain/text";
import { useBodyTime } from "../messages/body-time";
import { Button } from "../ui";

/** One line over the paper for what is not the ordinary course: before, a pause, after, or an item passed by. */
export function PhaseBanner(props: {
  phase: Phase;
  startsAt: Instant;
  timeZone: string;
  /** the current item, when another one is being read */
  elsewhere: ItemView | null;
  onFollow: () => void;
}) {
  const { phase, startsAt, timeZone, elsewhere, onFollow } = props;
  const t = useTranslations();
  const { time, longDay, day } = useBodyTime(timeZone);
  const line = "flex min-h-12 shrink-0 items-center gap-3 px-4 py-1.5 text-small";
  if (phase.name === "suspended") {
    return (
      <div role="status" className={`${line} bg-warn-soft text-h2 text-on-warn-soft`}>
        <Coffee aria-hidden className="size-6 shrink-0" />
        {phase.until === null
          ? t("meetings.phase.suspended")
          : t("meetings.suspendedUntil", { time: time(phase.until) })}
      </div>
    );
  }
  if (phase.name === "closed") {
    return (
      <div className={`${line} bg-surface-2 text-muted`}>
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        {t("room.closed", { time: time(phase.closedAt), day: day(phase.closedAt) })}
      </div>
    );
  }
  if (phase.name !== "in_session") {
    return (
      <div className={`${line} bg-primary-soft text-on-primary-soft`}>
        <CalendarClock aria-hidden className="size-5 shrink-0" />
        {t("room.notOpened", { time: time(startsAt), day: longDay(startsAt) })}
      </div>
    );
  }
  if (elsewhere === null) return null;
  return (
    <div className={`${line} bg-primary-soft text-on-primary-soft`}>
      <p className="min-w-0 flex-1">{t("agenda.chairMoved", { n: elsewhere.number })}</p>
      <Button size="40" icon={CornerUpLeft} onPress={onFollow}>
        {t("agenda.backToCurrent")}
      </Button>
    </div>
  );
}
