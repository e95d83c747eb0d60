/** Fills a layer with the marks of many, and opens it as a tab does. */
import * as Y from "yjs";
import { LiveConnection } from "../../app/live/connection.client";
import { SyncedStore } from "../../app/marks/sync/synced-store";
import { DocumentId, MeetingId } from "../../domain/ids";
import { aMarkId, aNote, base64 } from "../../tests/support/marking";
import { answerQuestions } from "../child";
import { RawSocket } from "../raw-socket";
import type { Seated } from "./cabinet";

export type Opened = { elapsedMs: number; marks: number; mergedBytes: number };

type At = Pick<Seated, "address" | "meetingId" | "people"> & { documentId: string };

answerQuestions(
  {
    fill: async ({
      address,
      meetingId,
      people,
      documentId,
      perAuthor,
    }: At & { perAuthor: number }) => {
      for (const { cookie } of people) {
        const socket = await RawSocket.connect(address, cookie);
        const doc = new Y.Doc();
        const made: Uint8Array[] = [];
        doc.on("update", (update: Uint8Array) => made.push(update));
        for (let n = 0; n < perAuthor; n++)
          doc.getMap("marks").set(aMarkId(), aNote(`Ghi chú ${n}`));
        const where = { meetingId, documentId, layer: "shared" };
        await socket.ask("marks.open", { ...where, clientIds: [doc.clientID] });
        const answers = await Promise.all(
          made.map((update) =>
            socket.ask("marks.write", { ...where, clientId: doc.clientID, update: base64(update) }),
          ),
        );
        const refused = answers.find((answer) => !(answer as { ok: boolean }).ok);
        if (refused !== undefined) throw new Error(JSON.stringify(refused));
        socket.close();
      }
    },
    open: async ({ address, meetingId, people, documentId }: At): Promise<Opened> => {
      const [first] = people;
      if (first === undefined) throw new Error("nobody is there");
      const line = new LiveConnection({ url: address, headers: { cookie: first.cookie } });
      line.open();
      await new Promise<void>((resolve) => line.onConnected(() => resolve()));
      const startedAt = performance.now();
      const store = new SyncedStore({
        me: first.personId,
        meetingId: MeetingId.parse(meetingId),
        documentId: DocumentId.parse(documentId),
        road: line,
        log: Promise.resolve(null),
      });
      await new Promise<void>((resolve) => {
        store.subscribe(() => {
          if (store.marks().length > 0) resolve();
        });
      });
      const marks = store.marks();
      const elapsedMs = performance.now() - startedAt;
      const doc = new Y.Doc();
      for (const { id, mark } of marks) doc.getMap("marks").set(id, mark);
      const mergedBytes = Y.encodeStateAsUpdate(doc).length;
      store.close();
      line.close();
      return { elapsedMs, marks: marks.length, mergedBytes };
    },
  },
  () => undefined,
);
