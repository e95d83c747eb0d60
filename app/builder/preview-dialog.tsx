import { Eye } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { MeetingId, PersonId } from "../../domain/ids";
import type { OfficeView } from "../../domain/meetings";
import { ButtonLink, Dialog, Select } from "../ui";

/** Whose view of the pack to look at: exactly what that person sees, to look at only. */
export function PreviewDialog(props: {
  meetingId: MeetingId;
  office: OfficeView;
  onClose: () => void;
}) {
  const { meetingId, office, onClose } = props;
  const t = useTranslations();
  const [chosen, setChosen] = useState<PersonId | null>(office.participants[0]?.personId ?? null);
  return (
    <Dialog
      title={t("builder.asMember")}
      isOpen
      onClose={onClose}
      actions={
        chosen !== null && (
          <ButtonLink to={`/meetings/${meetingId}/preview/${chosen}`} variant="primary" icon={Eye}>
            {t("builder.preview")}
          </ButtonLink>
        )
      }
    >
      <Select
        label={t("builder.previewOf")}
        help={t("builder.previewHelp")}
        value={chosen}
        onChange={setChosen}
        choices={office.participants.map(({ personId, name, capacity }) => ({
          value: personId,
          label: name,
          detail: t(`attendance.capacity.${capacity}`),
        }))}
      />
    </Dialog>
  );
}
