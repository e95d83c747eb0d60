import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { type PageLayerProps, useReader } from "../reader/reader-context";
import { announceDone, announceProblem } from "../ui";
import { boxesOn } from "./anchors";
import { type DrawnMark, touched } from "./drawn-marks";
import {
  eraserGesture,
  type Gesture,
  inkGesture,
  noteAnchor,
  type Pen,
  stretchGesture,
} from "./gestures";
import { edgeOf, fillOf, inkOf } from "./mark-colours";
import { useMarkDesk, usePageMarks } from "./mark-desk";
import { Band } from "./mark-drawing";
import { useMarksStore } from "./marks-store";
import { PagePins } from "./page-pins";
import { usePreview } from "./preview";
import { SelectionBar } from "./selection-bar";
import { outlineOf, penWidth } from "./strokes";
import { type MarkTool, useTooling } from "./tooling";
import { usePointers } from "./use-pointers";
import { useWriting } from "./use-writing";

/** CSS pixels around a finger or an eraser. */
const reachPx = 8;

/** Over a page: what is being drawn, the page for a tool to work on, and the marks one can come to by keyboard. */
export function MarkToolLayer(props: PageLayerProps) {
  const { page, scale } = props;
  const place = useRef<HTMLDivElement>(null);
  const { sheets, tool } = useTooling();
  useEffect(() => {
    if (place.current === null) return;
    return sheets.add(page, place.current, scale);
  }, [sheets, page, scale]);
  return (
    <div ref={place} className="pointer-events-none absolute inset-0 *:pointer-events-auto">
      <PreviewDrawing {...props} />
      {tool !== null && <ToolSurface {...props} tool={tool} />}
      <SelectionBar page={page} scale={scale} width={props.width} />
      <PagePins {...props} />
    </div>
  );
}

