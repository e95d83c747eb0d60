import { useEffect, useRef } from "react";
import type { PageText } from "../../domain/documents";
import { whenQuiet } from "./quiet-moments.client";
import type { PageLayerProps } from "./reader-context";
import { useReader } from "./reader-context";

/** CSS pixels per point before the layer is made as large as the page. */
const laidScale = 4;
/** Pages that fly past are not worth the laying. */
const restMs = 300;

/** The page's words, invisible, over its picture: for selecting and for screen readers. They are the one extracted text. */
export function PageWords({ page, width, height, scale }: PageLayerProps) {
  const { text } = useReader();
  const layer = useRef<HTMLDivElement>(null);
  const words = text?.pages[page - 1];
  useEffect(() => {
    const element = layer.current;
    if (element === null || words === undefined) return;
    return whenQuiet(restMs, () => element.replaceChildren(laid(words)));
  }, [words]);
  return (
    <div
      ref={layer}
      className="paper-words"
      style={{
        width: (width / scale) * laidScale,
        height: (height / scale) * laidScale,
        transform: `scale(${scale / laidScale})`,
      }}
    />
  );
}

let measuring: CanvasRenderingContext2D | null = null;
/** Letters are measured once at this size, on a canvas, which lays nothing out; they grow in proportion. */
const measuredPixels = 100;
/**
 * The room between letters goes by such steps of their size. To a browser each other room is another font, which it
 * makes anew: exact rooms took ten times as long to lay out. A word is off by less than the half of its last letter.
 */
const roomStep = 0.02;

/** One element for each run, as wide and as high as it stands on the page; a line's end is a line's end when copied. */
function laid({ text, runs }: PageText): DocumentFragment {
  const fragment = document.createDocumentFragment();
  measuring ??= document.createElement("canvas").getContext("2d");
  if (measuring !== null) measuring.font = `${measuredPixels}px sans-serif`;
  for (const { start, end, box } of runs) {
    // A hyphen that only the line's end made is not the word's.
    const words = text.slice(start, end).replaceAll("\u00AD", "");
    const span = document.createElement("span");
    span.textContent = text[end] === " " ? `${words} ` : words;
    const { style } = span;
    style.left = `${box.x * laidScale}px`;
    style.top = `${box.y * laidScale}px`;
    style.fontSize = `${box.height * laidScale}px`;
    const natural = ((measuring?.measureText(words).width ?? 0) / measuredPixels) * box.height;
    // By the room between letters and not by a transform of its own: within the layer's, Chromium lets a selection
    // begun in one such element collapse when it is drawn into the next.
    if (natural > 0 && box.width > 0) {
      const room = (box.width - natural) / words.length / box.height;
      style.letterSpacing = `${(Math.round(room / roomStep) * roomStep).toFixed(2)}em`;
    }
    fragment.append(span);
    if (text[end] === "\n") fragment.append(document.createElement("br"));
  }
  return fragment;
}
