import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Grade } from "../../domain/bodies";
import { type DocumentKind, documentKinds } from "../../domain/documents";
import { DocumentId, type ItemId, type MeetingId } from "../../domain/ids";
import type { PaperView } from "../../domain/meetings";
import type { Act } from "../acts";
import { useText } from "../messages/text";
import { Dialog, NumberField, Select, TextField } from "../ui";

const ungraded = "-";

/** Describes a paper, or enters one that exists on paper only: handed out and taken back. */
export function PaperDialog(props: {
  /** null: a new paper-only one */
  paper: PaperView | null;
  itemId: ItemId;
  meetingId: MeetingId;
  grades: readonly Grade[];
  act: Act;
  onClose: () => void;
}) {
  const { paper, itemId, meetingId, grades, act, onClose } = props;
  const t = useTranslations();
  const text = useText();
  const [kind, setKind] = useState<DocumentKind>(paper?.kind ?? "reference");
  const [title, setTitle] = useState(paper?.title ?? { vi: "", en: "" });
  const [grade, setGrade] = useState(paper?.grade ?? ungraded);
  const [copies, setCopies] = useState(30);
  const [isAsked, setAsked] = useState(false);
  const isMissing = title.vi.trim() === "";
  const save = async () => {
    setAsked(true);
    if (isMissing) return;
    const described = { meetingId, kind, title, grade: grade === ungraded ? null : grade };
    const done =
      paper === null
        ? await act.run({
            type: "document.attach_reference",
            ...described,
            itemId,
            documentId: DocumentId.parse(crypto.randomUUID()),
            copies,
          })
        : await act.run({
            type: "document.describe",
            ...described,
            documentId: paper.documentId,
          });
    if (done) onClose();
  };
  return (
    <Dialog
      title={t(paper === null ? "builder.addReference" : "builder.describePaper")}
      isOpen
      onClose={onClose}
      confirm={{ label: t("ui.save"), isPending: act.underWay !== null, onPress: save }}
    >
      <div className="grid gap-4">
        {paper === null && <p className="text-muted">{t("documents.paperOnly")}</p>}
        <TextField
          label={t("builder.paperTitle")}
          value={title.vi}
          onChange={(vi) => setTitle({ ...title, vi })}
          maxLength={300}
          isRequired
          error={isAsked && isMissing ? t("ui.needed") : undefined}
        />
        <TextField
          label={`${t("builder.paperTitleEn")} (${t("ui.optional")})`}
          value={title.en}
          onChange={(en) => setTitle({ ...title, en })}
          maxLength={300}
        />
        <Select
          label={t("builder.paperKind")}
          value={kind}
          onChange={setKind}
          choices={documentKinds.map((value) => ({ value, label: t(`documents.kind.${value}`) }))}
        />
        <Select
          label={t("builder.grade")}
          value={grade}
          onChange={setGrade}
          choices={[
            { value: ungraded, label: t("documents.ungraded") },
            ...grades.map(({ code, name }) => ({ value: code, label: text(name) })),
          ]}
        />
        {paper === null && (
          <NumberField
            label={t("builder.copies")}
            value={copies}
            minValue={1}
            maxValue={1000}
            onChange={setCopies}
          />
        )}
      </div>
    </Dialog>
  );
}
