/** Who marks in a bench: many sockets in a process of their own. */
import { clientMessages } from "../../domain/protocol";
import { answerQuestions } from "../child";
import { Gestures } from "../gestures";
import { RawSocket } from "../raw-socket";
import { quantile } from "../report";
import { type Protocol, YjsSocket } from "../yjs-socket";

type Marker = {
  /** the next gesture; resolves when the server has acknowledged it */
  write(): Promise<void>;
  bytes(): number;
  close(): void;
};
let markers: Marker[] = [];
/** acknowledged updates, whoever asks */
let acknowledged = 0;
let stopped = false;

export type OursAt = {
  address: string;
  meetingId: string;
  /** one for each person: where it marks */
  people: { cookie: string; documentId: string }[];
};
export type PeerAt = {
  address: string;
  protocol: Protocol;
  /** one for each client */
  documents: string[];
};
export type Load = { perSecond: number; p50Ms: number; p99Ms: number; bytesPerUpdate: number };

answerQuestions(
  {
    ours: async ({ address, meetingId, people }: OursAt) => {
      reset();
      markers = await Promise.all(
        people.map(async ({ cookie, documentId }) => {
          const socket = await RawSocket.connect(address, cookie);
          const where = { meetingId, documentId, layer: "shared" };
          const gestures = new Gestures();
          const { clientId } = gestures;
          const opened = clientMessages["marks.open"].answer.parse(
            await socket.ask("marks.open", { ...where, clientIds: [clientId] }),
          );
          if (!opened.ok || opened.write === null) throw new Error("the layer is not open");
          return {
            async write() {
              const update = gestures.next().toString("base64");
              const answer = await socket.ask("marks.write", { ...where, clientId, update });
              if (!(answer as { ok: boolean }).ok)
                throw new Error(`refused: ${JSON.stringify(answer)}`);
            },
            bytes: () => socket.bytes,
            close: () => socket.close(),
          };
        }),
      );
    },
    peer: async ({ address, protocol, documents }: PeerAt) => {
      reset();
      markers = await Promise.all(
        documents.map(async (name) => {
          const socket = await YjsSocket.connect(address, protocol, name);
          const gestures = new Gestures();
          return {
            write: () => socket.write(gestures.next()),
            bytes: () => socket.bytes,
            close: () => socket.close(),
          };
        }),
      );
    },
    /** each keeps so many under way, for so long */
    closedLoop: ({ forMs, inFlight }: { forMs: number; inFlight: number }) =>
      measured(async (latencies) => {
        const until = performance.now() + forMs;
        await Promise.all(
          markers.flatMap((marker) =>
            Array.from({ length: inFlight }, async () => {
              while (performance.now() < until && !stopped) await writeNext(marker, latencies);
            }),
          ),
        );
      }),
    /** so many a second of all together, whatever the server does */
    openLoop: ({ forMs, perSecond }: { forMs: number; perSecond: number }) =>
      measured(async (latencies) => {
        const underWay: Promise<void>[] = [];
        const startedAt = performance.now();
        for (let n = 0; n < (forMs / 1_000) * perSecond; n++) {
          const dueIn = startedAt + (n * 1_000) / perSecond - performance.now();
          if (dueIn > 1) await new Promise((resolve) => setTimeout(resolve, dueIn));
          const marker = markers[n % markers.length];
          if (marker !== undefined) underWay.push(writeNext(marker, latencies));
        }
        await Promise.all(underWay);
      }),
    /** without waiting for its end; `acknowledged` tells how far it came */
    begin: ({ forMs, inFlight }: { forMs: number; inFlight: number }) => {
      acknowledged = 0;
      const until = performance.now() + forMs;
      for (const marker of markers)
        for (let n = 0; n < inFlight; n++)
          void (async () => {
            while (performance.now() < until && !stopped) await writeNext(marker, []);
          })();
    },
    acknowledged: () => acknowledged,
    leave: () => {
      stopped = true;
      for (const marker of markers) marker.close();
      markers = [];
    },
  },
  () => undefined,
);

function reset(): void {
  stopped = false;
  acknowledged = 0;
}

async function writeNext(marker: Marker, latencies: number[]): Promise<void> {
  const sentAt = performance.now();
  await marker.write();
  latencies.push(performance.now() - sentAt);
  acknowledged += 1;
}

async function measured(load: (latencies: number[]) => Promise<void>): Promise<Load> {
  const latencies: number[] = [];
  const bytesBefore = sum((marker) => marker.bytes());
  const startedAt = performance.now();
  await load(latencies);
  const elapsedMs = performance.now() - startedAt;
  latencies.sort((left, right) => left - right);
  return {
    perSecond: (latencies.length / elapsedMs) * 1_000,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    bytesPerUpdate: (sum((marker) => marker.bytes()) - bytesBefore) / latencies.length,
  };
}

const sum = (of: (marker: Marker) => number) =>
  markers.reduce((total, marker) => total + of(marker), 0);
