import { Link } from "@remix-run/react";
import { BookOpen, FileDiff } from "lucide-react";
import { useTranslations } from "use-intl";
import type { MeetingSummary } from "../../server/cabinet";
import { useText } from "../messages/text";
import { ButtonLink, Card, CardHeader, ProgressBar, Tag } from "../ui";
import type { Reading } from "./reading";

/** The papers of the meeting at hand: where reading stopped, then item by item with their length. */
export function ReadingCard({
  meeting,
  reading,
}: {
  meeting: MeetingSummary;
  reading: Reading | null;
}) {
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
      {reading?.last != null && <GoOn last={reading.last} />}
      <ol className="px-5 py-1">
        {withPapers.map((item) => (
          <li key={item.number}>
            <Link
              to={`/meetings/${meeting.meetingId}/papers/${item.firstPaper}`}
              className="-mx-2 flex min-h-11 items-baseline gap-3 rounded-2 px-2 py-2 text-body hover:bg-surface-2"
            >
              <span className="w-5 shrink-0 text-small text-muted tabular-nums">{item.number}</span>
              <span className="line-clamp-2 min-w-0 flex-1">{text(item.title)}</span>
              <Renewed number={item.number} reading={reading} />
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

function GoOn({ last }: { last: NonNullable<Reading["last"]> }) {
  const t = useTranslations();
  const text = useText();
  const title = text(last.title);
  const page = { page: String(last.page), pages: String(last.pages) };
  return (
    <div className="m-3 mb-1 grid gap-2 rounded-2 bg-primary-soft p-3 text-on-primary-soft">
      <p className="text-small">
        {t("agenda.item", { n: last.itemNumber })} · {text(last.itemTitle)}
      </p>
      <p className="flex items-baseline justify-between gap-3">
        <span className="text-label font-[650]">{title}</span>
        <span className="shrink-0 text-small tabular-nums">{t("today.pageOf", page)}</span>
      </p>
      <ProgressBar
        label={t("today.placeIn", { title })}
        value={last.page}
        max={last.pages}
        valueText={t("today.pageOf", page)}
      />
      <ButtonLink
        to={`/meetings/${last.meetingId}/papers/${last.documentId}`}
        wide
        icon={BookOpen}
        label={t("today.goOnWith", { title, ...page })}
      >
        {t("today.goOn")}
      </ButtonLink>
    </div>
  );
}

function Renewed({ number, reading }: { number: string; reading: Reading | null }) {
  const t = useTranslations("today");
  const renewed = reading?.renewed.find((each) => each.number === number);
  if (renewed === undefined) return null;
  return (
    <Tag tone="warn" icon={FileDiff}>
      {t("newVersion", { n: String(renewed.to), m: String(renewed.from) })}
    </Tag>
  );
}
