import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, Dialog } from "../ui";

/** Asks once more before what cannot be taken back; closes when the server has done it. */
export function ConfirmDialog(props: {
  title: string;
  explain: string;
  confirm: string;
  danger?: boolean;
  onClose: () => void;
  onConfirm: () => Promise<boolean>;
}) {
  const { title, explain, confirm, danger = false, onClose, onConfirm } = props;
  const t = useTranslations("ui");
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    const done = await onConfirm();
    setSending(false);
    if (done) onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      mustAnswer
      onClose={onClose}
      actions={
        <>
          <Button variant="neutral" onPress={onClose}>
            {t("cancel")}
          </Button>
          <Button variant={danger ? "danger" : "primary"} isPending={isSending} onPress={send}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{explain}</p>
    </Dialog>
  );
}
