/** `idle`: what the server's memory holds for a member who is in the room and does nothing. */
import { startChild } from "../child";
import type { Seated } from "../processes/cabinet";
import { type Row, row } from "../report";

const members = 1_000;
const repetitions = 3;

export async function idle(): Promise<Row[]> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    ours.push(await ofCabinet());
    bare.push(await ofSocketIo());
  }
  const peer = { name: "bare Socket.IO, one room", values: bare };
  return [row("bytes per idle member", "bytes", ours, peer)];
}

async function ofCabinet(): Promise<number> {
  const seeding = startChild("cabinet");
  // a process of its own that has done nothing else: what seeding left behind must not hide members
  const server = startChild("cabinet");
  const people = startChild("members");
  try {
    await seeding.ask("open");
    const seated = await seeding.ask<Seated>("seat", { members, observers: 0 });
    const address = await server.ask<string>("open", seated.databaseUrl);
    // the first hundred bring what is there once: the view, the caches, the heap's own growth
    await people.ask("connect", { ...seated, address, people: seated.people.slice(0, 100) });
    const before = await server.ask<number>("memory");
    await people.ask("connect", { ...seated, address, people: seated.people.slice(100) });
    return ((await server.ask<number>("memory")) - before) / (members - 100);
  } finally {
    await people.stop();
    await server.stop();
    await seeding.stop();
  }
}

async function ofSocketIo(): Promise<number> {
  const server = startChild("bare-socket-io");
  const people = startChild("members");
  try {
    const address = await server.ask<string>("open");
    await people.ask("connectBare", { address, count: 100 });
    const before = await server.ask<number>("memory");
    await people.ask("connectBare", { address, count: members - 100 });
    return ((await server.ask<number>("memory")) - before) / (members - 100);
  } finally {
    await people.stop();
    await server.stop();
  }
}
