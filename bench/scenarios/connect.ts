/**
 * `connect`: one event to 50, 500 and 2,000 viewers. Ours decides, records and commits it first; the
 * peers, a bare Socket.IO and a bare `ws`, only send the same packet.
 */
import { type Child, startChild } from "../child";
import type { Seated } from "../processes/cabinet";
import { quantile, type Row, row } from "../report";

const sizes = [50, 500, 2_000];
const repetitions = 5;
const eventsPerRun = 6;

type Run = { p50: number; p99: number; cpu: number; bytes: number };
type Side = { server: Child; viewers: Child; payload: (round: number) => unknown };

export async function connect(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) rows.push(...(await withViewers(size)));
  return rows;
}

async function withViewers(size: number): Promise<Row[]> {
  const children = {
    cabinet: startChild("cabinet"),
    socketIo: startChild("bare-socket-io"),
    ws: startChild("bare-ws"),
  };
  const viewers = [startChild("members"), startChild("members"), startChild("members")];
  const [ofOurs, ofSocketIo, ofWs] = viewers;
  if (ofOurs === undefined || ofSocketIo === undefined || ofWs === undefined) return [];
  try {
    await children.cabinet.ask("open");
    const members = Math.min(27, size);
    const seating = { members, observers: size - members };
    const seated = await children.cabinet.ask<Seated>("seat", seating);
    await ofOurs.ask("connect", seated);
    for (const [server, side] of [
      [children.socketIo, ofSocketIo],
      [children.ws, ofWs],
    ] as const)
      await side.ask("connectBare", { address: await server.ask<string>("open"), count: size });
    const ours: Side = { server: children.cabinet, viewers: ofOurs, payload: (round) => round };
    let round = 0;
    await run(ours, size, () => round++);
    const text = await ofOurs.ask<string>("lastEvent");
    const socketIo: Side = { server: children.socketIo, viewers: ofSocketIo, payload: () => text };
    const ws: Side = { server: children.ws, viewers: ofWs, payload: () => text };
    await run(socketIo, size, () => 0);
    await run(ws, size, () => 0);
    const results = { ours: [] as Run[], socketIo: [] as Run[], ws: [] as Run[] };
    for (let repetition = 0; repetition < repetitions; repetition++) {
      results.ours.push(await run(ours, size, () => round++));
      results.socketIo.push(await run(socketIo, size, () => 0));
      results.ws.push(await run(ws, size, () => 0));
    }
    return rowsOf(size, results);
  } finally {
    await Promise.all(viewers.map((each) => each.stop()));
    await Promise.all(Object.values(children).map((each) => each.stop()));
  }
}

async function run({ server, viewers, payload }: Side, size: number, next: () => number) {
  const latencies: number[] = [];
  const bytesBefore = await viewers.ask<number>("bytes");
  const cpuBefore = await server.ask<number>("cpu");
  for (let event = 0; event < eventsPerRun; event++) {
    const [startedAt, heardAt] = await Promise.all([
      server.ask<bigint>("event", payload(next())),
      viewers.ask<bigint[]>("hear"),
    ]);
    for (const at of heardAt) latencies.push(Number(at - startedAt) / 1e6);
  }
  const cpu = (await server.ask<number>("cpu")) - cpuBefore;
  const bytes = (await viewers.ask<number>("bytes")) - bytesBefore;
  latencies.sort((left, right) => left - right);
  const recipients = size * eventsPerRun;
  return {
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpu: cpu / recipients,
    bytes: bytes / recipients,
  };
}

function rowsOf(size: number, results: Record<"ours" | "socketIo" | "ws", Run[]>): Row[] {
  const label = size === 2_000 ? "" : `, ${size} viewers`;
  const values = (side: keyof typeof results, field: keyof Run) =>
    results[side].map((each) => each[field]);
  const beside = (measure: string, unit: string, field: keyof Run) => [
    row(`${measure}${label}`, unit, values("ours", field), {
      name: "bare Socket.IO broadcast",
      values: values("socketIo", field),
    }),
    row(`${measure} beside ws${label}`, unit, values("ours", field), {
      name: "bare ws broadcast",
      values: values("ws", field),
    }),
  ];
  return [
    ...beside("CPU per recipient", "µs", "cpu"),
    ...beside("event to viewer p50", "ms", "p50"),
    ...beside("event to viewer p99", "ms", "p99"),
    ...beside("bytes per recipient", "bytes", "bytes"),
  ];
}
