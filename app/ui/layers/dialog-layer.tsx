import { type LucideIcon, X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "../button";
import { classes } from "../classes";

export type LayerProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** the acts, at the bottom right; the solid one last */
  actions?: ReactNode;
};

/** What a dialog is for, as its solid button; beside it stands the way out. */
type Confirm = {
  label: string;
  onPress: () => void;
  isPending: boolean;
  isDisabled?: boolean;
  icon?: LucideIcon;
};

export type DialogProps = LayerProps & {
  /** an answer is needed: a press outside does not close it */
  mustAnswer?: boolean;
  wide?: boolean;
  /** instead of `actions`: cancel, and this */
  confirm?: Confirm;
};

export function DialogLayer(props: DialogProps) {
  const { title, onClose, children, confirm, mustAnswer = false, wide = false } = props;
  const actions =
    confirm === undefined ? props.actions : <Confirming {...confirm} onCancel={onClose} />;
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!mustAnswer}
      className="fades fixed inset-0 z-dialog grid h-(--visual-viewport-height) grid-rows-[minmax(0,1fr)] place-items-center bg-[rgb(9_13_18/0.5)] p-4"
    >
      <Modal
        className={classes(
          "flex max-h-full w-full flex-col rounded-3 border border-border bg-surface shadow-float",
          wide ? "max-w-3xl" : "max-w-lg",
        )}
      >
        <AriaDialog
          role={mustAnswer ? "alertdialog" : "dialog"}
          className="flex min-h-0 flex-col outline-none"
        >
          <LayerTitle title={title} onClose={onClose} />
          <div className="min-h-0 overflow-auto px-6 pb-5 text-body">{children}</div>
          {actions !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-border px-6 py-4">
              {actions}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Confirming({ label, onCancel, ...confirm }: Confirm & { onCancel: () => void }) {
  const t = useTranslations("ui");
  return (
    <>
      <Button variant="neutral" onPress={onCancel}>
        {t("cancel")}
      </Button>
      <Button variant="primary" {...confirm}>
        {label}
      </Button>
    </>
  );
}

export function SheetLayer({ title, onClose, children, actions }: LayerProps) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className="fades fixed inset-0 z-sheet flex h-(--visual-viewport-height) items-end bg-[rgb(9_13_18/0.35)]"
    >
      <Modal className="rises flex h-[60%] w-full flex-col rounded-t-3 border-t border-border bg-surface pb-[env(safe-area-inset-bottom)] shadow-float">
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <LayerTitle title={title} onClose={onClose} />
          <div className="min-h-0 flex-1 overflow-auto">{children}</div>
          {actions !== undefined && (
            <div className="border-t border-border px-4 py-3">{actions}</div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function LayerTitle({ title, onClose }: { title: string; onClose: () => void }) {
  const t = useTranslations("ui");
  return (
    <div className="flex items-start gap-3 px-6 pt-4 pb-2">
      <Heading slot="title" className="min-w-0 flex-1 py-2 text-h2">
        {title}
      </Heading>
      <IconButton icon={X} label={t("close")} onPress={onClose} />
    </div>
  );
}
