import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { classes, PlainButton } from "../ui";
import { ThumbnailBadges } from "./extras";
import type { Layout } from "./layout";
import { thumbnailOf } from "./pictures";
import { useReader } from "./reader-context";
import { useReading } from "./reading";
import { useBrowserLayoutEffect } from "./use-layout";

const pictureWidth = 82;
/** Under the picture: the gap, the number, the gap to the next. */
const captionHeight = 40;

/** Small pages under each other with their running numbers; only those in sight exist. */
export function Thumbnails({ onLeave }: { onLeave?: () => void }) {
  const t = useTranslations("reader");
  const { desk } = useReader();
  const { layout, page: current } = desk;
  const list = useRef<HTMLOListElement>(null);
  const [seen, setSeen] = useState({ first: 1, last: 12 });

  useBrowserLayoutEffect(() => {
    const scroller = list.current?.parentElement;
    if (layout === null || !scroller) return;
    const look = () => {
      const rows = rowsOf(layout);
      const first = Math.max(1, rows.pageAt(scroller.scrollTop) - 3);
      const last = Math.min(
        layout.pages,
        rows.pageAt(scroller.scrollTop + scroller.clientHeight) + 3,
      );
      setSeen((before) =>
        before.first === first && before.last === last ? before : { first, last },
      );
    };
    look();
    scroller.addEventListener("scroll", look, { passive: true });
    return () => scroller.removeEventListener("scroll", look);
  }, [layout]);

  // The page being read stays in sight.
  useEffect(() => {
    const scroller = list.current?.parentElement;
    if (layout === null || !scroller) return;
    const { top, height } = rowsOf(layout).rowOf(current);
    if (top < scroller.scrollTop || top + height > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = top - (scroller.clientHeight - height) / 2;
    }
  }, [layout, current]);

  if (layout === null) return null;
  const rows = rowsOf(layout);
  // What was in sight of a longer paper, or before the length was known, is no page of this one.
  const last = Math.min(seen.last, layout.pages);
  const numbers = Array.from({ length: last - seen.first + 1 }, (_, at) => seen.first + at);
  return (
    <ol ref={list} aria-label={t("pages")} className="relative" style={{ height: rows.height }}>
      {numbers.map((page) => (
        <Thumbnail key={page} page={page} {...rows.rowOf(page)} {...(onLeave && { onLeave })} />
      ))}
    </ol>
  );
}

function Thumbnail(props: { page: number; top: number; picture: number; onLeave?: () => void }) {
  const { page, top, picture, onLeave } = props;
  const t = useTranslations("reader");
  const { desk, versionId, jump, packPage } = useReader();
  const { isShown } = useReading();
  const isCurrent = desk.page === page;
  return (
    <li className="absolute inset-x-0" style={{ top }}>
      <PlainButton
        current={isCurrent}
        label={t("pageInPack", { n: String(page), packPage: packPage(page) })}
        onPress={() => {
          if (!isCurrent) jump({ page });
          onLeave?.();
        }}
        className={classes(
          "relative grid w-full justify-items-center gap-1 pt-2 -outline-offset-4",
          isCurrent &&
            "before:absolute before:inset-y-2 before:start-0 before:w-1 before:rounded-e-full before:bg-primary",
        )}
      >
        <span
          className={classes(
            "block overflow-hidden rounded-1 bg-[#fff]",
            isCurrent ? "outline-3 outline-primary" : "outline-1 outline-border",
          )}
          style={{ width: pictureWidth, height: picture }}
        >
          {isShown && (
            <img
              src={thumbnailOf(versionId, page)}
              alt=""
              loading="lazy"
              className="size-full object-contain"
            />
          )}
        </span>
        <span
          className={classes(
            "text-small tabular-nums",
            isCurrent ? "font-[650] text-primary" : "text-muted",
          )}
        >
          {packPage(page)}
        </span>
      </PlainButton>
      {/* beside the number, not in the button: its name says the page and nothing else */}
      <span className="pointer-events-none absolute start-1/2 bottom-0 ms-5 flex h-5 items-center text-small text-muted">
        <ThumbnailBadges page={page} />
      </span>
    </li>
  );
}

type Rows = {
  height: number;
  rowOf(page: number): { top: number; height: number; picture: number };
  pageAt(y: number): number;
};

const known = new WeakMap<Layout, Rows>();

/** Where each thumbnail lies: as high as its page is in proportion. */
function rowsOf(layout: Layout): Rows {
  const before = known.get(layout);
  if (before !== undefined) return before;
  const tops: number[] = [];
  let top = 4;
  for (let page = 1; page <= layout.pages; page += 1) {
    tops.push(top);
    top += pictureOf(layout, page) + captionHeight;
  }
  const rows: Rows = {
    height: top + 4,
    rowOf(page) {
      const picture = pictureOf(layout, page);
      return { top: tops[page - 1] ?? 0, height: picture + captionHeight, picture };
    },
    pageAt: (y) => Math.max(1, tops.findLastIndex((each) => each <= y) + 1),
  };
  known.set(layout, rows);
  return rows;
}

/** Kept between a flat map and a long receipt, so that no page takes the whole rail. */
function pictureOf(layout: Layout, page: number): number {
  const { width, height } = layout.boxOf(page);
  return Math.round(Math.min(180, Math.max(40, (pictureWidth * height) / width)));
}
