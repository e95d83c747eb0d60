import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Outcome } from "../../domain/agenda";
import type { ItemView, MeetingView } from "../../domain/meetings";
import { Day } from "../../domain/text";
import type { Act } from "../acts";
import { useItemTitle } from "../agenda";
import { Dialog, MomentField, RadioCards, TextArea } from "../ui";

type Conclusion = Exclude<Outcome, "postponed" | "withdrawn">;
const outcomes = [
  "adopted",
  "adopted_with_changes",
  "not_adopted",
  "noted",
  "referred",
] as const satisfies readonly Conclusion[];

/** What the chair sums up on an item. What was not adopted needs the day it comes back. */
export function ConcludeDialog(props: {
  item: ItemView;
  view: MeetingView;
  act: Act;
  onClose: () => void;
}) {
  const { item, view, act, onClose } = props;
  const t = useTranslations();
  const titleOf = useItemTitle();
  const declared = view.shared.ballots.findLast(
    ({ itemId, state }) => itemId === item.itemId && state === "declared",
  );
  const [outcome, setOutcome] = useState<Conclusion>(() => {
    if (declared?.result) return declared.result.passed ? "adopted" : "not_adopted";
    return item.purpose === "decide" || item.purpose === "choose_option" ? "adopted" : "noted";
  });
  const [conclusion, setConclusion] = useState("");
  const [resubmitBy, setResubmitBy] = useState("");
  const [isAsked, setAsked] = useState(false);
  const day = Day.safeParse(resubmitBy);
  const isDayMissing = outcome === "not_adopted" && !day.success;
  const conclude = async () => {
    setAsked(true);
    if (isDayMissing) return;
    const done = await act.run({
      type: "item.conclude",
      meetingId: view.shared.meetingId,
      itemId: item.itemId,
      outcome,
      conclusion,
      resubmitBy: outcome === "not_adopted" && day.success ? day.data : null,
    });
    if (done) onClose();
  };
  return (
    <Dialog
      wide
      title={t("chair.conclude", { n: item.number })}
      isOpen
      onClose={onClose}
      confirm={{
        label: t("chair.conclude", { n: item.number }),
        isPending: act.underWay === "item.conclude",
        isDisabled: !act.isConnected,
        onPress: conclude,
      }}
    >
      <p className="mb-4 text-muted">{titleOf(item)}</p>
      <div className="grid gap-4">
        <RadioCards
          label={t("chair.outcome")}
          columns={2}
          value={outcome}
          onChange={setOutcome}
          choices={outcomes.map((value) => ({ value, label: t(`agenda.outcome.${value}`) }))}
        />
        {outcome === "not_adopted" && (
          <MomentField
            kind="date"
            label={t("chair.resubmitBy")}
            value={resubmitBy}
            onChange={setResubmitBy}
            isRequired
            error={
              isAsked && isDayMissing ? t("refusals.item.resubmission_date_missing") : undefined
            }
          />
        )}
        <TextArea
          label={`${t("chair.conclusion")} (${t("ui.optional")})`}
          value={conclusion}
          onChange={setConclusion}
          maxLength={5000}
          rows={4}
        />
      </div>
    </Dialog>
  );
}
