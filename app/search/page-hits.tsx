import { useMemo } from "react";
import type { PageBox, PageText } from "../../domain/documents";
import { boxesOf } from "../../domain/marks/text-geometry";
import { findOnPage, type Reading, searchablePage } from "../../domain/search";
import { type PageLayerProps, useReader } from "../reader/reader-context";
import { useSearch } from "./use-search";

/** What was found on one page, marked on it; where one stands is framed. */
export function PageHits({ page, scale }: PageLayerProps) {
  const { text, paper } = useReader();
  const { reading, state } = useSearch();
  const words = text?.pages[page - 1];
  const finds = useMemo(
    () => (words === undefined || reading === null ? [] : findsOn(words, reading)),
    [words, reading],
  );
  const { current } = state;
  const isHere = current?.documentId === paper.documentId && current.page === page;
  return finds.map(({ start, boxes }) => {
    const isCurrent = isHere && current.start === start;
    return boxes.map((box) => (
      <Mark key={`${start}:${box.x}:${box.y}`} box={box} scale={scale} isCurrent={isCurrent} />
    ));
  });
}

function findsOn(words: PageText, reading: Reading) {
  const finds = findOnPage(searchablePage(words.text), reading) ?? [];
  return finds.map(({ parts }) => ({
    start: parts[0]?.start ?? 0,
    boxes: parts.flatMap((part) => boxesOf(words, part)),
  }));
}

/** Points around a word that belong to its mark. */
const around = 1.5;
const frame = 3;

function Mark({ box, scale, isCurrent }: { box: PageBox; scale: number; isCurrent: boolean }) {
  return (
    <>
      <div
        aria-hidden
        className="found-on-page"
        data-current={isCurrent || undefined}
        style={placed(box, scale, around)}
      />
      {isCurrent && (
        <div aria-hidden className="found-on-page-frame" style={placed(box, scale, frame)} />
      )}
    </>
  );
}

function placed({ x, y, width, height }: PageBox, scale: number, more: number) {
  return {
    left: (x - more) * scale,
    top: (y - more) * scale,
    width: (width + 2 * more) * scale,
    height: (height + 2 * more) * scale,
  };
}
