import { useEffect, useState } from "react";
import { classes } from "../ui";
import { livePages } from "./canvas-budget";
import { deskGap, type Layout, shareOf, turned } from "./layout";
import type { PageKeeper } from "./page-keeper.client";
import { PageSheet, type UnlaidBox } from "./page-sheet";
import { useSettings } from "./settings";
import type { Desk, FirstLook } from "./use-desk";

/** How long a zoom rests before pages are painted anew; until then their pictures are stretched. */
const zoomRestMs = 140;

/** The pages of a paper under each other on the desk; only those that are seen, and their neighbours, exist. */
export function PaperDesk({
  desk,
  keeper,
  first,
  label,
}: {
  desk: Desk;
  keeper: PageKeeper | null;
  /** null while the sizes of the pages are not known */
  first: FirstLook | null;
  label: string;
}) {
  const { layout, seen, scroller } = desk;
  const { night } = useSettings();
  const live = layout === null ? [] : livePages(seen, layout.pages);
  const rested = useRested(layout);
  const wanted = live.join(",");
  useEffect(() => {
    if (keeper === null || rested === null || wanted === "") return;
    keeper.want(
      wanted.split(",").map((text) => {
        const box = rested.boxOf(Number(text));
        return { page: Number(text), box: { ...box, ...turned(box, rested.view) } };
      }),
    );
  }, [keeper, rested, wanted]);

  // The page that is seen first keeps its place in the tree, and so its picture, when the desk has measured itself.
  const sheets =
    layout === null
      ? unlaid(first)
      : [...live].sort((a, b) => a - b).map((page) => ({ page, ...layout.boxOf(page) }));
  const onDesk =
    layout === null ? { padding: deskGap } : { width: layout.width, height: layout.height };
  return (
    // A region that scrolls must be reachable by keyboard.
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      data-desk
      aria-label={label}
      className={classes(
        night && "paper-night",
        "relative min-h-0 flex-1 overflow-auto bg-sunken [touch-action:pan-x_pan-y] [overflow-anchor:none]",
      )}
    >
      <div className="relative" style={onDesk}>
        {sheets.map((sheet) => (
          <PageSheet key={sheet.page} keeper={keeper} turn={layout?.view.turn ?? 0} {...sheet} />
        ))}
      </div>
    </section>
  );
}

function unlaid(first: FirstLook | null): ({ page: number } & UnlaidBox)[] {
  if (first === null) return [];
  const { page, part } = first.place;
  const { width, height, points } = shareOf(first.runs, page);
  return [{ page, widthShare: width, heightShare: height, part, points }];
}

/** The layout as soon as it has not changed for a moment; the first one at once. */
function useRested(layout: Layout | null): Layout | null {
  const [rested, setRested] = useState(layout);
  useEffect(() => {
    if (layout === null) return;
    const timer = setTimeout(() => setRested(layout), zoomRestMs);
    return () => clearTimeout(timer);
  }, [layout]);
  return rested ?? layout;
}
