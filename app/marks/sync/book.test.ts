import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { PersonId, VersionId } from "../../../domain/ids";
import { type Mark, MarkId } from "../../../domain/marks";
import { Instant } from "../../../domain/text";
import { Book, type OwnUpdate } from "./book";

const person = (n: number) => PersonId.parse(`00000003-0000-4000-8000-00000000000${n}`);
const id = (n: number) => MarkId.parse(`0000000d-0000-4000-8000-00000000000${n}`);
const [ann, bee] = [person(1), person(2)];
const note = (body: string): Mark => ({
  v: 1,
  kind: "note",
  madeOn: VersionId.parse("00000008-0000-4000-8000-000000000001"),
  madeAt: Instant.parse("2026-11-25T01:00:00.000Z"),
  anchor: { type: "place", page: 1, box: { x: 1, y: 1, width: 0, height: 0 }, near: null },
  colour: "basis",
  body,
  mentions: [],
});
const own = { layer: "shared", owner: ann } as const;
const aside = { layer: "private", owner: ann } as const;
const bodiesOf = (book: Pick<Book, "marks">) =>
  book.marks().map(({ mark }) => (mark.kind === "note" ? mark.body : mark.kind));

test("undo and redo go over one's own gestures in all layers, in their order", () => {
  const book = new Book(ann);
  book.put(own, id(1), note("a"));
  book.put(aside, id(2), note("b"));
  book.put(own, id(1), note("a2"));
  book.remove(aside, id(2));
  expect(bodiesOf(book)).toEqual(["a2"]);
  book.undo();
  expect(bodiesOf(book)).toEqual(["a2", "b"]);
  book.undo();
  expect(bodiesOf(book)).toEqual(["a", "b"]);
  book.undo();
  book.undo();
  expect(bodiesOf(book)).toEqual([]);
  expect(book.canUndo()).toBe(false);
  for (let n = 0; n < 4; n++) book.redo();
  expect(bodiesOf(book)).toEqual(["a2"]);
  expect(book.canRedo()).toBe(false);
  book.undo();
  book.put(own, id(3), note("c"));
  expect(book.canRedo()).toBe(false);
});

test("what comes from elsewhere is never undone here", () => {
  const [here, tablet] = [new Book(ann), new Book(ann)];
  const sent: OwnUpdate[] = [];
  tablet.onOwn = (update) => sent.push(update);
  here.put(own, id(1), note("here"));
  tablet.put(own, id(2), note("there"));
  for (const { place, update } of sent) here.apply(place, update, { seq: 1, author: ann });
  here.undo();
  expect(bodiesOf(here)).toEqual(["there"]);
  here.undo();
  expect(bodiesOf(here)).toEqual(["there"]);
});

test("a mark keeps its first place in the log and gets its last", () => {
  const [here, other] = [new Book(bee), new Book(ann)];
  const sent: OwnUpdate[] = [];
  other.onOwn = (update) => sent.push(update);
  other.put(own, id(1), note("a"));
  other.put(own, id(1), note("b"));
  for (const [at, { place, update }] of sent.entries())
    here.apply(place, update, { seq: 10 + at, author: ann });
  expect(here.marks()).toMatchObject([{ owner: ann, author: ann, since: 10, seq: 11 }]);
  expect(other.marks()).toMatchObject([{ seq: null, since: null }]);
  other.acknowledge(own, sent[0]?.ids ?? [], 10);
  other.acknowledge(own, sent[1]?.ids ?? [], 11);
  expect(other.marks()).toMatchObject([{ since: 10, seq: 11 }]);
});

test("a value that is no mark is not shown, and a new array comes only with a change", () => {
  const book = new Book(ann);
  const heard = vi.fn();
  book.subscribe(heard);
  const doc = new Y.Doc();
  doc.getMap("marks").set(id(1), { ...note("x"), admin: true });
  doc.getMap("marks").set("no id", note("y"));
  book.apply(own, Y.encodeStateAsUpdate(doc), { seq: 1, author: ann });
  expect(book.marks()).toEqual([]);
  expect(heard).toHaveBeenCalled();
  expect(book.marks()).toBe(book.marks());
  // @ts-expect-error a screen that writes what nobody could read is broken
  expect(() => book.put(own, id(1), { kind: "note", admin: true })).toThrow(TypeError);
});
