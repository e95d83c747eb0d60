import { useReader } from "../reader/reader-context";
import { inScope, isSamePlace, placeOf } from "./findings";
import { useSearch } from "./use-search";

/** Where in the paper the hits lie, at the right edge of the desk. */
export function EdgeTicks() {
  const { desk, paper, item, text, versionId } = useReader();
  const { answer, state } = useSearch();
  const { layout } = desk;
  if (layout === null || answer === null || state.mode === "closed") return null;
  const here = { itemId: item.itemId, documentId: paper.documentId };
  const findings = inScope(answer, "paper", here).papers.flatMap(({ paper: found, hits }) =>
    found.versionId === versionId ? hits.map((hit) => ({ paper: found, hit })) : [],
  );
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 end-0 w-4">
      {findings.map((finding) => {
        const { page, start } = placeOf(finding);
        const box = layout.boxOf(Math.min(page, layout.pages));
        const length = text?.pages[page - 1]?.text.length ?? 0;
        const height = box.top + box.height * (length === 0 ? 0.5 : start / length);
        return (
          <span
            key={`${page}:${start}`}
            className="found-tick"
            data-current={isSamePlace(placeOf(finding), state.current) || undefined}
            style={{ top: `${(100 * height) / layout.height}%` }}
          />
        );
      })}
    </div>
  );
}
