/** What the reader's own parts share beside what it gives to extras: the engine, what is added, the ways around. */
import { createContext, useContext } from "react";
import type { VersionOutline } from "../../domain/documents";
import type { PaperView } from "../../domain/meetings";
import type { PageKeeper } from "./page-keeper.client";
import type { ReaderExtra } from "./reader-context";
import type { Notes } from "./use-private-notes";
import type { ShownPanel } from "./use-shown-panel";
import type { WaysBack } from "./use-ways-back";

export type Beside = { isOpen: boolean; open: (isOpen: boolean) => void };

export type Reading = {
  /** papers that can be chosen in place of this one */
  papers: readonly PaperView[];
  /** all papers of the pack that can be gone to from here, by their running numbers */
  pack: readonly PaperView[];
  choose: (paper: PaperView, page?: number) => void;
  keeper: PageKeeper | null;
  /** a page is to be seen: what is less pressing than that may be loaded */
  isShown: boolean;
  extras: readonly ReaderExtra[];
  back: WaysBack;
  panel: ShownPanel;
  /** the full-screen page of this paper; null when this is it */
  fullPage: string | null;
  /** another paper, or another place of this one, side by side with it; null where there is no room for that */
  beside: Beside | null;
  /** contents and links of the version being read; null until they have come */
  outline: VersionOutline | null;
  notes: Notes;
  /** the words in any size lie over the pages */
  isFlowing: boolean;
  setFlowing: (isFlowing: boolean) => void;
};

const Context = createContext<Reading | null>(null);
export const ReadingProvider = Context.Provider;

export function useReading(): Reading {
  const reading = useContext(Context);
  if (reading === null) throw new Error("There is no paper open around this component.");
  return reading;
}