function PreviewDrawing({ page, width, height, scale }: PageLayerProps) {
  const { preview } = useTooling();
  const now = usePreview(preview);
  const boxes = now === null ? [] : boxesOn(now.anchor, page);
  if (now === null || boxes.length === 0) return null;
  const isLine = now.kind === "underline" || now.kind === "strike";
  return (
    <svg
      className="mark-drawing !pointer-events-none"
      viewBox={`0 0 ${width / scale} ${height / scale}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {boxes.map((box) =>
        isLine ? (
          <rect
            key={`${box.x} ${box.y}`}
            x={box.x}
            y={box.y + box.height * (now.kind === "strike" ? 0.53 : 0.95)}
            width={box.width}
            height={1.5}
            fill={edgeOf(now.colour)}
          />
        ) : (
          <Band
            key={`${box.x} ${box.y}`}
            box={box}
            fill={now.kind === "cursor" ? "rgb(30 76 143 / 0.3)" : fillOf(now.colour)}
          />
        ),
      )}
    </svg>
  );
}

function ToolSurface({ page, width, height, scale, tool }: PageLayerProps & { tool: MarkTool }) {
  const surface = useRef<HTMLDivElement>(null);
  const path = useRef<SVGPathElement>(null);
  const begin = useTool(page, scale, tool, path);
  const { fingerDraws, inkColour } = useTooling();
  const { desk } = useReader();
  const scrolls = useFingerHint(tool);
  const tap = useTap(page, scale, tool);
  usePointers(surface, {
    fingerDraws: fingerDraws && tool !== "note",
    holds: tool === "highlight" || tool === "underline" || tool === "strike",
    scroller: desk.scroller,
    scrolls,
    begin,
    tap,
  });
  return (
    <div
      ref={surface}
      className="mark-tool"
      data-tool={tool}
      style={{ touchAction: fingerDraws && tool !== "note" ? "none" : "pan-x pan-y" }}
    >
      <svg
        className="mark-drawing"
        viewBox={`0 0 ${width / scale} ${height / scale}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path ref={path} fill={inkOf(inkColour)} />
      </svg>
    </div>
  );
}

/** Said once per tool in the hand: a finger that was to draw has moved the paper. */
function useFingerHint(tool: MarkTool): () => void {
  const t = useTranslations("marks");
  const { change } = useTooling();
  const said = useRef(false);
  return () => {
    if (tool !== "ink" || said.current) return;
    said.current = true;
    announceDone(t("fingerScrolls"), {
      label: t("turnOn"),
      onPress: () => change({ fingerDraws: true }),
    });
  };
}

/** What begins when a pointer goes down with this tool. */
function useTool(
  page: number,
  scale: number,
  tool: MarkTool,
  path: React.RefObject<SVGPathElement>,
) {
  const t = useTranslations("marks");
  const { text } = useReader();
  const { sheets, preview, colour, erases, beginNote } = useTooling();
  const store = useMarksStore();
  const { isMine } = useMarkDesk();
  const marks = usePageMarks(page);
  const writing = useWriting();

  const erase = (): Gesture => {
    const writable = store.writable();
    return eraserGesture({
      page,
      sheets,
      // Notes are put away where they can be read, in their list.
      marks: marks.filter(
        (mark) => mark.mark.kind !== "note" && isMine(mark) && writable.includes(mark.stored.layer),
      ),
      strokesOnly: erases === "strokes",
      reach: reachPx / scale,
      onTouch: (mark, stroke) => fade(sheets.elementOf(page), mark, stroke, true),
      onEnd: (erased) => {
        for (const mark of erased.keys()) fade(sheets.elementOf(page), mark, null, false);
        writing.erase(erased);
      },
      onCancel: () => {
        for (const mark of marks) fade(sheets.elementOf(page), mark, null, false);
      },
    });
  };

  return (
    pen: Pen,
    { hasPressure, isEraserEnd }: { hasPressure: boolean; isEraserEnd: boolean },
  ): Gesture | null => {
    const begun = sheets.at(pen.clientX, pen.clientY);
    if (begun === null) return null;
    if (isEraserEnd || tool === "eraser") return erase();
    if (tool === "ink") {
      const beganMs = performance.now();
      return inkGesture({
        page,
        sheets,
        hasPressure,
        draw: (points) => path.current?.setAttribute("d", outlineOf(points, penWidth, false)),
        onEnd: (points) => writing.ink(page, points, beganMs),
      });
    }
    return stretchGesture({
      begun,
      text,
      sheets,
      preview,
      look: { kind: tool === "note" ? "highlight" : tool, colour },
      onEnd: (anchor) => {
        if (anchor === null) return;
        if (tool === "note") beginNote(anchor);
        else writing.stretch(tool, anchor);
      },
      onTooLong: () => announceProblem(t("tooLong")),
    });
  };
}

/** A touch that did not move: a note is set down, a mark is taken away or picked up. */
function useTap(page: number, scale: number, tool: MarkTool) {
  const { text } = useReader();
  const { sheets, beginNote, select, erases } = useTooling();
  const { isMine } = useMarkDesk();
  const marks = usePageMarks(page);
  const writing = useWriting();
  return ({ clientX, clientY }: Pen, begun: boolean) => {
    const at = sheets.at(clientX, clientY);
    if (at === null || tool === "ink" || (tool === "eraser" && begun)) return;
    if (tool === "note") {
      beginNote(noteAnchor(text, at));
      return;
    }
    const under = touched(marks, page, at.point, at.point, reachPx / scale);
    if (tool !== "eraser") {
      const [top] = under;
      if (top !== undefined) select(top.key);
      return;
    }
    const top = under.find((mark) => mark.mark.kind !== "note" && isMine(mark));
    if (top === undefined) return;
    if (top.mark.kind === "ink" && erases === "strokes") return;
    writing.erase(new Map([[top, "whole"]]));
  };
}

/** At once, without asking React: an eraser passes over many marks in one picture. */
function fade(
  sheet: Element | null,
  { key }: DrawnMark,
  stroke: number | null,
  isFading: boolean,
): void {
  const shape = sheet?.parentElement?.querySelector(`[data-mark="${CSS.escape(key)}"]`);
  const parts =
    stroke === null ? [shape, ...(shape?.children ?? [])] : [shape?.children.item(stroke)];
  for (const part of parts)
    part?.classList.toggle("is-fading", isFading && (stroke !== null || part === shape));
}
