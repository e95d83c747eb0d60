/** What the store says of rights and of undoing, as it is now. */
import { useSyncExternalStore } from "react";
import type { PersonId } from "../../domain/ids";
import type { Layer, ThreadViewer } from "../../domain/marks";
import { type MarksStore, useMarksStore } from "./marks-store";

const noLayers: readonly Layer[] = [];

/** Layers that may be written now. */
export function useWritable(): readonly Layer[] {
  const store = useMarksStore();
  return useSyncExternalStore(
    subscriberOf(store),
    () => store.writable(),
    () => noLayers,
  );
}

const nobody: readonly PersonId[] = [];

/** Whose office layers may be written now. */
export function useOffices(): readonly PersonId[] {
  const store = useMarksStore();
  return useSyncExternalStore(
    subscriberOf(store),
    () => store.offices(),
    () => nobody,
  );
}

/** Layers that are there for this reader at all. */
export function useOwnLayers(): readonly Layer[] {
  const store = useMarksStore();
  return useSyncExternalStore(
    subscriberOf(store),
    () => store.shown(),
    () => noLayers,
  );
}

/** Who looks at threads. */
export function useViewer(): ThreadViewer {
  const store = useMarksStore();
  return useSyncExternalStore(
    subscriberOf(store),
    () => store.viewer(),
    () => store.viewer(),
  );
}

const never = () => false;

export function useCanUndo(): boolean {
  const store = useMarksStore();
  return useSyncExternalStore(subscriberOf(store), () => store.canUndo(), never);
}

export function useCanRedo(): boolean {
  const store = useMarksStore();
  return useSyncExternalStore(subscriberOf(store), () => store.canRedo(), never);
}

const subscribers = new WeakMap<MarksStore, (listener: () => void) => () => void>();

/** The same function for the same store: another one each time would be subscribed anew with each picture. */
function subscriberOf(store: MarksStore) {
  const known = subscribers.get(store) ?? ((listener: () => void) => store.subscribe(listener));
  subscribers.set(store, known);
  return known;
}
