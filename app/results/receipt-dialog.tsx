import { useTranslations } from "use-intl";
import type { BallotView, OwnVote } from "../../domain/meetings";
import { ReceiptCode, VoteMark } from "../ballots";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { Dialog } from "../ui";

/** The voter's own receipt: what was recorded, when, and the place in the journal. */
export function ReceiptDialog(props: {
  ballot: BallotView;
  vote: OwnVote;
  word: string;
  timeZone: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { ballot, vote, word, timeZone, isOpen, onClose } = props;
  const t = useTranslations("ballots");
  const text = useText();
  const { exactTime, day } = useBodyTime(timeZone);
  return (
    <Dialog title={t("receipt")} isOpen={isOpen} onClose={onClose}>
      <p className="text-muted">{text(ballot.question)}</p>
      <p className="mt-3 flex items-center gap-3 text-h2">
        <VoteMark of={vote.answer} size={32} />
        {word}
      </p>
      <p className="mt-2">
        {t("recorded", { time: exactTime(vote.at) })}, {day(vote.at)}
      </p>
      <p className="text-small text-muted">{t("receiptLine", { seq: String(vote.seq) })}</p>
      <div className="mt-2">
        <ReceiptCode hash={vote.hash} />
      </div>
      <p className="mt-3 text-small text-muted">{t("receiptExplain")}</p>
    </Dialog>
  );
}
