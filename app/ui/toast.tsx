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

type Note = {
  text: string;
  tone: "done" | "problem";
  act?: { label: string; onPress: () => void };
};

const queue = new ToastQueue<Note>({ maxVisibleToasts: 3 });

/** Says that something was done, and offers to take it back where it can be, for eight seconds. */
export function announceDone(text: string, act?: Note["act"]): void {
  queue.add(act === undefined ? { text, tone: "done" } : { text, tone: "done", act }, {
    timeout: 8_000,
  });
}

/** Says what did not work; stays until it is read. */
export function announceProblem(text: string): void {
  queue.add({ text, tone: "problem" });
}

export function Toasts() {
  const t = useTranslations("ui");
  return (
    <ToastRegion
      queue={queue}
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
                queue.close(toast.key);
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
