import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { ComparedParagraph, ComparedRow, ComparedPage as Page } from "../../domain/versions";
import { useReader } from "../reader/reader-context";
import { classes } from "../ui";
import type { OlderVersion } from "./older-version";
import "./changes.css";
import { keyOf, stretchOf } from "./review";
import type { PlacedMark } from "./use-placed-marks";
import type { Reviewing } from "./use-reviewing";
import { type Overlay, Words } from "./words";

/** A page of both versions, cropped to its text, paragraphs in rows. */
export function ComparedPage({
  older,
  page,
  change,
  reviewing,
}: {
  older: OlderVersion;
  page: Page;
  change: number | null;
  reviewing: Reviewing;
}) {
  const t = useTranslations("changes");
  const { packPage, holding } = useReader();
  const scroller = useRef<HTMLElement>(null);
  const { selected, proposal, isChoosing, chooseWords } = reviewing;
  const newer = overlaysOf(reviewing.newer, selected?.key ?? null);
  const before = overlaysOf(reviewing.older, selected?.key ?? null);
  const proposed = selected === null ? null : stretchOf(proposal);
  if (proposed !== null && selected?.group !== "moved") {
    newer.push({ ...proposed, key: "proposed", look: "proposed", colour: null });
  }

  // What is looked at comes into sight: the change, or the mark in hand.
  const target = change !== null ? `change-${change}` : (selected?.key ?? null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const found =
      target === null
        ? null
        : element.querySelector(
            target.startsWith("change-")
              ? `[data-change~="${target}"]`
              : `[data-mark="proposed"], [data-mark="${CSS.escape(target)}"]`,
          );
    found?.scrollIntoView({ block: "center" });
  }, [target]);

  useChosenWords(scroller, isChoosing, chooseWords);

  const olderPage = page.rows.flatMap((row) => row.older)[0]?.page;
  return (
    <section
      ref={scroller}
      aria-label={t("bothVersions")}
      className="min-h-0 flex-1 overflow-auto p-3"
      data-choosing={isChoosing}
    >
      <div className="mx-auto grid max-w-300 grid-cols-2 gap-x-3 shadow-none">
        <Head
          title={t("version", { n: String(older.number) })}
          page={olderPage === undefined ? "" : t("pageOfVersion", { page: String(olderPage) })}
        />
        <Head
          title={t("version", { n: String(holding.number) })}
          page={t("pageOfPack", { page: packPage(page.page) })}
          tag={t("newest")}
        />
        <div className="min-h-4 bg-surface" />
        <div className="min-h-4 bg-surface" />
        {page.rows.map((row, index) => (
          // Rows have no name of their own, and never change their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Row key={index} row={row} older={before} newer={newer} current={change} />
        ))}
        <div className="min-h-6 rounded-b-1 bg-surface" />
        <div className="min-h-6 rounded-b-1 bg-surface" />
      </div>
    </section>
  );
}

function Head({ title, page, tag }: { title: string; page: string; tag?: string }) {
  return (
    <h2 className="sticky -top-3 z-1 flex min-h-12 items-center gap-2 rounded-t-1 border-b border-border bg-surface px-4 text-label font-[650] sm:px-10">
      {title} <span className="text-small font-[400] text-muted">{page}</span>
      {tag !== undefined && (
        <span className="ms-auto rounded-1 bg-primary-soft px-2 py-0.5 text-caption text-on-primary-soft max-sm:sr-only">
          {tag}
        </span>
      )}
    </h2>
  );
}

function Row(props: {
  row: ComparedRow;
  older: readonly Overlay[];
  newer: readonly Overlay[];
  current: number | null;
}) {
  const { row, older, newer, current } = props;
  const changes = row.changes.map((index) => `change-${index}`).join(" ");
  const isCurrent = current !== null && row.changes.includes(current);
  return (
    <>
      <Cell paragraphs={row.older} overlays={older} side="older" isCurrent={isCurrent} />
      <Cell
        paragraphs={row.newer}
        overlays={newer}
        side="newer"
        isCurrent={isCurrent}
        changes={changes}
      />
    </>
  );
}

function Cell(props: {
  paragraphs: readonly ComparedParagraph[];
  overlays: readonly Overlay[];
  side: "older" | "newer";
  isCurrent: boolean;
  changes?: string;
}) {
  const { paragraphs, overlays, side, isCurrent, changes } = props;
  const hasChange = paragraphs.some(({ stretches }) =>
    stretches.some(({ kind }) => kind !== "same"),
  );
  return (
    <div data-change={changes} className="bg-surface px-4 py-1.5 font-doc text-doc sm:px-6">
      <div
        className={classes(
          "border-s-4 ps-3",
          !hasChange && "border-transparent",
          hasChange && (side === "older" ? "border-border-strong" : "border-primary"),
          isCurrent && hasChange && "change-current",
        )}
      >
        {paragraphs.map((paragraph) => (
          <p
            key={paragraph.stretches[0]?.start}
            className={classes("text-pretty", paragraph.isHeading && "font-[650]")}
          >
            <Words paragraph={paragraph} overlays={overlays} side={side} />
          </p>
        ))}
      </div>
    </div>
  );
}

/** Marks that stand in words; the one in hand stands out. */
function overlaysOf(marks: readonly PlacedMark[], selected: string | null): Overlay[] {
  return marks.flatMap((placed): Overlay[] => {
    const { state, anchor } = placed.placement;
    // What is only proposed is not shown as if it stood there.
    if (state === "check" || state === "gone") return [];
    const stretch = stretchOf(anchor);
    if (stretch === null) return [];
    const key = keyOf(placed);
    const { mark } = placed;
    return [
      {
        ...stretch,
        key,
        look: key === selected ? "selected" : anchor?.type === "place" ? "near" : "mark",
        colour: mark.colour,
      },
    ];
  });
}

/** Words that the reader selects in the newer version, as offsets of its whole text. */
function useChosenWords(
  scroller: React.RefObject<HTMLElement>,
  isChoosing: boolean,
  choose: (stretch: { start: number; end: number }) => void,
): void {
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    if (!isChoosing) return;
    const look = () => {
      const selection = getSelection();
      if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (scroller.current?.contains(range.commonAncestorContainer) !== true) return;
      const start = offsetOf(range.startContainer, range.startOffset);
      const end = offsetOf(range.endContainer, range.endOffset);
      if (start !== null && end !== null && end > start) latest.current({ start, end });
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [scroller, isChoosing]);
}

function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const words = element?.closest<HTMLElement>('[data-side="newer"]') ?? null;
  const start = Number(words?.dataset.start);
  return words === null || !Number.isFinite(start) || node.nodeType !== Node.TEXT_NODE
    ? null
    : start + offset;
}
