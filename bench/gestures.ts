/**
 * Yjs updates of one device, each a new mark, in order and without end. Only the first is made by Yjs: the others
 * differ from it by their clock and their mark's id, so that making them costs whoever loads a server next to nothing.
 */
import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { aNote } from "../tests/support/marking";

export class Gestures {
  readonly clientId: number;
  readonly #beforeClock: Buffer;
  readonly #beforeId: Buffer;
  readonly #afterId: Buffer;
  #clock = 0;

  constructor() {
    const doc = new Y.Doc();
    const id = randomUUID();
    doc.getMap("marks").set(id, aNote("ghi chú"));
    const first = Buffer.from(Y.encodeStateAsUpdate(doc));
    this.clientId = doc.clientID;
    // one client, one struct, the client; then the clock, which is 0
    const clockAt = 2 + numberOf(doc.clientID).length;
    const idAt = first.indexOf(id);
    this.#beforeClock = first.subarray(0, clockAt);
    this.#beforeId = first.subarray(clockAt + 1, idAt);
    this.#afterId = first.subarray(idAt + id.length);
  }

  next(): Buffer {
    const clock = numberOf(this.#clock);
    this.#clock += 1;
    const id = Buffer.from(randomUUID(), "latin1");
    return Buffer.concat([this.#beforeClock, clock, this.#beforeId, id, this.#afterId]);
  }
}

/** As lib0 writes an unsigned number. */
function numberOf(number: number): Buffer {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}
