import { Link } from "@remix-run/react";
import { CalendarDays, CalendarPlus, ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import type { PhaseName } from "../../domain/meetings";
import type { MeetingSummary } from "../../server/cabinet";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { LiveDot } from "../room/session-status";
import { Page, type Surroundings } from "../shell";
import { ButtonLink, Card, CardHeader, Counter, EmptyFace } from "../ui";
import { PhaseTag } from "./phase-tag";

const groups = {
  live: ["in_session", "suspended"],
  coming: ["published"],
  preparing: ["draft", "awaiting_approval", "sent_back", "approved"],
  past: ["closed", "cancelled"],
} as const satisfies Record<string, readonly PhaseName[]>;

/** All meetings a person may see, by what is happening with them. */
export function MeetingListScreen(props: {
  surroundings: Surroundings;
  meetings: readonly MeetingSummary[];
  mayCreate: boolean;
}) {
  const { surroundings, meetings, mayCreate } = props;
  const t = useTranslations();
  return (
    <Page
      surroundings={surroundings}
      title={t("titles.meetings")}
      acts={
        mayCreate && (
          <ButtonLink to="/meetings/new" variant="primary" icon={CalendarPlus}>
            {t("meetings.create")}
          </ButtonLink>
        )
      }
    >
      {meetings.length === 0 && (
        <EmptyFace icon={CalendarDays} title={t("meetings.list.empty")}>
          {t(mayCreate ? "meetings.list.emptyOffice" : "meetings.list.emptyExplain")}
        </EmptyFace>
      )}
      <div className="grid gap-4">
        {(["live", "coming", "preparing", "past"] as const).map((group) => {
          const names: readonly PhaseName[] = groups[group];
          const own = meetings.filter(({ phase }) => names.includes(phase.name));
          if (own.length === 0) return null;
          const ordered = group === "coming" ? [...own].reverse() : own;
          return (
            <Card key={group}>
              <CardHeader
                title={t(`meetings.list.${group}`)}
                aside={<Counter>{ordered.length}</Counter>}
              />
              <ul>
                {ordered.map((meeting) => (
                  <MeetingRow key={meeting.meetingId} meeting={meeting} />
                ))}
              </ul>
            </Card>
          );
        })}
      </div>
    </Page>
  );
}

function MeetingRow({ meeting }: { meeting: MeetingSummary }) {
  const t = useTranslations();
  const text = useText();
  const { span, day, weekdayAndDay } = useBodyTime(meeting.timeZone);
  const { info, phase, items } = meeting;
  const title = text(info.title);
  return (
    <li className="border-b border-border last:border-b-0">
      <Link
        to={`/meetings/${meeting.meetingId}`}
        className="flex min-h-20 items-center gap-4 rounded-2 px-5 py-3 -outline-offset-4 hover:bg-surface-2"
      >
        <DayBlock iso={day(info.startsAt)} />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-label font-[650]">{title}</span>
            {phase.name === "in_session" && <LiveDot />}
            <PhaseTag phase={phase.name} revision={meeting.revision?.number ?? null} />
          </p>
          <p className="mt-0.5 text-small text-muted">
            {[
              weekdayAndDay(info.startsAt),
              span(info.startsAt, info.endsAt),
              info.place,
              t("meetings.list.items", { n: String(items.length) }),
            ]
              .filter((part) => part !== "")
              .join(" · ")}
          </p>
          <p className="text-small text-muted">{text(meeting.bodyName)}</p>
        </div>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
      </Link>
    </li>
  );
}

function DayBlock({ iso }: { iso: string }) {
  const locale = useLocale();
  const [day = "", month = ""] = iso.split("/");
  return (
    <span
      aria-hidden
      lang={locale}
      className="grid size-14 shrink-0 content-center justify-items-center rounded-2 bg-surface-2 tabular-nums"
    >
      <span className="text-h2 leading-6">{day}</span>
      <span className="text-caption text-muted">/{month}</span>
    </span>
  );
}
