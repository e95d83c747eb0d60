import { UserX } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ItemView, MeetingView } from "../../domain/meetings";

/** One line over the papers: who stands aside from this item, how far, and what that means for the viewer. */
export function RecusalLine({ item, me }: { item: ItemView; me: MeetingView["me"] }) {
  const t = useTranslations("recusals");
  if (item.recusals.length === 0) return null;
  const own = me.recusals.find(({ itemId }) => itemId === item.itemId)?.degree;
  const names = item.recusals.map(({ personId, name, degree, decided }) => ({
    personId,
    words: `${name} (${[t(`degree.${degree}`), ...(decided ? [] : [t("undecided")])].join(", ")})`,
  }));
  return (
    <div className="flex min-h-11 shrink-0 items-center gap-3 border-b border-border bg-surface px-4 py-1 text-small">
      <UserX aria-hidden className="size-5 shrink-0 text-muted" />
      <p>
        {own !== undefined && own !== "excluded" && (
          <strong className="me-2 font-[650]">{t(`own.${own}`)}</strong>
        )}
        {t("line")} {names.map(({ words }) => words).join("; ")}
      </p>
    </div>
  );
}
