/** Marks that live in this page alone: for a screen that has no line behind it (a preview, a test of a screen). */
import type { PersonId } from "../../../domain/ids";
import { type Layer, layers } from "../../../domain/marks";
import type { MarksStore, Reading, Saving } from "../marks-store";
import { Book } from "./book";

const saved: Saving = { state: "saved", at: null };
const nobody: readonly Reading[] = [];

export function createMemoryStore(me: PersonId, writable: readonly Layer[] = layers): MarksStore {
  const book = new Book(me);
  const viewer = { personId: me, secretariat: new Set<PersonId>() };
  return {
    marks: () => book.marks(),
    saving: () => saved,
    writable: () => writable,
    shown: () => layers,
    viewer: () => viewer,
    put(layer, id, mark) {
      if (writable.includes(layer)) book.put({ layer, owner: me }, id, mark);
    },
    remove: (layer, id) => book.remove({ layer, owner: me }, id),
    undo: () => book.undo(),
    redo: () => book.redo(),
    canUndo: () => book.canUndo(),
    canRedo: () => book.canRedo(),
    readings: () => nobody,
    show: () => undefined,
    subscribe: (listener) => book.subscribe(listener),
    close: () => book.close(),
  };
}
