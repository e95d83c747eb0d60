import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { AnswerMeaning } from "../../domain/bodies";
import type { BallotView, OwnVote } from "../../domain/meetings";
import type { Answer } from "../../domain/protocol";
import { useBodyTime } from "../messages/body-time";
import { useRefusalSentence } from "../messages/refusal";
import { useText } from "../messages/text";
import { AnswerButton } from "./answer-button";
import { BallotQuestion } from "./ballot-question";
import { useAnswerWords } from "./tally-cells";
import { RecordedFace, RefusedFace, ReviewFace, SendingFace } from "./vote-faces";
import { type Doing, faceOf, mayConfirm } from "./vote-flow";

export type VoteBarProps = {
  ballot: BallotView;
  itemNumber: string;
  timeZone: string;
  /** what the server has recorded */
  own: OwnVote | null;
  /** what is on its way, from the outbox */
  sending: AnswerMeaning | null;
  /** may vote in this ballot now */
  isEntitled: boolean;
  /** has a seat, so that "not on the roll" is news to them */
  hasSeat: boolean;
  isConnected: boolean;
  /** server time in ms, null before the page runs */
  nowMs: number | null;
  onVote: (answer: AnswerMeaning) => Promise<Answer>;
};

/**
 * The ballot at the bottom edge, above everything: choose, look again, send, receipt.
 * Give it `key={ballotId}`: its own state belongs to one ballot, and nothing that others do resets it.
 */
export function VoteBar(props: VoteBarProps) {
  const { ballot, own, sending, isEntitled, hasSeat, isConnected, nowMs, onVote } = props;
  const t = useTranslations("ballots");
  const text = useText();
  const { exactTime } = useBodyTime(props.timeZone);
  const words = useAnswerWords(ballot.answers);
  const sentence = useRefusalSentence();
  const explanation = useId();
  const bar = useRef<HTMLElement>(null);
  const [doing, setDoing] = useState<Doing>({ step: "nothing" });
  const face = faceOf(doing, sending, own);

  const choose = (answer: AnswerMeaning) =>
    setDoing({ step: "reviewing", answer, since: performance.now() });
  // The pressed button goes away; the focus stays in the bar, where the keys 1 to 3 choose.
  const keepFocus = () => bar.current?.focus({ preventScroll: true });
  const goBack = () => {
    setDoing({ step: "choosing" });
    keepFocus();
  };
  const confirm = async (answer: AnswerMeaning) => {
    if (doing.step === "reviewing" && !mayConfirm(doing.since, performance.now())) return;
    setDoing({ step: "nothing" });
    keepFocus();
    const reply = await onVote(answer);
    if (!reply.ok) setDoing({ step: "refused", answer, code: reply.refusal.code });
  };

  const isChoosing = isEntitled && face.face === "choose" && isConnected;
  const chooseByKey = (key: string) => {
    const wording = ballot.answers[Number(key) - 1];
    if (isChoosing && wording !== undefined) choose(wording.meaning);
  };

  return (
    <section
      ref={bar}
      tabIndex={-1}
      aria-label={t("title", { question: text(ballot.question) })}
      onKeyDown={(event) => {
        // Only while the focus is inside the bar, so that typing elsewhere never votes.
        if (/^[1-3]$/.test(event.key)) chooseByKey(event.key);
      }}
      className="rises z-ballot flex outline-none shrink-0 flex-col gap-x-6 gap-y-3 border-t-3 border-primary bg-surface px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] room-wide:min-h-24 room-wide:flex-row room-wide:items-center room-medium:min-h-24 room-medium:flex-row room-medium:items-center"
    >
      <BallotQuestion ballot={ballot} nowMs={nowMs} />
      {isEntitled && (
        <div className="flex min-w-0 flex-col justify-center gap-2 room-wide:ms-auto room-medium:ms-auto">
          {face.face === "choose" && (
            <>
              <div className="grid auto-cols-fr grid-flow-col gap-2.5 room-wide:flex room-medium:flex">
                {ballot.answers.map(({ meaning }) => (
                  <AnswerButton
                    key={meaning}
                    meaning={meaning}
                    word={words(meaning)}
                    name={t("choose", {
                      answer: words(meaning),
                      item: props.itemNumber,
                      question: text(ballot.question),
                    })}
                    isDisabled={!isConnected}
                    describedBy={explanation}
                    onPress={() => choose(meaning)}
                  />
                ))}
              </div>
              {!isConnected && (
                <p id={explanation} className="text-small text-on-danger-soft">
                  {t("disconnected")}
                </p>
              )}
            </>
          )}
          {face.face === "review" && (
            <ReviewFace
              answer={face.answer}
              word={words(face.answer)}
              isConnected={isConnected}
              onBack={goBack}
              onConfirm={() => confirm(face.answer)}
            />
          )}
          {face.face === "sending" && (
            <SendingFace answer={face.answer} word={words(face.answer)} />
          )}
          {face.face === "refused" && (
            <RefusedFace
              sentence={sentence({ code: face.code })}
              onAgain={
                ballot.state === "open"
                  ? () =>
                      setDoing({ step: "reviewing", answer: face.answer, since: performance.now() })
                  : null
              }
            />
          )}
          {face.face === "recorded" && (
            <RecordedFace
              vote={face.vote}
              word={words(face.vote.answer)}
              time={exactTime(face.vote.at)}
              onChange={ballot.voteMayChange && isConnected ? goBack : null}
            />
          )}
        </div>
      )}
      {!isEntitled && hasSeat && (
        <p className="max-w-[44ch] text-small text-muted room-wide:ms-auto room-medium:ms-auto">
          {t("notEntitled")}
        </p>
      )}
    </section>
  );
}
