import { CircleAlert, Send } from "lucide-react";
import { useTranslations } from "use-intl";
import type { AnswerMeaning } from "../../domain/bodies";
import type { OwnVote } from "../../domain/meetings";
import { Button } from "../ui";
import { ReceiptCode } from "./receipt";
import { VoteMark } from "./vote-mark";

/** The choice in words, before anything is sent. The focus comes here, because the pressed button is gone. */
export function ReviewFace(props: {
  answer: AnswerMeaning;
  word: string;
  isConnected: boolean;
  onBack: () => void;
  onConfirm: () => void;
}) {
  const t = useTranslations("ballots");
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-6 gap-y-2">
      <p className="me-auto flex items-center gap-2.5 text-h2">
        <VoteMark of={props.answer} size={30} />
        <span>
          {t.rich("review", { answer: () => <strong>{props.word}</strong> })}
          <span className="block text-caption font-[400] text-muted">{t("reviewExplain")}</span>
        </span>
      </p>
      <Button size="64" variant="neutral" onPress={props.onBack}>
        {t("changeChoice")}
      </Button>
      <Button
        size="64"
        variant="primary"
        icon={Send}
        autoFocus
        isDisabled={!props.isConnected}
        onPress={props.onConfirm}
      >
        {t("confirm")}
      </Button>
    </div>
  );
}

/** On its way, and said so: nothing here looks like a recorded vote. */
export function SendingFace({ answer, word }: { answer: AnswerMeaning; word: string }) {
  const t = useTranslations("ballots");
  return (
    <p role="status" className="flex min-h-16 items-center gap-3 text-h2 text-muted">
      <VoteMark of={answer} size={26} />
      <span>
        {word}
        <span className="block text-small font-[400]">{t("sending")}</span>
      </span>
    </p>
  );
}

export function RefusedFace({
  sentence,
  onAgain,
}: {
  sentence: string;
  onAgain: (() => void) | null;
}) {
  const t = useTranslations("ballots");
  return (
    <div role="alert" className="flex min-h-16 flex-wrap items-center gap-4">
      <p className="flex items-center gap-2.5 text-label text-on-danger-soft">
        <CircleAlert aria-hidden className="size-6 shrink-0" />
        <span>
          {t("notRecorded")}
          <span className="block text-small font-[400]">{sentence}</span>
        </span>
      </p>
      {onAgain !== null && (
        <Button size="64" onPress={onAgain} autoFocus>
          {t("confirm")}
        </Button>
      )}
    </div>
  );
}

/** What the server has recorded: the answer, the time, the code. */
export function RecordedFace(props: {
  vote: OwnVote;
  word: string;
  time: string;
  onChange: (() => void) | null;
}) {
  const t = useTranslations("ballots");
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-5 gap-y-2">
      <div
        role="status"
        className="me-auto flex min-h-16 items-center gap-3 rounded-2 bg-approve-soft px-3 py-2 text-on-approve-soft"
      >
        <VoteMark of={props.vote.answer} size={28} />
        <div>
          <p className="text-label font-[650]">
            {t("recordedAs", { answer: props.word, time: props.time })}
          </p>
          <ReceiptCode hash={props.vote.hash} short />
        </div>
      </div>
      {props.onChange !== null && (
        <Button variant="neutral" onPress={props.onChange}>
          {t("change")}
        </Button>
      )}
    </div>
  );
}
