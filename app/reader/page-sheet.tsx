import { RotateCw } from "lucide-react";
import { type CSSProperties, memo, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, classes } from "../ui";
import { PageParts } from "./extras";
import { type Box, type Turn, turned } from "./layout";
import type { PageKeeper, PageState } from "./page-keeper.client";
import { PageLinks } from "./page-links";
import { PageWords } from "./page-words";
import { posterOf } from "./pictures";
import { useReader } from "./reader-context";
import { useBrowserLayoutEffect } from "./use-layout";

/**
 * A page before the desk has measured itself, in parts of the width that the desk will have for pages: so the server can
 * draw it, and it is seen at once. `part`: of the page above the upper edge.
 */
export type UnlaidBox = {
  widthShare: number;
  heightShare: number;
  part: number;
  /** of the page, in points */
  points: number;
};

/** One page in its place: its number until it is painted, then its picture with its words over it. */
export const PageSheet = memo(function PageSheet({
  page,
  turn,
  keeper,
  ...box
}: (Box | UnlaidBox) & { page: number; turn: Turn; keeper: PageKeeper | null }) {
  const t = useTranslations();
  const { versionId } = useReader();
  // Everything on the page is laid out upright, and turned with it.
  const upright = "scale" in box ? turned(box, { turn }) : filling;
  const layer = "scale" in box ? { page, ...turned(box, { turn }), scale: box.scale } : null;
  const picture = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<PageState>("waiting");
  const [isEarly, setEarly] = useState(layer === null);

  useBrowserLayoutEffect(() => {
    if (keeper === null || picture.current === null) return;
    return keeper.attach(page, {
      picture: picture.current,
      report: (now) => {
        setState(now);
        if (now !== "waiting") setEarly(false);
      },
    });
  }, [keeper, page]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a page of a paper is a group of its words, not of form fields
    <div
      role="group"
      aria-label={t("reader.page", { n: String(page) })}
      className={classes("paper-sheet", layer === null && "paper-sheet-unlaid")}
      style={placeOf(box)}
      data-state={state}
      {...("points" in box && {
        "data-version": versionId,
        "data-page": page,
        "data-points": box.points,
      })}
    >
      {state === "waiting" && (
        <span aria-hidden className="paper-number">
          {page}
        </span>
      )}
      <div className="paper-upright" data-turn={turn} style={upright}>
        {state === "waiting" && (
          <img src={posterOf(versionId, page)} alt="" className="paper-poster" />
        )}
        {isEarly && <EarlyPicture />}
        <div ref={picture} aria-hidden="true" className="relative h-full" />
        {layer !== null && <PageParts part="PageLayer" {...layer} />}
        {layer !== null && <PageWords {...layer} />}
        {layer !== null && <PageLinks {...layer} />}
        {layer !== null && turn === 0 && <PageParts part="PageTool" {...layer} />}
      </div>
      {state === "failed" && (
        <div className="absolute inset-0 grid place-items-center bg-surface">
          <div className="grid justify-items-center gap-3 p-4 text-center">
            <p role="alert" className="text-body">
              {t("reader.pageFailed", { n: String(page) })}
            </p>
            <Button size="48" icon={RotateCw} onPress={() => keeper?.retry(page)}>
              {t("ui.retry")}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
});

/** Painted before this runs (`early-paper.client.ts`), over the poster; its memory goes with it. */
function EarlyPicture() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { current } = canvas;
    return () => {
      if (current === null) return;
      current.width = 0;
      current.height = 0;
    };
  }, []);
  return (
    <div aria-hidden="true" className="paper-poster">
      <canvas ref={canvas} suppressHydrationWarning />
    </div>
  );
}

const filling: CSSProperties = { width: "100%", height: "100%" };

function placeOf(box: Box | UnlaidBox): CSSProperties {
  if ("scale" in box) {
    const { top, left, width, height } = box;
    return { top, left, width, height };
  }
  const { widthShare, heightShare, part } = box;
  return {
    width: `${widthShare * 100}%`,
    aspectRatio: `${widthShare} / ${heightShare}`,
    // A percentage of a margin is one of the width too.
    marginTop: `${-part * heightShare * 100}%`,
  };
}
