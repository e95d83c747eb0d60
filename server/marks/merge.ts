/**
 * Makes one state of a document's log: what was deleted is not in it (`mergeUpdates` would keep it), and beside it
 * stands where each mark was written first and last. Runs in a process of its own.
 */
import * as Y from "yjs";
import { PersonId } from "../../domain/ids";

export type Logged = { seq: number; author: string; bytes: Uint8Array };
export type Snapshot = { seq: number; bytes: Uint8Array; places: string; marks: number };

type Place = { since: number; seq: number; author: string };

/** @param updates of this owner after the snapshot, in order; at least one */
export function mergeDocument(
  owner: string,
  before: Snapshot | null,
  updates: readonly Logged[],
): Snapshot {
  const doc = new Y.Doc();
  const map = doc.getMap("marks");
  const places = placesIn(before?.places ?? "", owner);
  if (before !== null) Y.applyUpdate(doc, before.bytes);
  let writing: Logged | null = null;
  map.observe(({ keysChanged }) => {
    if (writing === null) return;
    for (const key of keysChanged) {
      const { seq, author } = writing;
      // a mark that is brought back after its deletion begins anew, whenever a merge came between
      if (!map.has(key)) places.delete(key);
      else places.set(key, { since: places.get(key)?.since ?? seq, seq, author });
    }
  });
  for (const update of updates) {
    writing = update;
    Y.applyUpdate(doc, update.bytes);
  }
  const lines = [...map.keys()].map((id) => {
    const { since, seq, author } = places.get(id) ?? { since: 0, seq: 0, author: owner };
    return author === owner ? `${id} ${since} ${seq}` : `${id} ${since} ${seq} ${author}`;
  });
  const merged = {
    seq: updates.at(-1)?.seq ?? before?.seq ?? 0,
    bytes: Y.encodeStateAsUpdate(doc),
    places: lines.join("\n"),
    marks: map.size,
  };
  doc.destroy();
  return merged;
}

function placesIn(text: string, owner: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const line of text === "" ? [] : text.split("\n")) {
    const [id = "", since = "0", seq = "0", author = owner] = line.split(" ");
    places.set(id, { since: Number(since), seq: Number(seq), author: PersonId.parse(author) });
  }
  return places;
}
