/** Marks made by hand, and a person who writes them on the raw wire with a Yjs document of the own. */
import { randomInt, randomUUID } from "node:crypto";
import * as Y from "yjs";
import { RawSocket } from "../../bench/raw-socket";
import { type DocumentId, type MeetingId, type PersonId, VersionId } from "../../domain/ids";
import { type Layer, type Mark, MarkId } from "../../domain/marks";
import { type AnswerTo, clientMessages, type Message, serverMessages } from "../../domain/protocol";
import { Instant } from "../../domain/text";

const made = {
  v: 1,
  madeOn: VersionId.parse("00000008-0000-4000-8000-000000000001"),
  madeAt: Instant.parse("2026-11-24T01:00:00.000Z"),
} as const;

export const aMarkId = (): MarkId => MarkId.parse(randomUUID());

export const aNote = (body: string): Mark => ({
  ...made,
  kind: "note",
  anchor: { type: "place", page: 1, box: { x: 10, y: 10, width: 0, height: 0 }, near: null },
  colour: "question",
  body,
  mentions: [],
});

/** A Yjs document as a device has it, with the updates that it made. */
export class Desk {
  readonly doc = new Y.Doc();
  readonly map = this.doc.getMap<unknown>("marks");
  readonly made: Uint8Array[] = [];

  constructor(clientId = randomInt(2 ** 32)) {
    this.doc.clientID = clientId;
    this.doc.on("update", (update: Uint8Array, _origin, _doc, { local }: Y.Transaction) => {
      if (local) this.made.push(update);
    });
  }

  /** The update of this one gesture. */
  write(id: string, value: unknown): Uint8Array {
    this.map.set(id, value);
    return this.last();
  }

  last(): Uint8Array {
    const update = this.made.at(-1);
    if (update === undefined) throw new Error("nothing was written");
    return update;
  }
}

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

export type Where = {
  meetingId: MeetingId;
  documentId: DocumentId;
  layer: Layer;
  of?: PersonId;
};

/** A line that says about marks what it is told to say, and keeps what it hears. */
export class Marker {
  readonly socket: RawSocket;
  readonly heard: Message<"marks">[] = [];
  readonly layers: Message<"marks.layers">[] = [];
  /** every frame that reached it */
  readonly frames: string[] = [];

  private constructor(socket: RawSocket) {
    this.socket = socket;
    socket.onFrame = (text) => this.frames.push(text);
    socket.onEvent = (text) => {
      const [name, message]: unknown[] = JSON.parse(text.slice(2));
      if (name === "marks") this.heard.push(serverMessages.marks.parse(message));
      if (name === "marks.layers") this.layers.push(serverMessages["marks.layers"].parse(message));
    };
  }

  static async connect(address: string, cookie: string): Promise<Marker> {
    return new Marker(await RawSocket.connect(address, cookie));
  }

  async open(where: Where, more: object = {}): Promise<AnswerTo<"marks.open">> {
    const answer = await this.socket.ask("marks.open", { ...where, ...more });
    return clientMessages["marks.open"].answer.parse(answer);
  }

  async write(
    where: Where,
    clientId: number,
    update: Uint8Array,
  ): Promise<AnswerTo<"marks.write">> {
    const said = { ...where, clientId, update: base64(update) };
    return clientMessages["marks.write"].answer.parse(await this.socket.ask("marks.write", said));
  }

  /** Opens under the desk's client id, and writes what the desk has made. */
  async send(where: Where, desk: Desk): Promise<AnswerTo<"marks.write">[]> {
    await this.open(where, { clientIds: [desk.doc.clientID] });
    const answers: AnswerTo<"marks.write">[] = [];
    for (const update of desk.made.splice(0))
      answers.push(await this.write(where, desk.doc.clientID, update));
    return answers;
  }

  close(): void {
    this.socket.close();
  }
}

/** What an opened layer amounts to, by owner and mark. */
export function contentOf(answer: AnswerTo<"marks.open">): Record<string, Record<string, unknown>> {
  if (!answer.ok) throw new Error(`not open: ${answer.refusal.code}`);
  const docs = new Map<string, Y.Doc>();
  const docOf = (owner: string) => {
    const doc = docs.get(owner) ?? new Y.Doc();
    docs.set(owner, doc);
    return doc;
  };
  for (const { owner, snapshot } of answer.documents)
    Y.applyUpdate(docOf(owner), Buffer.from(snapshot, "base64"));
  for (const { owner, update } of answer.updates)
    Y.applyUpdate(docOf(owner), Buffer.from(update, "base64"));
  return Object.fromEntries([...docs].map(([owner, doc]) => [owner, doc.getMap("marks").toJSON()]));
}
