import { memo } from "react";
import type { PageLayerProps } from "../reader/reader-context";
import { boxesOn } from "./anchors";
import { type DrawnMark, shiftOf } from "./drawn-marks";
import { edgeOf, fillOf, inkOf } from "./mark-colours";
import { usePageMarks } from "./mark-desk";
import "./marks.css";
import { outlineOf, penPointsOf, type Stroke } from "./strokes";

/** All marks of one page, in points: at another zoom nothing of it is made anew. */
export function MarkLayer({ page, width, height, scale }: PageLayerProps) {
  const marks = usePageMarks(page);
  if (marks.length === 0) return null;
  return <MarkDrawing marks={marks} page={page} width={width / scale} height={height / scale} />;
}

const MarkDrawing = memo(function MarkDrawing({
  marks,
  page,
  width,
  height,
}: {
  marks: readonly DrawnMark[];
  page: number;
  width: number;
  height: number;
}) {
  return (
    <svg
      className="mark-drawing"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {marks.map((mark) => (
        <MarkShape key={mark.key} drawn={mark} page={page} />
      ))}
    </svg>
  );
});

const MarkShape = memo(function MarkShape({ drawn, page }: { drawn: DrawnMark; page: number }) {
  const { mark, anchor, key } = drawn;
  if (mark.kind === "ink") {
    const { x, y } = shiftOf(drawn);
    return (
      <g
        data-mark={key}
        fill={inkOf(mark.colour)}
        {...(x === 0 && y === 0 ? {} : { transform: `translate(${x} ${y})` })}
      >
        {mark.strokes.map((stroke, index) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is known by its place in the mark
            key={index}
            data-stroke={index}
            d={outline(stroke)}
          />
        ))}
      </g>
    );
  }
  const boxes = boxesOn(anchor, page);
  if (mark.kind === "note" && anchor.type === "place") {
    const { x, y } = anchor.box;
    return (
      <circle
        data-mark={key}
        cx={x}
        cy={y}
        r={4}
        fill={fillOf(mark.colour)}
        stroke={edgeOf(mark.colour)}
        strokeWidth={1.5}
      />
    );
  }
  return (
    <g data-mark={key}>
      {boxes.map((box) => {
        const place = `${box.x} ${box.y}`;
        if (mark.kind === "highlight")
          return <Band key={place} box={box} fill={fillOf(mark.colour)} />;
        const line = mark.kind === "strike" ? 0.56 : 0.98;
        return (
          <line
            key={place}
            x1={box.x}
            x2={box.x + box.width}
            y1={box.y + box.height * line}
            y2={box.y + box.height * line}
            stroke={edgeOf(mark.colour)}
            strokeWidth={1.5}
            {...(mark.kind === "note"
              ? { strokeDasharray: "1.5 2.5", strokeLinecap: "round" }
              : {})}
          />
        );
      })}
    </g>
  );
});

/** A felt pen's band: a little taller than the letters. */
export function Band({
  box,
  fill,
}: {
  box: { x: number; y: number; width: number; height: number };
  fill: string;
}) {
  const more = box.height * 0.06;
  return (
    <rect
      x={box.x - 0.5}
      y={box.y - more}
      width={box.width + 1}
      height={box.height + 2 * more}
      rx={1}
      fill={fill}
    />
  );
}

const outlines = new WeakMap<Stroke, string>();

/** Made once per stroke: it is the costly part of drawing ink. */
function outline(stroke: Stroke): string {
  const known = outlines.get(stroke) ?? outlineOf(penPointsOf(stroke), stroke.width);
  outlines.set(stroke, known);
  return known;
}
