import { Printer, ReceiptText } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { BallotView, MeetingView, OwnVote } from "../../domain/meetings";
import { NamedList, TallyCells, useAnswerWords, VoteMark } from "../ballots";
import type { ConnectionState } from "../live/connection";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { MeetingPage, type Surroundings } from "../shell";
import { Button, Card, EmptyFace, Notice } from "../ui";
import { CourseCard, RecordCard } from "./course-card";
import { ReceiptDialog } from "./receipt-dialog";
import { SeatsCard } from "./seats-card";

/** What a ballot decided, who voted how, and how it came about; one page without scrolling, one page on paper. */
export function ResultScreen(props: {
  surroundings: Surroundings;
  view: MeetingView;
  ballot: BallotView;
  connection: ConnectionState;
}) {
  const { surroundings, view, ballot, connection } = props;
  const { shared, me } = view;
  const t = useTranslations();
  const text = useText();
  const [isReceiptOpen, setReceiptOpen] = useState(false);
  const item = shared.items.find(({ itemId }) => itemId === ballot.itemId);
  const own = me.votes[ballot.ballotId];
  return (
    <MeetingPage
      surroundings={surroundings}
      title={text(shared.info.title)}
      detail={t("results.subtitle", { item: item?.number ?? "" })}
      back={`/meetings/${shared.meetingId}/room`}
      connection={connection}
      acts={
        <Button variant="neutral" icon={Printer} onPress={() => window.print()}>
          {t("results.print")}
        </Button>
      }
    >
      <div className="h-full overflow-y-auto p-4 sm:px-6 print:h-auto print:overflow-visible print:p-0">
        <div className="mx-auto max-w-[1440px] print:[zoom:0.8]">
          <PrintHead view={view} item={item?.number ?? ""} />
          <Headline
            ballot={ballot}
            timeZone={shared.timeZone}
            onReceipt={own === undefined ? null : () => setReceiptOpen(true)}
          />
          {ballot.result !== null && ballot.roll !== null && (
            <div className="mt-3.5 grid items-start gap-4 min-[1000px]:grid-cols-[minmax(0,470px)_minmax(0,1fr)]">
              <div className="grid gap-3.5">
                <SeatsCard
                  ballot={ballot}
                  result={ballot.result}
                  roll={ballot.roll}
                  me={me.personId}
                />
                <CourseCard ballot={ballot} timeZone={shared.timeZone} />
                {ballot.declaredHash !== null && <RecordCard hash={ballot.declaredHash} />}
              </div>
              <Card className="px-3 py-3">
                <TallyCells tally={ballot.result.tally} answers={ballot.answers} />
                <div className="mt-2.5">
                  <NamedList votes={ballot.roll} answers={ballot.answers} me={me.personId} />
                </div>
              </Card>
            </div>
          )}
        </div>
      </div>
      {own !== undefined && (
        <OwnReceipt
          ballot={ballot}
          vote={own}
          timeZone={shared.timeZone}
          isOpen={isReceiptOpen}
          onClose={() => setReceiptOpen(false)}
        />
      )}
    </MeetingPage>
  );
}

/** On paper only: whose meeting it was. */
function PrintHead({ view, item }: { view: MeetingView; item: string }) {
  const t = useTranslations("results");
  const text = useText();
  const { longDay } = useBodyTime(view.shared.timeZone);
  const { bodyName, info } = view.shared;
  return (
    <div className="mb-4 hidden border-b border-border pb-3 text-center font-doc print:block">
      <p className="font-[650]">{text(bodyName)}</p>
      <p className="text-doc font-[650]">{text(info.title)}</p>
      <p className="text-small">
        {t("subtitle", { item })} · {longDay(info.startsAt)}
      </p>
    </div>
  );
}

function Headline(props: { ballot: BallotView; timeZone: string; onReceipt: (() => void) | null }) {
  const { ballot, timeZone, onReceipt } = props;
  const t = useTranslations();
  const text = useText();
  const { exactTime, day } = useBodyTime(timeZone);
  const { result, voided } = ballot;
  if (voided !== null) {
    return (
      <Notice tone="danger" title={t("results.voided", { time: exactTime(voided.at) })}>
        <p className="line-through">{text(ballot.question)}</p>
        <p>{t("results.voidReason", { reason: voided.reason })}</p>
      </Notice>
    );
  }
  if (result === null) {
    return <EmptyFace title={t("results.pending")}>{t("results.pendingExplain")}</EmptyFace>;
  }
  return (
    <>
      {ballot.state === "closed" && <Notice>{t("results.preview")}</Notice>}
      {ballot.despiteQuorum !== null && (
        <Notice>{t("ballots.despiteQuorum", { reason: ballot.despiteQuorum })}</Notice>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-4">
        <VoteMark of={result.passed ? "yes" : "no"} size={52} />
        <div className="min-w-0 flex-1">
          <h2 className="text-h1">
            {t(result.passed ? "ballots.passedWith" : "ballots.failedWith", {
              yes: String(result.tally.yes),
              n: String(ballot.entitled),
            })}
          </h2>
          <p className="text-body text-muted">
            {ballot.closedAt !== null &&
              t("results.sentence", {
                question: text(ballot.question),
                time: exactTime(ballot.closedAt),
                day: day(ballot.closedAt),
              })}
          </p>
        </div>
        {onReceipt !== null && (
          <div className="print:hidden">
            <Button variant="primary" icon={ReceiptText} onPress={onReceipt}>
              {t("ballots.seeReceipt")}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function OwnReceipt(props: {
  ballot: BallotView;
  vote: OwnVote;
  timeZone: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const words = useAnswerWords(props.ballot.answers);
  return <ReceiptDialog {...props} word={words(props.vote.answer)} />;
}
