import { useTranslations } from "use-intl";
import type { BallotView, MeetingView } from "../../domain/meetings";
import { type Act, ReasonDialog } from "../acts";
import { useText } from "../messages/text";
import { type Duration, secondsOf } from "./duration";

/** A ballot though too few are there: only with a reason, which all who see the ballot read. */
export function OpenDespiteDialog(props: {
  view: MeetingView;
  ballot: BallotView;
  duration: Duration;
  act: Act;
  onClose: () => void;
}) {
  const { view, ballot, duration, act, onClose } = props;
  const { meetingId, quorum } = view.shared;
  const t = useTranslations();
  const text = useText();
  const counts = { present: String(quorum.present), min: String(quorum.required) };
  return (
    <ReasonDialog
      title={t("chair.openDespite")}
      subject={text(ballot.question)}
      explain={`${t("meetings.quorumMissing", counts)}. ${t("chair.openDespiteExplain")}`}
      isRequired
      confirm={t("chair.openBallot")}
      onClose={onClose}
      onConfirm={(reason) =>
        act.run({
          type: "ballot.open",
          meetingId,
          ballotId: ballot.ballotId,
          seconds: secondsOf(duration),
          despiteQuorum: reason.normalize("NFC").trim(),
        })
      }
    />
  );
}
