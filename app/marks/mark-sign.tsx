import { Pen } from "lucide-react";
import { Swatch } from "./colour-bar";
import type { DrawnMark } from "./drawn-marks";
import { inkOf } from "./mark-colours";

/** A mark's colour, or a pen: beside its words. */
export function MarkSign({ drawn: { mark } }: { drawn: DrawnMark }) {
  if (mark.kind !== "ink") return <Swatch colour={mark.colour} />;
  return (
    <Pen
      aria-hidden
      className="size-5 shrink-0 text-primary"
      {...(mark.colour === null ? {} : { style: { color: inkOf(mark.colour) } })}
    />
  );
}
