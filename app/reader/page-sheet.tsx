import { RotateCw } from "lucide-react";
import { type CSSProperties, memo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui";
import { PageParts } from "./extras";
import { type Box, type Turn, turned } from "./layout";
import type { PageKeeper, PageState } from "./page-keeper.client";
import { PageLinks } from "./page-links";
import { posterOf } from "./pictures";
import { useReader } from "./reader-context";
import { useBrowserLayoutEffect } from "./use-layout";

/** One page in its place: its number until it is painted, then its picture with its words over it. */
export const PageSheet = memo(function PageSheet({
  page,
  top,
  left,
  width,
  height,
  scale,
  turn,
  keeper,
}: Box & { page: number; turn: Turn; keeper: PageKeeper | null }) {
  const t = useTranslations();
  const { versionId } = useReader();
  // Everything on the page is laid out upright, and turned with it.
  const upright = turned({ width, height }, { turn });
  const layer = { page, ...upright, scale };
  const picture = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<PageState>("waiting");

  useBrowserLayoutEffect(() => {
    if (keeper === null || picture.current === null || words.current === null) return;
    return keeper.attach(page, {
      picture: picture.current,
      words: words.current,
      report: setState,
    });
  }, [keeper, page]);

  const place: CSSProperties & { "--total-scale-factor": number } = {
    top,
    left,
    width,
    height,
    "--total-scale-factor": scale,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a page of a paper is a group of its words, not of form fields
    <div
      role="group"
      aria-label={t("reader.page", { n: String(page) })}
      className="paper-sheet"
      style={place}
      data-state={state}
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
        <div ref={picture} aria-hidden="true" className="relative h-full" />
        <PageParts part="PageLayer" {...layer} />
        <div ref={words} className="paper-words" />
        <PageLinks {...layer} />
        {turn === 0 && <PageParts part="PageTool" {...layer} />}
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
