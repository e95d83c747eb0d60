/** What a gesture or the text cursor covers at this moment, before anything is written. */
import { useSyncExternalStore } from "react";
import type { Anchor, MarkColour } from "../../domain/marks";

export type Previewed = {
  kind: "highlight" | "underline" | "strike" | "cursor";
  colour: MarkColour;
  anchor: Anchor;
};

export class Preview {
  #now: Previewed | null = null;
  readonly #listeners = new Set<() => void>();

  readonly now = (): Previewed | null => this.#now;

  show(previewed: Previewed | null): void {
    if (previewed === this.#now) return;
    this.#now = previewed;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

const nothing = () => null;

export function usePreview(preview: Preview): Previewed | null {
  return useSyncExternalStore(preview.subscribe, preview.now, nothing);
}
