/** Over the paper: to the staff what is asked of them, to the member that it is prepared. */
import { CheckCheck, UserRoundPen } from "lucide-react";
import { useTranslations } from "use-intl";
import type { HandoverView } from "../../domain/handovers";
import { useReader } from "../reader/reader-context";
import { announceDone, Button } from "../ui";
import { HandoverTag } from "./handover-section";
import { useDueWords } from "./handover-words";
import { useOwnHandovers } from "./own-handovers";

export function HandoverStrip() {
  const own = useOwnHandovers();
  const { paper } = useReader();
  if (own === null) return null;
  const ofPaper = own.handovers.filter(({ documentIds }) => documentIds.includes(paper.documentId));
  return (
    <>
      {ofPaper.map((handover) => {
        const { handoverId, member, finishedAt } = handover;
        if (member.personId !== own.me) return <Asked key={handoverId} handover={handover} />;
        return finishedAt === null ? null : <Prepared key={handoverId} handover={handover} />;
      })}
    </>
  );
}

const strip =
  "flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-primary bg-primary-soft px-5 py-1.5 text-small text-on-primary-soft";

function Asked({ handover }: { handover: HandoverView }) {
  const t = useTranslations("handovers");
  const due = useDueWords();
  const own = useOwnHandovers();
  const { meetingId } = useReader();
  const { handoverId, member, note, dueOn, finishedAt } = handover;
  const dueWords = due(dueOn);
  const finish = async () => {
    const done = await own?.act.run({ type: "handover.finish", meetingId, handoverId });
    if (done) announceDone(t("finishedDone", { name: member.name }));
  };
  return (
    <section aria-label={t("askedBy", { name: member.name })} className={strip}>
      <UserRoundPen aria-hidden className="size-5 shrink-0" />
      <p className="min-w-[min(16rem,100%)] flex-1 whitespace-pre-wrap">
        <b>{t("askedBy", { name: member.name })}</b> {note}
        {dueWords !== null && (
          <span className="ms-2 whitespace-nowrap tabular-nums">{dueWords}</span>
        )}
      </p>
      {finishedAt !== null ? (
        <HandoverTag isFinished />
      ) : (
        own?.mayFinish && (
          <Button
            size="40"
            variant="primary"
            icon={CheckCheck}
            isPending={own.act.underWay === "handover.finish"}
            isDisabled={!own.act.isConnected}
            onPress={() => void finish()}
          >
            {t("finish")}
          </Button>
        )
      )}
    </section>
  );
}

function Prepared({ handover }: { handover: HandoverView }) {
  const t = useTranslations("handovers");
  const { showPanel } = useReader();
  return (
    <div role="status" className={strip}>
      <CheckCheck aria-hidden className="size-5 shrink-0" />
      <p className="min-w-0 flex-1">{t("preparedBy", { name: handover.staff.name })}</p>
      <Button size="40" variant="neutral" onPress={() => showPanel("notes")}>
        {t("seeDrafts")}
      </Button>
    </div>
  );
}
