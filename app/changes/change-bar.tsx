import { ChevronDown, ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Change } from "../../domain/versions";
import { useReader } from "../reader/reader-context";
import { IconButton } from "../ui";

/** Which change is looked at, what the colours say, and the way to the next one. */
export function ChangeBar(props: {
  changes: readonly Change[];
  page: number;
  /** null: a page without a change, or a mark is looked at */
  current: number | null;
  onGo: (index: number) => void;
  trailing: ReactNode;
}) {
  const { changes, page, current, onGo, trailing } = props;
  const t = useTranslations("changes");
  const { packPage } = useReader();
  const at = current;
  const change = at === null ? null : changes[at];
  const before = at === null ? lastBefore(changes, page) : at - 1;
  const next = at === null ? changes.findIndex((each) => each.page >= page) : at + 1;
  return (
    <section
      aria-label={t("changes")}
      className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-border bg-surface px-4 py-1"
    >
      <div className="min-w-0 flex-1" aria-live="polite">
        <p className="text-label font-[650]">
          {at === null
            ? t("changeCount", { n: changes.length })
            : t("changeOf", { n: String(at + 1), of: String(changes.length) })}
        </p>
        <p className="truncate text-small text-muted">
          {[t("onPage", { page: packPage(page) }), change?.heading].filter(Boolean).join(" · ")}
        </p>
      </div>
      <p className="hidden items-center gap-3 font-doc text-small min-[1100px]:flex">
        <del className="change-removed">{t("removed")}</del>
        <ins className="change-added">{t("added")}</ins>
        <span className="mark-proposed px-1">{t("proposed")}</span>
      </p>
      {trailing}
      <div className="flex gap-1">
        <IconButton
          icon={ChevronUp}
          label={t("previous")}
          isDisabled={before < 0}
          onPress={() => onGo(before)}
        />
        <IconButton
          icon={ChevronDown}
          label={t("next")}
          isDisabled={next < 0 || next >= changes.length}
          onPress={() => onGo(next)}
        />
      </div>
    </section>
  );
}

function lastBefore(changes: readonly Change[], page: number): number {
  return changes.findLastIndex((each) => each.page < page);
}
