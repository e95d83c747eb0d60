/** On Today: what was given to this person to prepare, and how far that is which the person gave. */
import { BookOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import type { HandoverSummary } from "../../server/cabinet";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { ButtonLink, Card, CardHeader } from "../ui";
import { HandoverTag } from "./handover-section";
import { useDueWords } from "./handover-words";

export function HandoversCard(props: { handovers: readonly HandoverSummary[]; isGiven: boolean }) {
  const { handovers, isGiven } = props;
  const t = useTranslations("handovers");
  if (handovers.length === 0) return null;
  return (
    <Card>
      <CardHeader
        title={isGiven ? t("todayGiven") : t("today")}
        aside={t("todayCount", { n: handovers.length })}
      />
      <ul>
        {handovers.map((handover) => (
          <Row key={handover.handoverId} handover={handover} isGiven={isGiven} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ handover, isGiven }: { handover: HandoverSummary; isGiven: boolean }) {
  const t = useTranslations("handovers");
  const text = useText();
  const due = useDueWords();
  const { member, staff, note, dueOn, finishedAt, meeting, papers } = handover;
  const { weekdayAndDay, time } = useBodyTime(meeting.timeZone);
  const dueWords = due(dueOn);
  const [first] = papers;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-border px-5 py-3 last:border-b-0">
      <div className="min-w-[min(14rem,100%)] flex-1">
        <p className="flex flex-wrap items-center gap-2 text-small text-muted">
          <b className="text-ink">
            {isGiven ? t("givenTo", { name: staff.name }) : t("askedBy", { name: member.name })}
          </b>
          <HandoverTag isFinished={finishedAt !== null} />
          {dueWords !== null && <span className="tabular-nums">{dueWords}</span>}
        </p>
        <p className="mt-1 text-label font-[600] whitespace-pre-wrap">{note}</p>
        <ul className="mt-1 text-small">
          {papers.map(({ documentId, title, item }) => (
            <li key={documentId}>
              {t("paperOfItem", { title: text(title), number: item.number })}
            </li>
          ))}
        </ul>
        <p className="mt-1 text-small text-muted">
          {text(meeting.title)} · <span className="tabular-nums">{time(meeting.startsAt)}</span>,{" "}
          {weekdayAndDay(meeting.startsAt)}
        </p>
      </div>
      {first !== undefined && (
        <ButtonLink
          to={`/meetings/${meeting.meetingId}/papers/${first.documentId}`}
          variant={isGiven || finishedAt !== null ? "neutral" : "outlined"}
          icon={BookOpen}
          label={t("openNamed", { title: text(first.title) })}
        >
          {t("open")}
        </ButtonLink>
      )}
    </li>
  );
}
