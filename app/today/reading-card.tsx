import { Link } from "@remix-run/react";
import { BookOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import type { MeetingSummary } from "../../server/cabinet";
import { useText } from "../messages/text";
import { ButtonLink, Card, CardHeader } from "../ui";

/** The papers of the meeting at hand, item by item, with their length. */
export function ReadingCard({ meeting }: { meeting: MeetingSummary }) {
  const t = useTranslations();
  const text = useText();
  const withPapers = meeting.items.filter(({ papers }) => papers > 0);
  if (withPapers.length === 0) return null;
  return (
    <Card>
      <CardHeader
        title={t("today.reading")}
        aside={t("today.readingOf", { n: withPapers.length })}
      />
      <ol className="px-5 py-1">
        {withPapers.map((item) => (
          <li key={item.number}>
            <Link
              to={`/meetings/${meeting.meetingId}/papers/${item.firstPaper}`}
              className="-mx-2 flex min-h-11 items-baseline gap-3 rounded-2 px-2 py-2 text-body hover:bg-surface-2"
            >
              <span className="w-5 shrink-0 text-small text-muted tabular-nums">{item.number}</span>
              <span className="line-clamp-2 min-w-0 flex-1">{text(item.title)}</span>
              <span className="shrink-0 text-small text-muted tabular-nums">
                {item.pages > 0
                  ? t("today.pages", { n: item.pages })
                  : t("documents.count", { n: item.papers })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <div className="border-t border-border p-4">
        <ButtonLink
          to={`/meetings/${meeting.meetingId}/room`}
          wide
          icon={BookOpen}
          label={`${t("meetings.read")}: ${text(meeting.info.title)}`}
        >
          {t("meetings.read")}
        </ButtonLink>
      </div>
    </Card>
  );
}
