/** No marks, and nobody writes: until the page runs in the browser and what keeps marks has come. */
import type { PersonId } from "../../../domain/ids";
import { type Layer, layers } from "../../../domain/marks";
import type { MarksStore, Reading, Saving, StoredMark } from "../marks-store";

const none: readonly StoredMark[] = [];
const saved: Saving = { state: "saved", at: null };
const nobody: readonly Reading[] = [];
const nowhere: readonly Layer[] = [];
const noOffices: readonly PersonId[] = [];
const nothing = () => undefined;

export function emptyStore(me: PersonId): MarksStore {
  const viewer = { personId: me, secretariat: new Set<PersonId>() };
  return {
    marks: () => none,
    saving: () => saved,
    writable: () => nowhere,
    offices: () => noOffices,
    shown: () => layers,
    viewer: () => viewer,
    put: nothing,
    remove: nothing,
    undo: nothing,
    redo: nothing,
    canUndo: () => false,
    canRedo: () => false,
    readings: () => nobody,
    show: nothing,
    subscribe: () => nothing,
    close: nothing,
  };
}
