import { Check, CircleAlert, X } from "lucide-react";
import {
  UNSTABLE_Toast as AriaToast,
  Button,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { useTranslations } from "use-intl";

export type Note = {
  text: string;
  tone: "done" | "problem";
  act?: { label: string; onPress: () => void };
};

export const toasts = new ToastQueue<Note>({ maxVisibleToasts: 3 });

export function ToastLayer() {
  const t = useTranslations("ui");
  return (
    <ToastRegion
      queue={toasts}
      aria-label={t("notifications")}
      className="print:hidden fixed inset-x-4 bottom-[calc(7rem+env(safe-area-inset-bottom))] z-toast mx-auto flex max-w-lg flex-col gap-2 outline-none"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="rises flex min-h-13 items-center gap-3 rounded-2 border border-border bg-ink py-1 ps-4 pe-1 text-surface shadow-float"
        >
          {toast.content.tone === "done" ? (
            <Check aria-hidden className="size-5 shrink-0" />
          ) : (
            <CircleAlert aria-hidden className="size-5 shrink-0" />
          )}
          <ToastContent className="min-w-0 flex-1 py-2 text-label">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.act && (
            <Button
              onPress={() => {
                toast.content.act?.onPress();
                toasts.close(toast.key);
              }}
              className="min-h-11 rounded-1 px-3 text-label underline"
            >
              {toast.content.act.label}
            </Button>
          )}
          <Button
            slot="close"
            aria-label={t("close")}
            className="grid size-11 shrink-0 place-items-center rounded-1"
          >
            <X aria-hidden className="size-5" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
