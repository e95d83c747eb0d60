import { MapPin } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ComparedParagraph, Comparison } from "../../domain/versions";
import { useReader } from "../reader/reader-context";
import { Button, classes, EmptyFace, Sheet } from "../ui";
import { ChangeBar } from "./change-bar";
import { ComparedPage } from "./compared-page";
import { DecisionBar } from "./decision-bar";
import type { OlderVersion } from "./older-version";
import { ChangedPages } from "./page-list";
import { ReviewPanel } from "./review-panel";
import { rememberSeen } from "./seen";
import { useComparison } from "./use-comparison";
import { useReviewing } from "./use-reviewing";

/** Pages that changed | both versions | the reader's marks; below, the decision on the mark in hand. */
export function ChangesDesk({ older }: { older: OlderVersion }) {
  const t = useTranslations("changes");
  const { paper, holding } = useReader();
  const frame = useRef<HTMLDivElement>(null);
  const isNarrow = useNarrow(frame);
  const [isReviewOpen, openReview] = useState(false);
  const { state, comparison, retry } = useComparison(older.versionId, holding.versionId);
  const [page, setPage] = useState<number | null>(null);
  const [change, setChange] = useState<number | null>(null);
  const show = useCallback((at: number) => {
    setPage(at);
    setChange(null);
  }, []);
  const showOlder = useCallback(
    (offset: number) => {
      const at = comparison === null ? null : pageWithOlder(comparison, offset);
      if (at !== null) show(at);
    },
    [comparison, show],
  );
  const reviewing = useReviewing(older, show, showOlder);

  useEffect(() => {
    if (state === "compared") rememberSeen(paper.documentId, holding.versionId);
  }, [state, paper.documentId, holding.versionId]);

  const shownPage = page ?? comparison?.changes[0]?.page ?? 1;
  const shown = useMemo(
    () => comparison?.pages.find((each) => each.page === shownPage) ?? null,
    [comparison, shownPage],
  );
  // The tour begins at the first change.
  const current = change ?? (page === null && (comparison?.changes.length ?? 0) > 0 ? 0 : null);
  const goToChange = (index: number) => {
    const target = comparison?.changes[index];
    if (target === undefined) return;
    reviewing.select(null);
    setPage(target.page);
    setChange(index);
  };
  const goToPage = (at: number) => {
    reviewing.select(null);
    setPage(at);
    const first = comparison?.changes.findIndex((each) => each.page === at) ?? -1;
    setChange(first === -1 ? null : first);
  };

  return (
    <div ref={frame} className="flex h-full flex-col">
      <div className={classes("flex min-h-0 flex-1", isNarrow && "flex-col")}>
        {comparison !== null && (
          <ChangedPages
            comparison={comparison}
            marks={reviewing.byPage}
            shown={shownPage}
            onShow={goToPage}
            isStrip={isNarrow}
          />
        )}
        <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-sunken">
          {comparison !== null && (
            <ChangeBar
              changes={comparison.changes}
              page={shownPage}
              current={current}
              onGo={goToChange}
              trailing={
                isNarrow && (
                  <Button size="40" icon={MapPin} onPress={() => openReview(true)}>
                    {t("reviewCount", { n: reviewing.review.check.length })}
                  </Button>
                )
              }
            />
          )}
          {state === "compared" && shown !== null ? (
            <ComparedPage
              key={shown.page}
              older={older}
              page={shown}
              change={current}
              reviewing={reviewing}
            />
          ) : (
            <div className="grid min-h-0 flex-1 place-items-center bg-canvas" aria-live="polite">
              <EmptyFace
                title={t(state === "compared" ? "nothing" : state)}
                {...(state === "failed" && {
                  action: <Button onPress={retry}>{t("retry")}</Button>,
                })}
              >
                {state === "unreadable" && t("unreadableExplain")}
              </EmptyFace>
            </div>
          )}
        </div>
        {!isNarrow && (
          <aside
            aria-label={t("review")}
            className="flex w-76 shrink-0 flex-col border-s border-border bg-surface"
          >
            <ReviewPanel older={older} reviewing={reviewing} />
          </aside>
        )}
      </div>
      <DecisionBar older={older} reviewing={reviewing} />
      {isNarrow && (
        <Sheet title={t("review")} isOpen={isReviewOpen} onClose={() => openReview(false)}>
          <ReviewPanel older={older} reviewing={reviewing} onChosen={() => openReview(false)} />
        </Sheet>
      )}
    </div>
  );
}

/** Beside which page of the newer version some text of the older one is shown. */
function pageWithOlder({ pages }: Comparison, offset: number): number | null {
  const holds = ({ stretches }: ComparedParagraph) =>
    stretches.some(({ start, text }) => offset >= start && offset < start + text.length);
  return pages.find(({ rows }) => rows.some((row) => row.older.some(holds)))?.page ?? null;
}

const leastForColumns = 1_000;

function useNarrow(frame: React.RefObject<HTMLDivElement>): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setNarrow(element.clientWidth < leastForColumns);
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, [frame]);
  return isNarrow;
}
