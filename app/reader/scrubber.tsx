import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { classes } from "../ui";

/**
 * A handle that is drawn along an edge through many pages: what lies under it is shown while it is drawn, and gone to
 * when it is let go. By keyboard a slider like any other.
 */
export function Scrubber(props: {
  direction: "down" | "across";
  label: string;
  /** from 1 */
  value: number;
  total: number;
  textOf: (value: number) => string;
  onGo: (value: number) => void;
  preview: (value: number) => ReactNode;
  /** drawn on the track: where papers begin */
  track?: ReactNode;
}) {
  const { direction, label, value, total, textOf, onGo, preview, track } = props;
  const rail = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<number | null>(null);
  const isDown = direction === "down";
  const shown = drawn ?? value;
  const part = total <= 1 ? 0 : (shown - 1) / (total - 1);

  const under = (event: PointerEvent): number => {
    const box = rail.current?.getBoundingClientRect();
    if (box === undefined) return value;
    const along = isDown
      ? (event.clientY - box.top) / box.height
      : (event.clientX - box.left) / box.width;
    return 1 + Math.round(Math.min(1, Math.max(0, along)) * (total - 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(total, Math.max(1, step(value, total)));
    if (next !== value) onGo(next);
  };
  const end = () => {
    if (drawn !== null && drawn !== value) onGo(drawn);
    setDrawn(null);
  };
  const place = isDown ? { top: `${part * 100}%` } : { left: `${part * 100}%` };
  return (
    <div ref={rail} className={classes("scrubber", isDown ? "scrubber-down" : "scrubber-across")}>
      {track}
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation={isDown ? "vertical" : "horizontal"}
        aria-valuemin={1}
        aria-valuemax={total}
        aria-valuenow={shown}
        aria-valuetext={textOf(shown)}
        className="scrubber-handle"
        style={place}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawn(value);
        }}
        onPointerMove={(event) => {
          if (drawn !== null) setDrawn(under(event));
        }}
        onPointerUp={end}
        onPointerCancel={() => setDrawn(null)}
      >
        <span aria-hidden className="scrubber-grip" />
      </div>
      {drawn !== null && (
        <div aria-hidden className="scrubber-preview" style={place}>
          {preview(drawn)}
        </div>
      )}
    </div>
  );
}

const steps: Readonly<Record<string, (value: number, total: number) => number>> = {
  ArrowDown: (value) => value + 1,
  ArrowRight: (value) => value + 1,
  ArrowUp: (value) => value - 1,
  ArrowLeft: (value) => value - 1,
  PageDown: (value) => value + 10,
  PageUp: (value) => value - 10,
  Home: () => 1,
  End: (_value, total) => total,
};
