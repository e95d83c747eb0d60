import { MessageSquareText } from "lucide-react";
import { usePageMarks } from "./mark-desk";

/** How many marks a page bears, beside its number; for the eye alone: the list says it page by page. */
export function ThumbnailMarks({ page }: { page: number }) {
  const { length: count } = usePageMarks(page);
  if (count === 0) return null;
  return (
    <span aria-hidden className="flex items-center gap-0.5">
      <MessageSquareText className="size-3.5" />
      {count}
    </span>
  );
}
