import { useState } from "react";
import { useTranslations } from "use-intl";
import { type RecusalDegree, recusalDegrees } from "../../domain/bodies";
import type { PersonId } from "../../domain/ids";
import type { ItemView, MeetingView } from "../../domain/meetings";
import type { Act } from "../acts";
import { useItemTitle } from "../agenda";
import { announceDone, Dialog, Select, TextArea } from "../ui";

/** Whoever presides decides how far somebody takes part in an item, of who declared an interest or of anybody else. */
export function DecideDialog(props: {
  view: MeetingView;
  item: ItemView;
  act: Act;
  onClose: () => void;
}) {
  const { view, item, act, onClose } = props;
  const { shared } = view;
  const t = useTranslations();
  const titleOf = useItemTitle();
  const first = item.recusals.find(({ decided }) => !decided) ?? item.recusals[0] ?? null;
  const [who, setWho] = useState<PersonId | null>(first?.personId ?? null);
  const [degree, setDegree] = useState<RecusalDegree>(first?.degree ?? "no_vote");
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const given = shared.office?.recusalReasons.find(
    ({ itemId, personId }) => itemId === item.itemId && personId === who,
  );
  const people = shared.seats.flatMap(({ personId, name, substitute }) => [
    { value: personId, label: name },
    ...(substitute === null ? [] : [{ value: substitute.personId, label: substitute.name }]),
  ]);
  const decide = async () => {
    setAsked(true);
    if (who === null || reason.trim() === "") return;
    const { meetingId } = shared;
    const { itemId } = item;
    const done = await act.run({
      type: "recusal.decide",
      meetingId,
      itemId,
      personId: who,
      degree,
      reason: reason.normalize("NFC").trim(),
    });
    if (!done) return;
    announceDone(t("recusals.decided"));
    onClose();
  };
  return (
    <Dialog
      title={t("recusals.decideTitle")}
      isOpen
      onClose={onClose}
      mustAnswer={reason.trim() !== ""}
      confirm={{
        label: t("recusals.confirm"),
        isPending: act.underWay === "recusal.decide",
        isDisabled: !act.isConnected,
        onPress: () => void decide(),
      }}
    >
      <div className="grid gap-4">
        <p className="text-muted">{`${item.number}. ${titleOf(item)}`}</p>
        <Select
          label={t("recusals.who")}
          value={who}
          onChange={(personId) => {
            setWho(personId);
            const known = item.recusals.find((each) => each.personId === personId);
            if (known !== undefined) setDegree(known.degree);
          }}
          choices={people}
          error={isAsked && who === null ? t("recusals.whoMissing") : undefined}
        />
        {given !== undefined && (
          <p className="text-small">{t("recusals.givenReason", { reason: given.reason })}</p>
        )}
        <Select
          label={t("recusals.howFar")}
          value={degree}
          onChange={setDegree}
          choices={recusalDegrees.map((each) => ({
            value: each,
            label: t(`recusals.degreeChoice.${each}`),
          }))}
        />
        <p className="text-small text-muted">{t(`recusals.degreeExplain.${degree}`)}</p>
        <TextArea
          label={t("ui.reason")}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          isRequired
          error={isAsked && reason.trim() === "" ? t("ui.reasonMissing") : undefined}
        />
      </div>
    </Dialog>
  );
}
