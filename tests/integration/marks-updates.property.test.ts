/** Our own reader of updates, beside Yjs: takes all that a device makes, and nothing that would wait or throw there. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { checkUpdate } from "../../server/marks/check";
import { mergeDocument } from "../../server/marks/merge";
import { readUpdate } from "../../server/marks/update-format";
import { ids } from "../support/cabinet-in-memory";
import { aMarkId, aNote } from "../support/marking";

const author = ids.person(1);
const keys = Array.from({ length: 4 }, aMarkId);
const gestures = fc.array(
  fc.record({
    act: fc.constantFrom("put", "put", "remove", "undo", "redo"),
    key: fc.constantFrom(...keys),
    body: fc.string({ unit: "grapheme", maxLength: 20 }),
  }),
  { maxLength: 40 },
);
type Gesture = { act: string; key: string; body: string };

/** A device's document and the updates it made. */
function made(acts: readonly Gesture[]): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const map = doc.getMap("marks");
  const undo = new Y.UndoManager(map, { captureTimeout: 0 });
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const { act, key, body } of acts) {
    if (act === "put") map.set(key, aNote(body));
    else if (act === "remove") map.delete(key);
    else if (act === "undo") undo.undo();
    else undo.redo();
  }
  return { doc, updates };
}

const isWhole = ({ store }: Y.Doc) => store.pendingStructs === null && store.pendingDs === null;

test("every gesture of a device is read, and joins what went before", () => {
  fc.assert(
    fc.property(gestures, (acts) => {
      const { doc, updates } = made(acts);
      let clock = 0;
      for (const update of updates) {
        const facts = readUpdate(update);
        if ("unreadable" in facts) throw new Error(facts.unreadable);
        const clocks = new Map(clock === 0 ? [] : [[doc.clientID, { author, clock }]]);
        const checked = checkUpdate(facts, doc.clientID, clocks);
        if (checked.refusal !== undefined) throw new Error(checked.refusal);
        clock = checked.clock;
      }
      expect(clock).toBe(Y.getState(doc.store, doc.clientID));
    }),
  );
}, 60_000);

test("an update with any byte changed is refused, or does no harm to those who apply it", () => {
  let taken = 0;
  fc.assert(
    fc.property(
      gestures.filter((acts) => made(acts).updates.length > 0),
      fc.nat(),
      fc.nat(),
      fc.nat({ max: 255 }),
      (acts, which, where, byte) => {
        const { doc, updates } = made(acts);
        const at = which % updates.length;
        const before = updates.slice(0, at);
        const changed = Uint8Array.from(updates[at] ?? []);
        changed[where % changed.length] = byte;
        const receiver = new Y.Doc();
        for (const update of before) Y.applyUpdate(receiver, update);
        const clock = Y.getState(receiver.store, doc.clientID);
        const facts = readUpdate(changed);
        if ("unreadable" in facts) return;
        const clocks = new Map(clock === 0 ? [] : [[doc.clientID, { author, clock }]]);
        if (checkUpdate(facts, doc.clientID, clocks).refusal !== undefined) return;
        taken += 1;
        Y.applyUpdate(receiver, changed);
        expect(isWhole(receiver)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
  // the bytes of a text may change and still be a text
  expect(taken).toBeGreaterThan(0);
}, 60_000);

test("bytes of any kind are answered, never thrown at", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const facts = readUpdate(bytes);
      expect("unreadable" in facts || facts.sections.length >= 0).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("merged in any portions, a document is what it was, and holds nothing that was deleted", () => {
  fc.assert(
    fc.property(gestures, fc.integer({ min: 1, max: 12 }), (acts, portion) => {
      const { doc, updates } = made(acts);
      const logged = updates.map((bytes, at) => ({ seq: at + 1, author, bytes }));
      let merged: ReturnType<typeof mergeDocument> | null = null;
      for (let at = 0; at < logged.length; at += portion)
        merged = mergeDocument(author, merged, logged.slice(at, at + portion));
      if (merged === null) return;
      const reader = new Y.Doc();
      Y.applyUpdate(reader, merged.bytes);
      expect(isWhole(reader)).toBe(true);
      expect(reader.getMap("marks").toJSON()).toEqual(doc.getMap("marks").toJSON());
      const whole = mergeDocument(author, null, logged);
      expect(merged.places.split("\n").sort()).toEqual(whole.places.split("\n").sort());
      expect(merged.marks).toBe(reader.getMap("marks").size);
    }),
  );
  const doc = new Y.Doc();
  const map = doc.getMap("marks");
  map.set(keys[0] ?? "", aNote("CHIM HOÀNG YẾN"));
  const first = { seq: 1, author, bytes: Y.encodeStateAsUpdate(doc) };
  map.delete(keys[0] ?? "");
  const second = { seq: 2, author, bytes: Y.encodeStateAsUpdate(doc) };
  const snapshot = mergeDocument(author, null, [first, second]);
  expect(Buffer.from(snapshot.bytes).toString()).not.toContain("HOÀNG");
  expect(snapshot).toMatchObject({ marks: 0, places: "" });
}, 60_000);
