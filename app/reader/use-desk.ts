/** The desk a paper lies on: its size, the zoom, what of the paper is seen, and the ways to move over it. */
import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import type { PageRun } from "../../domain/documents";
import {
  clampZoom,
  deskGap,
  heightOf,
  type Layout,
  layOut,
  type Place,
  placeAt,
  type Turn,
  type View,
  type Zoom,
} from "./layout";
import { useDoubleTap, usePinch } from "./use-gestures";
import { useBrowserLayoutEffect } from "./use-layout";

/** A page counts as the one being read when it lies under this line. */
const readingLine = 160;

const turns: readonly Turn[] = [0, 1, 2, 3];

type Size = { width: number; height: number };
/** A point of the paper and where on the desk it is to stay. */
type Anchor = { place: Place; y: number; across: number; x: number };

/** What of the paper is on the desk: the page being read, and the first and last of which something shows. */
type Sighted = { page: number; first: number; last: number };

/** What is to be seen before the desk knows its size. */
export type FirstLook = { runs: readonly PageRun[]; place: Place };

export type Desk = {
  scroller: RefObject<HTMLDivElement>;
  layout: Layout | null;
  zoom: Zoom;
  page: number;
  seen: { first: number; last: number };
  /** @param y points from the top of the page that are to be in sight, a third down the desk */
  goTo(page: number, y?: number): void;
  /** Where the paper lies at this moment, to come back to. */
  place(): Place;
  goToPlace(place: Place): void;
  /** Turns all pages by a quarter to the right. */
  rotate(): void;
  /** From where the paper lies at this moment: keys come faster than pictures. */
  turn(pages: number): void;
  zoomTo(zoom: Zoom): void;
};

export function useDesk(
  runs: readonly PageRun[] | null,
  start: () => (Place & { zoom: Zoom }) | null,
  onRest: (place: Place, zoom: Zoom) => void,
  columns: View["columns"],
  /** what is taken to be in sight until the desk has looked */
  firstPage: number,
): Desk {
  const scroller = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const [zoom, setZoom] = useState<Zoom>("fit");
  const [turn, setTurn] = useState<Turn>(0);
  const [sighted, setSighted] = useState<Sighted>({
    page: firstPage,
    first: firstPage,
    last: firstPage,
  });
  const anchor = useRef<Anchor | null>(null);

  useBrowserLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let before: DOMRect | null = null;
    const measure = () => {
      const now = element.getBoundingClientRect();
      // A bar or a line of news above takes its height from the desk; the paper stays where the eye is.
      const lower = before?.width === now.width ? now.top - before.top : 0;
      if (lower !== 0) {
        element.scrollTop += lower;
        if (anchor.current !== null)
          anchor.current = { ...anchor.current, y: anchor.current.y - lower };
      }
      before = now;
      setSize({ width: element.clientWidth, height: element.clientHeight });
    };
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, []);

  const layout = useMemo(
    () => (runs === null || size === null ? null : layOut(runs, { zoom, columns, turn }, size)),
    [runs, zoom, columns, turn, size],
  );

  // The place where reading stopped last time; known only in the browser, and before anything is painted.
  const begun = useRef(false);
  useBrowserLayoutEffect(() => {
    if (runs === null || begun.current) return;
    begun.current = true;
    const place = start();
    if (place === null) return;
    anchor.current = {
      place,
      y: deskGap,
      across: 0.5,
      x: (scroller.current?.clientWidth ?? 0) / 2,
    };
    setZoom(place.zoom);
  }, [runs, start]);

  const height = size?.height ?? 0;
  const line = Math.min(readingLine, height / 3);
  // Only what differs is told: a page that scrolls by one pixel draws nothing anew.
  const look = useCallback(() => {
    const element = scroller.current;
    if (layout === null || element === null) return;
    const under = (y: number) => layout.pageAt(element.scrollTop + y);
    const now = {
      page: under(line),
      first: under(0),
      last: layout.lastPageAt(element.scrollTop + height),
    };
    setSighted((before) =>
      before.page === now.page && before.first === now.first && before.last === now.last
        ? before
        : now,
    );
  }, [layout, line, height]);

  // Whatever changes the layout, the point that is looked at stays where it is.
  useBrowserLayoutEffect(() => {
    const element = scroller.current;
    if (layout === null || element === null) return;
    const kept = anchor.current;
    if (kept !== null) {
      element.scrollTop = heightOf(layout, kept.place) - kept.y;
      element.scrollLeft = kept.across * layout.width - kept.x;
    }
    look();
  }, [layout, look]);

  const anchorAt = useCallback(
    (x: number, y: number) => {
      const element = scroller.current;
      if (layout === null || element === null) return;
      anchor.current = {
        place: placeAt(layout, element.scrollTop + y),
        y,
        across: (element.scrollLeft + x) / layout.width,
        x,
      };
    },
    [layout],
  );

  // Ends with the layout itself: the pages of one that is gone collapse, and that is no scrolling of the reader's.
  useBrowserLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || layout === null) return;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        if (anchor.current !== null) onRest(anchor.current.place, zoom);
      }, 400);
    };
    const onScroll = () => {
      look();
      // Below the gap between two pages, so that a page just turned to is the one that is remembered.
      anchorAt(element.clientWidth / 2, deskGap);
      rest();
    };
    // A new layout ends the waiting of the one before; where a link led to is remembered without a scroll.
    rest();
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(resting);
      element.removeEventListener("scroll", onScroll);
    };
  }, [layout, zoom, anchorAt, onRest, look]);

  const zoomAround = useCallback(
    (next: Zoom, x: number, y: number) => {
      anchorAt(x, y);
      setZoom(typeof next === "number" ? clampZoom(next) : next);
    },
    [anchorAt],
  );
  usePinch(scroller, layout, zoomAround);
  useDoubleTap(scroller, zoom, zoomAround);

  return useMemo(() => {
    const scrollTo = (top: number) => {
      if (scroller.current !== null) scroller.current.scrollTop = top;
    };
    const goTo = (page: number, y?: number) => {
      if (layout === null) return;
      const box = layout.boxOf(Math.min(layout.pages, Math.max(1, page)));
      scrollTo(y === undefined ? box.top - deskGap / 2 : box.top + y * box.scale - height / 3);
    };
    const top = () => scroller.current?.scrollTop ?? 0;
    return {
      scroller,
      layout,
      zoom,
      page: sighted.page,
      seen: { first: sighted.first, last: sighted.last },
      goTo,
      place: () => (layout === null ? { page: 1, part: 0 } : placeAt(layout, top() + deskGap)),
      goToPlace: (place) => {
        if (layout !== null) scrollTo(heightOf(layout, place) - deskGap);
      },
      turn(pages) {
        if (layout !== null) goTo(layout.pageAt(top() + line) + pages * layout.view.columns);
      },
      rotate() {
        anchorAt((size?.width ?? 0) / 2, deskGap);
        setTurn((before) => turns[(before + 1) % turns.length] ?? 0);
      },
      zoomTo(next) {
        zoomAround(next, (size?.width ?? 0) / 2, height / 2);
      },
    };
  }, [layout, zoom, sighted, size, height, line, zoomAround, anchorAt]);
}
