import {
  BookOpen,
  CalendarClock,
  CalendarDays,
  CheckCheck,
  MailQuestion,
  PencilLine,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import { instantOf } from "../../domain/text";
import type { HandoverSummary, MeetingSummary, Mention } from "../../server/cabinet";
import { HandoversCard } from "../handovers";
import type { ConnectionState } from "../live/connection";
import { MentionsCard } from "../marks/mentions-card";
import { PhaseTag } from "../meetings";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { Page, type Surroundings } from "../shell";
import { ButtonLink, Card, CardHeader, classes, EmptyFace, Tag } from "../ui";
import { LiveCard } from "./live-card";
import { meetingToRead, type Reading } from "./reading";
import { ReadingCard } from "./reading-card";
import { WeekStrip } from "./week-strip";

/** What is wanted of this person, most urgent first: sit, answer, approve, prepare, read. */
export function TodayScreen(props: {
  surroundings: Surroundings;
  meetings: readonly MeetingSummary[];
  /** papers given to prepare, to and by this person */
  handovers: readonly HandoverSummary[];
  /** where this person was mentioned by name */
  mentions: readonly Mention[];
  /** in the papers of the meeting at hand */
  reading: Reading | null;
  me: PersonId;
  /** when the page was made, at the server */
  at: string;
  /** of the installation; each meeting shows its own */
  timeZone: string;
  nowMs: number | null;
  connection: ConnectionState;
}) {
  const { surroundings, meetings, handovers, mentions, reading, me } = props;
  const { at, timeZone, nowMs, connection } = props;
  const t = useTranslations("today");
  const { longDay, isoDay } = useBodyTime(timeZone);
  const now = instantOf(new Date(at));
  const live = meetings.filter(
    ({ phase }) => phase.name === "in_session" || phase.name === "suspended",
  );
  const coming = meetings.filter(({ phase }) => phase.name === "published").toReversed();
  const wanted = [
    ...coming.filter(({ own }) => own?.invitation === "sent"),
    ...meetings.filter(({ phase, can }) => wantsOffice(phase.name, can)),
  ];
  const toRead = meetingToRead(meetings);
  // without anything to do beside it, the reading has the whole width
  const asked = handovers.filter(({ member }) => member.personId !== me);
  const given = handovers.filter(({ member }) => member.personId === me);
  const hasAsides =
    wanted.length > 0 || coming.length > 0 || handovers.length > 0 || mentions.length > 0;
  const isQuiet = live.length === 0 && !hasAsides && toRead === null;
  return (
    <Page
      surroundings={surroundings}
      title={t("title")}
      detail={longDay(now)}
      connection={connection}
    >
      <div className="grid gap-3.5">
        {live.map((meeting) => (
          <LiveCard key={meeting.meetingId} meeting={meeting} nowMs={nowMs} />
        ))}
        {isQuiet ? (
          <Card>
            <EmptyFace icon={CalendarDays} title={t("empty")} />
          </Card>
        ) : (
          <div
            className={classes(
              "grid items-start gap-3.5",
              hasAsides &&
                toRead !== null &&
                "min-[1000px]:landscape:grid-cols-[minmax(0,1.22fr)_minmax(0,1fr)]",
            )}
          >
            {hasAsides && (
              <div className="grid gap-3.5">
                <HandoversCard handovers={asked} isGiven={false} />
                <WantedCard meetings={wanted} />
                <MentionsCard mentions={mentions} />
                <HandoversCard handovers={given} isGiven />
                <ComingCard meetings={coming.filter((meeting) => !wanted.includes(meeting))} />
              </div>
            )}
            {toRead !== null && <ReadingCard meeting={toRead} reading={reading} />}
          </div>
        )}
        <WeekStrip today={isoDay(now)} timeZone={timeZone} meetings={meetings} />
      </div>
    </Page>
  );
}

function wantsOffice(phase: MeetingSummary["phase"]["name"], can: MeetingSummary["can"]): boolean {
  if (phase === "awaiting_approval") return can.includes("meeting.approve");
  return (
    (phase === "draft" || phase === "sent_back" || phase === "approved") &&
    can.includes("meeting.edit")
  );
}

/** Answers, approvals and preparations that wait for this person. */
function WantedCard({ meetings }: { meetings: readonly MeetingSummary[] }) {
  const t = useTranslations();
  if (meetings.length === 0) return null;
  return (
    <Card>
      <CardHeader
        title={t("today.wanted")}
        aside={t("today.wantedCount", { n: meetings.length })}
      />
      <ul>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.meetingId} meeting={meeting}>
            <WantedAct meeting={meeting} />
          </MeetingRow>
        ))}
      </ul>
    </Card>
  );
}

function WantedAct({ meeting }: { meeting: MeetingSummary }) {
  const t = useTranslations();
  const { meetingId, phase } = meeting;
  if (phase.name === "published") {
    return (
      <ButtonLink to={`/meetings/${meetingId}/room`} icon={MailQuestion}>
        {t("today.answer")}
      </ButtonLink>
    );
  }
  if (phase.name === "awaiting_approval") {
    return (
      <ButtonLink to={`/meetings/${meetingId}/edit`} icon={CheckCheck}>
        {t("today.approve")}
      </ButtonLink>
    );
  }
  return (
    <ButtonLink to={`/meetings/${meetingId}/edit`} icon={PencilLine}>
      {t("today.work")}
    </ButtonLink>
  );
}

function ComingCard({ meetings }: { meetings: readonly MeetingSummary[] }) {
  const t = useTranslations();
  if (meetings.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("meetings.list.coming")} />
      <ul>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.meetingId} meeting={meeting}>
            <ButtonLink
              to={`/meetings/${meeting.meetingId}/room`}
              variant="neutral"
              icon={BookOpen}
            >
              {t("meetings.read")}
            </ButtonLink>
          </MeetingRow>
        ))}
      </ul>
    </Card>
  );
}

function MeetingRow({ meeting, children }: { meeting: MeetingSummary; children: ReactNode }) {
  const t = useTranslations();
  const text = useText();
  const { weekdayAndDay, time } = useBodyTime(meeting.timeZone);
  const { info, phase, own } = meeting;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-border px-5 py-3 last:border-b-0">
      <div className="min-w-[min(12rem,100%)] flex-1">
        <p className="text-label font-[600]">{text(info.title)}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-small text-muted">
          {own?.invitation === "sent" && phase.name === "published" ? (
            <Tag tone="warn" icon={CalendarClock}>
              {t("attendance.invitation.sent")}
            </Tag>
          ) : (
            <PhaseTag phase={phase.name} revision={meeting.revision?.number ?? null} />
          )}
          <span className="tabular-nums">
            {time(info.startsAt)}, {weekdayAndDay(info.startsAt)}
          </span>
        </p>
      </div>
      {children}
    </li>
  );
}
