import { Link } from "@remix-run/react";
import { ChevronRight, ScrollText } from "lucide-react";
import { useTranslations } from "use-intl";
import type { JournalStream } from "../../server/cabinet";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { Page, type Surroundings } from "../shell";
import { Card, EmptyFace } from "../ui";

/** The journals a person may read, the latest first. */
export function JournalListScreen(props: {
  surroundings: Surroundings;
  streams: readonly JournalStream[];
}) {
  const { surroundings, streams } = props;
  const t = useTranslations("journal");
  return (
    <Page surroundings={surroundings} title={t("title")}>
      <p className="mb-4 max-w-[68ch] text-muted">{t("explain")}</p>
      {streams.length === 0 ? (
        <EmptyFace icon={ScrollText} title={t("empty")}>
          {t("emptyExplain")}
        </EmptyFace>
      ) : (
        <Card>
          <ul>
            {streams.map((stream) => (
              <StreamRow key={stream.stream} stream={stream} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function StreamRow({ stream }: { stream: JournalStream }) {
  const t = useTranslations("journal");
  const text = useText();
  const { time, day } = useBodyTime(stream.timeZone);
  return (
    <li className="border-b border-border last:border-b-0">
      <Link
        to={`/journal/${encodeURIComponent(stream.stream)}`}
        className="flex min-h-16 items-center gap-4 px-5 py-2.5 text-ink no-underline hover:bg-surface-2"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-label">{text(stream.title)}</span>
          <span className="block text-caption font-[400] text-muted">
            {t(stream.kind)} · {text(stream.bodyName)}
          </span>
        </span>
        <span className="text-end text-caption tabular-nums text-muted">
          <span className="block">{t("rows", { n: String(stream.seq) })}</span>
          <span className="block font-[400]">
            {t("last", { time: time(stream.lastAt), day: day(stream.lastAt) })}
          </span>
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
      </Link>
    </li>
  );
}
