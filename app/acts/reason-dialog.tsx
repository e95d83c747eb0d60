import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog, TextArea } from "../ui";

/** Asks why; closes only when the server has done it, so that what was typed is never lost. */
export function ReasonDialog(props: {
  title: string;
  subject: string;
  /** what follows from it */
  explain?: string;
  isRequired: boolean;
  confirm: string;
  onClose: () => void;
  onConfirm: (reason: string) => Promise<boolean>;
}) {
  const { title, subject, explain, isRequired, confirm, onClose, onConfirm } = props;
  const t = useTranslations();
  const [reason, setReason] = useState("");
  const [isSending, setSending] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const isMissing = isRequired && reason.trim() === "";
  const send = async () => {
    setAsked(true);
    if (isMissing) return;
    setSending(true);
    const done = await onConfirm(reason);
    setSending(false);
    if (done) onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      confirm={{ label: confirm, isPending: isSending, onPress: send }}
    >
      <p className="mb-4 text-muted">{subject}</p>
      {explain !== undefined && <p className="mb-4 text-small">{explain}</p>}
      <TextArea
        label={isRequired ? t("ui.reason") : `${t("ui.reason")} (${t("ui.optional")})`}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        isRequired={isRequired}
        error={isAsked && isMissing ? t("ui.reasonMissing") : undefined}
      />
    </Dialog>
  );
}
