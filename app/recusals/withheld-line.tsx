import { UserX } from "lucide-react";
import { useTranslations } from "use-intl";
import type { MeetingView } from "../../domain/meetings";

/** One line on top of the room: which numbers of the agenda are missing here, and why. */
export function WithheldLine({ view }: { view: MeetingView }) {
  const t = useTranslations("recusals");
  const withheld = view.me.recusals.filter(
    (own) => !view.shared.items.some(({ itemId }) => itemId === own.itemId),
  );
  if (withheld.length === 0) return null;
  return (
    <p className="flex min-h-11 shrink-0 items-center gap-3 border-b border-border bg-surface-2 px-4 text-small">
      <UserX aria-hidden className="size-5 shrink-0 text-muted" />
      {t("withheld", { numbers: withheld.map(({ number }) => number).join(", ") })}
    </p>
  );
}
