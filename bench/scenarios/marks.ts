/**
 * `marks`: 50 members mark one paper, and 25 papers by two. Ours acknowledges what is on disk; the others what is in
 * memory. Beside them at light loads: latency, CPU (ours with PostgreSQL's), bytes; and what a `kill -9` takes.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as Y from "yjs";
import { type Child, startChild } from "../child";
import type { Seated } from "../processes/cabinet";
import type { Load } from "../processes/markers";
import type { PeerKind } from "../processes/yjs-peer";
import { type Row, row } from "../report";

const { BENCH_REPETITIONS = "3", BENCH_SECONDS = "2", BENCH_LOADS = "100,300,1000" } = process.env;
const repetitions = Number(BENCH_REPETITIONS);
const forMs = Number(BENCH_SECONDS) * 1_000;
const loads = BENCH_LOADS.split(",").map(Number);
const members = 50;
const inFlight = 4;

const peers: readonly PeerKind[] = ["hocuspocus", "hocuspocus+database", "y-websocket"];

type Run = Load & { cpuShare: number };
type Side = {
  name: string;
  cpu(): Promise<number>;
  /** all in one room, or two in each */
  enter(markers: Child, rooms: number): Promise<void>;
};

export async function marks(): Promise<Row[]> {
  const cabinet = startChild("cabinet");
  const servers = peers.map((kind) => ({ kind, child: startChild("yjs-peer") }));
  const markers = startChild("markers");
  try {
    await cabinet.ask("open");
    const sides: Side[] = [oursOf(cabinet)];
    for (const { kind, child } of servers)
      sides.push(peerOf(kind, child, await child.ask<string>("open", kind)));
    const results = new Map<string, Run[]>();
    const run = async (side: Side, label: string, rooms: number, ask: [string, object]) => {
      await side.enter(markers, rooms);
      const before = await side.cpu();
      const startedAt = performance.now();
      const load = await markers.ask<Load>(...ask);
      const cpuShare = ((await side.cpu()) - before) / 10 / (performance.now() - startedAt);
      await markers.ask("leave");
      const key = `${side.name}|${label}`;
      results.set(key, [...(results.get(key) ?? []), { ...load, cpuShare }]);
    };
    for (let repetition = 0; repetition <= repetitions; repetition++) {
      if (repetition === 1) results.clear();
      for (const side of sides) {
        await run(side, oneRoom, 1, ["closedLoop", { forMs, inFlight }]);
        await run(side, manyRooms, 25, ["closedLoop", { forMs, inFlight }]);
        for (const perSecond of loads)
          await run(side, `${perSecond}/s`, 1, ["openLoop", { forMs, perSecond }]);
      }
    }
    return [...rowsOf(results), ...(await lostRows(markers))];
  } finally {
    await Promise.all([markers.stop(), ...servers.map(({ child }) => child.stop())]);
    await cabinet.stop();
  }
}

const oneRoom = "50 in one";
const manyRooms = "25 by two";

function oursOf(cabinet: Child): Side {
  return {
    name: "ours",
    cpu: async () =>
      (await cabinet.ask<number>("cpu")) + (await cabinet.ask<number>("postgresCpu")),
    async enter(markers, rooms) {
      const { address, meetingId, people, papers } = await seat(cabinet, rooms);
      const entering = people.map(({ cookie }, at) => ({
        cookie,
        documentId: papers[at % rooms] ?? "",
      }));
      await markers.ask("ours", { address, meetingId, people: entering });
    },
  };
}

const seat = (cabinet: Child, rooms: number) =>
  cabinet.ask<Seated & { papers: string[] }>("seatWithPapers", { members, papers: rooms });

let roomsMade = 0;
function peerOf(kind: PeerKind, child: Child, address: string): Side {
  return {
    name: kind,
    cpu: () => child.ask<number>("cpu"),
    async enter(markers, rooms) {
      roomsMade += 1;
      const documents = Array.from({ length: members }, (_, at) => `${roomsMade}-${at % rooms}`);
      const protocol = kind === "y-websocket" ? kind : "hocuspocus";
      await markers.ask("peer", { address, protocol, documents });
    },
  };
}

