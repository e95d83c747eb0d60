import { MessageSquareText } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { HandoverSection } from "../handovers";
import { useReader } from "../reader/reader-context";
import { EmptyFace } from "../ui";
import { filtered, pagesIn, threadsIn } from "./filter";
import { FilterRow } from "./filter-row";
import { LayerRows } from "./layer-rows";
import { useMarkDesk } from "./mark-desk";
import { OrphanRow } from "./orphan-row";
import { SavingFooter } from "./saving-footer";
import { ThreadRow } from "./thread-row";
import { useTooling } from "./tooling";

/** All marks on the paper: the layers and who sees them, a filter, the list by page, and whether all is safe. */
export function NotesPanel() {
  const t = useTranslations("marks");
  const { packPage, me } = useReader();
  const { all, threads } = useMarkDesk();
  const { shown, filter, selected } = useTooling();
  const list = useRef<HTMLDivElement>(null);
  const listed = useMemo(() => threadsIn(all, threads, shown), [all, threads, shown]);
  const pages = useMemo(() => pagesIn(filtered(listed, filter, me)), [listed, filter, me]);
  const orphans = useMemo(
    () =>
      [...threads.values()].filter(
        ({ deletedRoot, layer, resolved }) =>
          deletedRoot && shown.has(layer) && !(filter.which === "unresolved" && resolved),
      ),
    [threads, shown, filter.which],
  );

  // What was touched on the page is to be seen here, without moving the page.
  useEffect(() => {
    if (selected === null) return;
    const row = list.current?.querySelector(`[data-thread="${CSS.escape(selected)}"]`);
    row?.scrollIntoView({ block: "nearest" });
  }, [selected]);

  return (
    <div className="flex h-full min-h-0 flex-col">
      <LayerRows />
      <HandoverSection />
      <FilterRow listed={listed} />
      <div ref={list} className="min-h-0 flex-1 overflow-auto">
        {pages.length === 0 && orphans.length === 0 ? (
          <EmptyFace
            icon={MessageSquareText}
            title={listed.length === 0 ? t("empty") : t("emptyFiltered")}
          >
            {listed.length === 0 ? t("emptyExplain") : undefined}
          </EmptyFace>
        ) : (
          <section aria-label={t("list")}>
            {pages.map(({ page, threads: onPage }) => (
              <section key={page} aria-label={t("onPage", { n: packPage(page) })}>
                <h2 className="sticky top-0 z-1 border-b border-border bg-surface-2 px-5 py-1.5 text-small font-[650] tabular-nums text-ink">
                  {t("onPage", { n: packPage(page) })}
                </h2>
                <ul>
                  {onPage.map(({ thread, drawn }) => (
                    <ThreadRow key={thread.key} thread={thread} drawn={drawn} />
                  ))}
                </ul>
              </section>
            ))}
            {orphans.length > 0 && (
              <section aria-label={t("deletedRoot")}>
                <h2 className="border-b border-border bg-surface-2 px-5 py-1.5 text-small font-[650] text-ink">
                  {t("deletedRoot")}
                </h2>
                <ul>
                  {orphans.map((thread) => (
                    <OrphanRow key={thread.key} thread={thread} />
                  ))}
                </ul>
              </section>
            )}
          </section>
        )}
      </div>
      <SavingFooter />
    </div>
  );
}

/** Marks in layers that are switched on: beside the panel's name. */
export function useNotesCount(): number {
  const { all } = useMarkDesk();
  const { shown } = useTooling();
  return useMemo(() => all.filter(({ stored }) => shown.has(stored.layer)).length, [all, shown]);
}
