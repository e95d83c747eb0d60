/**
 * Marks out of their Yjs documents, in the process that writes exports: bytes from many devices are decoded where
 * they can cost nobody anything. What is no mark is left out, as on the screens.
 */

import * as Y from "yjs";
import { PersonId } from "../../domain/ids";
import { MarkId, markIn, type Noted } from "../../domain/marks";
import type { StoredDocument } from "./order";

type Written = { since: number; seq: number; author: PersonId };

export function readMarks(documents: readonly StoredDocument[]): Noted[] {
  return documents.flatMap(marksOf);
}

function marksOf({ layer, owner, snapshot, places, updates }: StoredDocument): Noted[] {
  const doc = new Y.Doc();
  const map = doc.getMap("marks");
  const written = writtenIn(places, owner);
  if (snapshot !== null) Y.applyUpdate(doc, snapshot);
  let writing: Omit<Written, "since"> | null = null;
  map.observe(({ keysChanged }) => {
    if (writing === null) return;
    for (const key of keysChanged)
      written.set(key, { since: written.get(key)?.since ?? writing.seq, ...writing });
  });
  for (const { seq, author, bytes } of updates) {
    writing = { seq, author };
    Y.applyUpdate(doc, bytes);
  }
  const marks: Noted[] = [];
  for (const [key, value] of map) {
    const id = MarkId.safeParse(key);
    const mark = markIn(value);
    if (!id.success || mark === null) continue;
    const { since, seq, author } = written.get(key) ?? { since: 0, seq: 0, author: owner };
    marks.push({ id: id.data, mark, layer, owner, author, seq, since });
  }
  doc.destroy();
  return marks;
}

function writtenIn(places: string, owner: PersonId): Map<string, Written> {
  const written = new Map<string, Written>();
  for (const line of places === "" ? [] : places.split("\n")) {
    const [id = "", since = "0", seq = "0", author] = line.split(" ");
    const by = author === undefined ? owner : PersonId.parse(author);
    written.set(id, { since: Number(since), seq: Number(seq), author: by });
  }
  return written;
}
