import { MessageSquareText } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePageMarks } from "./mark-desk";

/** How many marks a page bears, beside its number. */
export function ThumbnailMarks({ page }: { page: number }) {
  const t = useTranslations("marks");
  const { length: count } = usePageMarks(page);
  if (count === 0) return null;
  return (
    <span className="flex items-center gap-0.5">
      <MessageSquareText aria-hidden className="size-3.5" />
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t("thumbnail", { count })}</span>
    </span>
  );
}
