import { ChartNoAxesColumn, CheckCircle2, CornerDownRight, Gavel, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ItemView, MeetingView } from "../../domain/meetings";
import { useText } from "../messages/text";
import { Button, ButtonLink, Dialog } from "../ui";

/** One line over the papers of an item that is done with: what became of it, what was said, how it was voted. */
export function OutcomeLine({ item, shared }: { item: ItemView; shared: MeetingView["shared"] }) {
  const t = useTranslations();
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const { course } = item;
  if (course.state !== "concluded" && course.state !== "postponed" && course.state !== "withdrawn")
    return null;
  const Icon = { concluded: CheckCircle2, postponed: CornerDownRight, withdrawn: Undo2 }[
    course.state
  ];
  const isConcluded = course.state === "concluded";
  const resubmitBy = isConcluded ? course.resubmitBy : null;
  const words = isConcluded ? course.conclusion : course.reason;
  const title = t(isConcluded ? "agenda.conclusion" : "agenda.reason");
  const declared = shared.ballots.flatMap((ballot) =>
    ballot.itemId === item.itemId && ballot.state === "declared" && ballot.result !== null
      ? [{ ...ballot, result: ballot.result }]
      : [],
  );
  return (
    <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border bg-surface px-4 py-1 text-small">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <p className="me-auto">
        {t(`agenda.state.${course.state}`)}
        {isConcluded && (
          <strong className="font-[650]">{` · ${t(`agenda.outcome.${course.outcome}`)}`}</strong>
        )}
        {resubmitBy !== null && ` · ${t("agenda.resubmitBy", { day: written(resubmitBy) })}`}
      </p>
      {words !== "" && (
        <Button size="40" variant="neutral" icon={Gavel} onPress={() => setOpen(true)}>
          {title}
        </Button>
      )}
      {declared.map(({ ballotId, question, result, entitled }) => (
        <ButtonLink
          key={ballotId}
          to={`/meetings/${shared.meetingId}/ballots/${ballotId}`}
          size="40"
          variant="neutral"
          icon={ChartNoAxesColumn}
          label={`${t("ballots.seeResult")}: ${text(question)}`}
        >
          {t("ballots.resultOf", { yes: String(result.tally.yes), n: String(entitled) })}
        </ButtonLink>
      ))}
      <Dialog title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p className="whitespace-pre-line">{words}</p>
      </Dialog>
    </div>
  );
}

/** @param day 2026-12-31 */
function written(day: string): string {
  return day.split("-").reverse().join("/");
}
