import {
  Ban,
  CheckCheck,
  CheckCircle2,
  CornerDownRight,
  Lock,
  Pause,
  RadioTower,
  Undo2,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { ItemView } from "../../domain/meetings";
import { Tag } from "../ui";

/** Tags for what has really happened to an item; an item that was not reached has none. */
export function ItemTags({ item }: { item: ItemView }) {
  const t = useTranslations("agenda");
  const { course } = item;
  return (
    <>
      {course.state === "current" && (
        <Tag tone="solid" icon={RadioTower}>
          {t("state.current")}
        </Tag>
      )}
      {course.state === "suspended" && (
        <Tag tone="warn" icon={Pause}>
          {t("state.suspended")}
        </Tag>
      )}
      {course.state === "concluded" && (
        <Tag tone="approve" icon={CheckCircle2}>
          {t("state.concluded")}
        </Tag>
      )}
      {course.state === "postponed" && <Tag icon={CornerDownRight}>{t("state.postponed")}</Tag>}
      {course.state === "withdrawn" && <Tag icon={Undo2}>{t("state.withdrawn")}</Tag>}
      {course.state === "planned" && item.treatment === "without_debate" && (
        <Tag icon={CheckCheck}>{t("withoutDebate")}</Tag>
      )}
      {item.closed && <Tag icon={Lock}>{t("closedSitting")}</Tag>}
      {item.grade !== null && (
        <Tag tone="danger" icon={Ban}>
          {item.grade}
        </Tag>
      )}
    </>
  );
}
