/** The four meanings as colours on paper; each also has a name wherever it is chosen or listed. */
import type { Mark, MarkColour } from "../../domain/marks";

export function fillOf(colour: MarkColour): string {
  return `var(--mark-${colour})`;
}

export function edgeOf(colour: MarkColour): string {
  return `var(--mark-${colour}-edge)`;
}

/** Ink without a meaning is the blue of a pen. */
export function inkOf(colour: MarkColour | null): string {
  return colour === null ? "var(--mark-ink)" : edgeOf(colour);
}

function _colourOf(mark: Mark): MarkColour | null {
  return "colour" in mark ? mark.colour : null;
}
