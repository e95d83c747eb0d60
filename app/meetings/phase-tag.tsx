import {
  CalendarX,
  CheckCheck,
  CircleCheck,
  Coffee,
  Hourglass,
  type LucideIcon,
  PencilLine,
  RadioTower,
  Send,
  Undo2,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { PhaseName } from "../../domain/meetings";
import { Tag, type Tone } from "../ui";

const faces: Record<PhaseName, { icon: LucideIcon; tone: Tone }> = {
  draft: { icon: PencilLine, tone: "neutral" },
  awaiting_approval: { icon: Hourglass, tone: "warn" },
  sent_back: { icon: Undo2, tone: "warn" },
  approved: { icon: CheckCheck, tone: "approve" },
  published: { icon: Send, tone: "primary" },
  in_session: { icon: RadioTower, tone: "solid" },
  suspended: { icon: Coffee, tone: "warn" },
  closed: { icon: CircleCheck, tone: "approve" },
  cancelled: { icon: CalendarX, tone: "neutral" },
};

/** A meeting's state: icon and word, everywhere the same. */
export function PhaseTag({ phase, revision }: { phase: PhaseName; revision?: number | null }) {
  const t = useTranslations("meetings");
  const { icon, tone } = faces[phase];
  return (
    <Tag icon={icon} tone={tone}>
      {phase === "published" && revision != null && revision > 1
        ? t("publishedTimes", { n: String(revision) })
        : t(`phase.${phase}`)}
    </Tag>
  );
}
