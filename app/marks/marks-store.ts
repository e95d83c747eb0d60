/**
 * The marks on the paper that is being read, as a screen holds them: all layers that the reader may see, and
 * the gestures that change the reader's own. Where they are kept and how they travel is `sync/`'s business.
 */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { PersonId } from "../../domain/ids";
import type { Layer, Mark, MarkId, Noted, ThreadViewer } from "../../domain/marks";
import type { RefusalCode } from "../../domain/refusals";
import type { Instant } from "../../domain/text";

/** A mark with what the server's log says of it: who wrote it, and where it stands in the layer's log. */
export type StoredMark = Noted;

export type Saving =
  /** the server has acknowledged all; `at`: the last time, null when nothing was written yet */
  | { state: "saved"; at: Instant | null }
  /** under way to this device's disk: not yet safe anywhere */
  | { state: "keeping"; count: number }
  /** kept on this device, waiting for the line; `at`: the last acknowledgement */
  | { state: "on_device"; count: number; at: Instant | null }
  /** this device cannot keep them (storage refused): they live in this page alone until they are sent */
  | { state: "unsafe"; count: number }
  /** the server said no; they stay on this device */
  | { state: "refused"; count: number; code: RefusalCode };

/** Another reader of this paper, as far as that reader shows it. */
export type Reading = { personId: PersonId; page: number };

/** Where a mark is written: of the office layer, whose office; the own, or the only one, when none is named. */
export type MarkPlace = { layer: Layer; owner?: PersonId };

export interface MarksStore {
  /** every mark that may be seen, all layers; a new array whenever something changed */
  marks(): readonly StoredMark[];
  saving(): Saving;
  /** layers that may be written now */
  writable(): readonly Layer[];
  /** whose office layers may be written now, the own first */
  offices(): readonly PersonId[];
  /** layers that are there for this reader at all */
  shown(): readonly Layer[];
  /** who looks, for `threadsOf` */
  viewer(): ThreadViewer;
  /** one gesture: writes or replaces a mark in the own document of the layer; goes on the undo stack */
  put(place: MarkPlace, id: MarkId, mark: Mark): void;
  remove(place: MarkPlace, id: MarkId): void;
  /** one's own gestures on this page only, in their order, whatever others did meanwhile */
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  /** who else reads this paper now, without oneself; volatile */
  readings(): readonly Reading[];
  /** where the reader is; null hides the reader from the others */
  show(page: number | null): void;
  subscribe(listener: () => void): () => void;
  close(): void;
}

const Context = createContext<MarksStore | null>(null);

/** Stands around what uses the marks of one paper. */
export const MarksStoreProvider = Context.Provider;

/** The store of the paper that is being read. */
export function useMarksStore(): MarksStore {
  const store = useContext(Context);
  if (store === null) throw new Error("There are no marks around this component.");
  return store;
}

const none: readonly StoredMark[] = [];
const nothingYet: Saving = { state: "saved", at: null };
const nobody: readonly Reading[] = [];

/** Every mark that may be seen, all layers; empty until the page runs in the browser. */
export function useMarks(): readonly StoredMark[] {
  const store = useMarksStore();
  return useSyncExternalStore(
    store.subscribe.bind(store),
    () => store.marks(),
    () => none,
  );
}

/** Whether what was written is safe, and where. */
export function useSaving(): Saving {
  const store = useMarksStore();
  return useSyncExternalStore(
    store.subscribe.bind(store),
    () => store.saving(),
    () => nothingYet,
  );
}

/** Who else reads this paper now, as far as they show it. */
export function useReadings(): readonly Reading[] {
  const store = useMarksStore();
  return useSyncExternalStore(
    store.subscribe.bind(store),
    () => store.readings(),
    () => nobody,
  );
}
