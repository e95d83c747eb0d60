/** A paragraph's words with what changed in them and the marks that stand on them. */
import type { CSSProperties } from "react";
import type { MarkColour } from "../../domain/marks";
import type { ComparedParagraph, ComparedStretch } from "../../domain/versions";
import { classes } from "../ui";

export type Overlay = {
  start: number;
  end: number;
  key: string;
  look: "mark" | "near" | "selected" | "proposed";
  /** null: ink without a meaning, or a place that is only proposed */
  colour: MarkColour | null;
};

export function Words({
  paragraph,
  overlays,
  side,
}: {
  paragraph: ComparedParagraph;
  overlays: readonly Overlay[];
  side: "older" | "newer";
}) {
  return paragraph.stretches.flatMap((stretch) =>
    cut(stretch, overlays).map((piece) => <Piece key={piece.start} {...piece} side={side} />),
  );
}

type Cut = { start: number; text: string; kind: ComparedStretch["kind"]; over: readonly Overlay[] };

/** A stretch in pieces on which the same marks stand. */
function cut(stretch: ComparedStretch, overlays: readonly Overlay[]): Cut[] {
  const end = stretch.start + stretch.text.length;
  const here = overlays.filter((each) => each.start < end && each.end > stretch.start);
  const edges = new Set([stretch.start, end]);
  for (const each of here) {
    edges.add(Math.max(stretch.start, each.start));
    edges.add(Math.min(end, each.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const stop = sorted[index + 1] ?? end;
    return {
      start,
      text: stretch.text.slice(start - stretch.start, stop - stretch.start),
      kind: stretch.kind,
      over: here.filter((each) => each.start < stop && each.end > start),
    };
  });
}

function Piece({ start, text, kind, over, side }: Cut & { side: "older" | "newer" }) {
  const mark = over.findLast(({ look }) => look !== "proposed");
  const proposed = over.find(({ look }) => look === "proposed");
  const Element = kind === "changed" ? (side === "older" ? "del" : "ins") : "span";
  return (
    <Element
      data-start={start}
      data-side={side}
      data-mark={proposed?.key ?? mark?.key}
      className={classes(
        kind === "changed" && (side === "older" ? "change-removed" : "change-added"),
        kind === "moved" && "change-moved",
        mark !== undefined && mark.look !== "near" && "mark-placed",
        mark?.look === "selected" && "mark-selected",
        proposed !== undefined && "mark-proposed",
      )}
      style={styleOf(mark)}
    >
      {text}
    </Element>
  );
}

/** What stands beside the words (ink, a pin) is shown under them, not on them. */
function styleOf(mark: Overlay | undefined): CSSProperties | undefined {
  if (mark === undefined) return undefined;
  if (mark.look === "near") {
    return {
      borderBottom: `2px dotted var(--mark-${mark.colour ?? "ink"}${mark.colour === null ? "" : "-edge"})`,
    };
  }
  return mark.colour === null ? undefined : { backgroundColor: `var(--mark-${mark.colour})` };
}
