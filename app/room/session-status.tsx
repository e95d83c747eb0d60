import { CalendarClock, CircleCheck, Coffee, type LucideIcon, Send } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Phase } from "../../domain/meetings";
import { clockOf } from "../messages/body-time";
import { Tag, type Tone } from "../ui";

/** The live state in the top bar: a red dot and a running clock while the meeting sits, else a tag. */
export function SessionStatus({ phase, nowMs }: { phase: Phase; nowMs: number | null }) {
  const t = useTranslations("meetings");
  if (phase.name === "in_session") {
    return (
      <span className="flex items-center gap-2 text-label font-[650] whitespace-nowrap">
        <LiveDot />
        {t("phase.in_session")}
        {nowMs !== null && (
          <span
            role="timer"
            aria-label={t("elapsed", { time: clockOf(nowMs - Date.parse(phase.openedAt)) })}
            className="tabular-nums"
          >
            {clockOf(nowMs - Date.parse(phase.openedAt))}
          </span>
        )}
      </span>
    );
  }
  const { icon, tone } = tags[phase.name] ?? { icon: CalendarClock, tone: "neutral" };
  return (
    <Tag icon={icon} tone={tone}>
      {t(`phase.${phase.name}`)}
    </Tag>
  );
}

const tags: Partial<Record<Phase["name"], { icon: LucideIcon; tone: Tone }>> = {
  published: { icon: Send, tone: "primary" },
  suspended: { icon: Coffee, tone: "warn" },
  closed: { icon: CircleCheck, tone: "approve" },
};

/** The only red that is always on: something is happening now. */
export function LiveDot() {
  return (
    <span
      aria-hidden
      className="mark size-2.5 shrink-0 rounded-full bg-danger ring-4 ring-danger-soft"
    />
  );
}
