/** On Today: where this person was mentioned by name and has not looked since. */
import { MessageSquareText } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Mention } from "../../server/cabinet";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { ButtonLink, Card, CardHeader } from "../ui";

export function MentionsCard({ mentions }: { mentions: readonly Mention[] }) {
  const t = useTranslations("marks");
  if (mentions.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("mentionsToday")} aside={t("mentionsCount", { n: mentions.length })} />
      <ul>
        {mentions.map((mention) => (
          <Row
            key={`${mention.paper.documentId} ${mention.layer} ${mention.of ?? ""}`}
            mention={mention}
          />
        ))}
      </ul>
    </Card>
  );
}

function Row({ mention: { meeting, paper, layer, by, at } }: { mention: Mention }) {
  const t = useTranslations("marks");
  const text = useText();
  const { time, day } = useBodyTime(meeting.timeZone);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-border px-5 py-3 last:border-b-0">
      <div className="min-w-[min(14rem,100%)] flex-1">
        <p className="text-small text-muted">
          <b className="text-ink">{t("mentionedBy", { name: by })}</b> ·{" "}
          {t("mentionedIn", { layer: t(`layer.${layer}`) })} ·{" "}
          <span className="tabular-nums">
            {time(at)}, {day(at)}
          </span>
        </p>
        <p className="mt-1 text-label font-[600]">{text(paper.title)}</p>
        <p className="mt-1 text-small text-muted">{text(meeting.title)}</p>
      </div>
      <ButtonLink
        to={`/meetings/${meeting.meetingId}/papers/${paper.documentId}?notes=mentioned`}
        variant="neutral"
        icon={MessageSquareText}
        label={t("readMentionNamed", { title: text(paper.title) })}
      >
        {t("readMention")}
      </ButtonLink>
    </li>
  );
}
