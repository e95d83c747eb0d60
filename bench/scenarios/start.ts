/** `start`: from nothing but the build to the first page served; the demonstration seeded apart from it. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt } from "../../tools/build.mjs";
import { startChild } from "../child";
import { type Row, row } from "../report";

const repetitions = 5;
const giveUpMs = 60_000;

export async function start(): Promise<Row[]> {
  await ensureBuilt();
  const cold: number[] = [];
  const warm: number[] = [];
  const bare: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const folder = await mkdtemp(path.join(tmpdir(), "cold-start-"));
    cold.push(await firstPageMs(folder));
    warm.push(await firstPageMs(folder));
    await rm(folder, { recursive: true, force: true });
    bare.push(await barePageMs());
  }
  const name = "the same PostgreSQL and an empty page";
  return [
    row("first page served", "ms", cold, { name, values: bare }),
    row("first page served, second start", "ms", warm),
  ];
}

async function firstPageMs(dataDir: string): Promise<number> {
  const startedAt = performance.now();
  const server = spawn(process.execPath, ["build/server.js"], {
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("the server did not start")), giveUpMs);
      server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
      let said = "";
      server.stdout.on("data", (data) => {
        said += String(data);
        const found = /https?:\/\/\S+/.exec(said)?.[0];
        if (found === undefined) return;
        clearTimeout(late);
        resolve(found);
      });
    });
    const page = await fetch(new URL("/sign-in", address));
    await page.text();
    if (!page.ok) throw new Error(`the first page was a ${page.status}`);
    return performance.now() - startedAt;
  } finally {
    if (server.exitCode === null) {
      const exit = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await exit;
    }
  }
}

async function barePageMs(): Promise<number> {
  const startedAt = performance.now();
  const child = startChild("bare-start");
  try {
    await child.ask("page");
    return performance.now() - startedAt;
  } finally {
    await child.stop();
  }
}