/** Says the same on a machine that has other work besides. */
const cpuPerUpdate = ({ cpuShare, perSecond }: Run) => (cpuShare * 10_000) / perSecond;

function rowsOf(results: ReadonlyMap<string, Run[]>): Row[] {
  const of = (side: string, label: string, part: (run: Run) => number) =>
    (results.get(`${side}|${label}`) ?? []).map(part);
  return peers.flatMap((name) => {
    const beside = (measure: string, unit: string, label: string, part: (run: Run) => number) =>
      row(measure, unit, of("ours", label, part), { name, values: of(name, label, part) });
    return [
      beside("closed-loop updates/s", "1/s", oneRoom, ({ perSecond }) => perSecond),
      beside("closed-loop p99", "ms", oneRoom, ({ p99Ms }) => p99Ms),
      beside("closed-loop CPU per update", "µs", oneRoom, cpuPerUpdate),
      beside(`closed-loop updates/s, ${manyRooms}`, "1/s", manyRooms, ({ perSecond }) => perSecond),
      beside(`closed-loop p99, ${manyRooms}`, "ms", manyRooms, ({ p99Ms }) => p99Ms),
      beside(`closed-loop CPU per update, ${manyRooms}`, "µs", manyRooms, cpuPerUpdate),
      ...loads.flatMap((load) => [
        beside(`p50 at ${load}/s`, "ms", `${load}/s`, ({ p50Ms }) => p50Ms),
        beside(`p99 at ${load}/s`, "ms", `${load}/s`, ({ p99Ms }) => p99Ms),
        beside(`CPU at ${load}/s`, "% of a core", `${load}/s`, ({ cpuShare }) => cpuShare),
        beside(
          `bytes received per update at ${load}/s`,
          "B",
          `${load}/s`,
          (run) => run.bytesPerUpdate,
        ),
      ]),
    ];
  });
}

/** A server is killed in the middle of the load: how many acknowledged updates are not there any more. */
async function lostRows(markers: Child): Promise<Row[]> {
  const lost: number[] = [];
  const store = startChild("cabinet");
  try {
    await store.ask("open");
    const { databaseUrl } = await seat(store, 1);
    for (let repetition = 0; repetition < Math.min(3, repetitions); repetition++) {
      const doomed = startChild("cabinet");
      await doomed.ask("open", databaseUrl);
      const seated = await seat(doomed, 1);
      const people = seated.people.map(({ cookie }) => ({
        cookie,
        documentId: seated.papers[0] ?? "",
      }));
      await markers.ask("ours", { ...seated, people });
      const acknowledged = await killInTheMiddle(markers, doomed);
      lost.push(acknowledged - (await store.ask<number>("marksStored", seated.papers[0])));
    }
  } finally {
    await store.stop();
  }
  const ofPeer: number[] = [];
  const doomed = startChild("yjs-peer");
  const address = await doomed.ask<string>("open", "hocuspocus+database");
  const documents = Array.from({ length: members }, () => "killed");
  await markers.ask("peer", { address, protocol: "hocuspocus", documents });
  const folder = await doomed.ask<string>("folder");
  const acknowledged = await killInTheMiddle(markers, doomed);
  ofPeer.push(acknowledged - storedIn(folder));
  return [
    row(
      "acknowledged updates lost after kill -9 (below zero: written, not yet said)",
      "updates",
      lost,
      { name: "hocuspocus+database", values: ofPeer },
    ),
  ];
}

async function killInTheMiddle(markers: Child, doomed: Child): Promise<number> {
  await markers.ask("begin", { forMs: 10_000, inFlight });
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  await doomed.kill();
  const acknowledged = await markers.ask<number>("acknowledged");
  await markers.ask("leave");
  return acknowledged;
}

/** Marks in what the other's database has; each update made one. */
function storedIn(folder: string): number {
  const doc = new Y.Doc();
  for (const file of readdirSync(folder)) Y.applyUpdate(doc, readFileSync(path.join(folder, file)));
  return doc.getMap("marks").size;
}
