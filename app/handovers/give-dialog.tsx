import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Named } from "../../domain/bodies";
import { type DocumentId, HandoverId, type PersonId } from "../../domain/ids";
import { Day } from "../../domain/text";
import type { Act } from "../acts";
import { useText } from "../messages/text";
import { useReader } from "../reader/reader-context";
import { announceDone, Checkbox, Dialog, MomentField, Select, TextArea } from "../ui";

/** *Giao chuẩn bị*: to whom, which papers of the item, what is asked, and by when. */
export function GiveDialog(props: { staff: readonly Named[]; act: Act; onClose: () => void }) {
  const { staff, act, onClose } = props;
  const t = useTranslations("handovers");
  const ui = useTranslations("ui");
  const text = useText();
  const { meetingId, item, paper } = useReader();
  const [to, setTo] = useState<PersonId | null>(
    staff.length === 1 ? (staff[0]?.personId ?? null) : null,
  );
  const [chosen, setChosen] = useState<ReadonlySet<DocumentId>>(new Set([paper.documentId]));
  const [note, setNote] = useState("");
  const [dueOn, setDueOn] = useState("");
  const [isAsked, setAsked] = useState(false);
  const papers = item.papers.filter(
    ({ holding, grade }) => holding.type === "file" && grade === null,
  );
  const choose = (documentId: DocumentId, isChosen: boolean) => {
    const after = new Set(chosen);
    if (isChosen) after.add(documentId);
    else after.delete(documentId);
    setChosen(after);
  };
  const give = async () => {
    setAsked(true);
    if (to === null || note.trim() === "" || chosen.size === 0) return;
    const day = Day.safeParse(dueOn);
    const done = await act.run({
      type: "handover.give",
      meetingId,
      handoverId: HandoverId.parse(crypto.randomUUID()),
      personId: to,
      documentIds: papers.map(({ documentId }) => documentId).filter((id) => chosen.has(id)),
      note: note.normalize("NFC").trim(),
      dueOn: day.success ? day.data : null,
    });
    if (!done) return;
    announceDone(t("given"));
    onClose();
  };
  return (
    <Dialog
      title={t("give")}
      isOpen
      onClose={onClose}
      mustAnswer={note.trim() !== ""}
      confirm={{
        label: t("giveConfirm"),
        isPending: act.underWay === "handover.give",
        isDisabled: !act.isConnected,
        onPress: () => void give(),
      }}
    >
      <div className="grid gap-4">
        <p className="text-small text-muted">{t("giveExplain")}</p>
        <Select
          label={t("to")}
          value={to}
          onChange={setTo}
          choices={staff.map(({ personId, name }) => ({ value: personId, label: name }))}
          error={isAsked && to === null ? t("toMissing") : undefined}
        />
        <TextArea
          label={t("note")}
          placeholder={t("notePlaceholder")}
          value={note}
          onChange={setNote}
          maxLength={1000}
          isRequired
          error={isAsked && note.trim() === "" ? t("noteMissing") : undefined}
        />
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-label text-ink">{t("papers")}</legend>
          {papers.map(({ documentId, title }) => (
            <Checkbox
              key={documentId}
              isSelected={chosen.has(documentId)}
              onChange={(isChosen) => choose(documentId, isChosen)}
            >
              {text(title)}
            </Checkbox>
          ))}
          {isAsked && chosen.size === 0 && (
            <p className="text-small text-on-danger-soft">{t("papersMissing")}</p>
          )}
        </fieldset>
        <MomentField
          kind="date"
          label={`${t("dueOn")} (${ui("optional")})`}
          value={dueOn}
          onChange={setDueOn}
        />
      </div>
    </Dialog>
  );
}
