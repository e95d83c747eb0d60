/** The built server as a process of its own, as an operator runs it. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { productRoot } from "./database";

export type Ran = { code: number | null; signal: NodeJS.Signals | null };

/** A folder for a server's data, gone when the test is over. */
export async function temporaryDataDir(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "e-cabinet-process-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

/**
 * `node build/server.js` on a free port unless `PORT` names one, with its data in `DATA_DIR` or a folder of
 * its own. Killed with its database when the test is over, if it still runs then.
 */
export async function startProcess(variables: Record<string, string> = {}) {
  const dataDir = variables.DATA_DIR ?? (await temporaryDataDir());
  const child = spawn(process.execPath, ["build/server.js"], {
    cwd: productRoot,
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      PORT: "0",
      DATA_DIR: dataDir,
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Ran>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    killDatabase(await databasePid(dataDir).catch(() => null));
  });
  /** Resolves with the first match in what the process has said; fails when it ends without it. */
  const saying = async (pattern: RegExp): Promise<string> => {
    const found = new Promise<string>((resolve) => {
      const look = () => {
        const match = pattern.exec(said);
        if (match) resolve(match[1] ?? match[0]);
      };
      listeners.add(look);
      look();
    });
    const failed = ended.then((ran) => {
      throw new Error(`The process ended (${ran.code ?? ran.signal}) after saying:\n${said}`);
    });
    return await Promise.race([found, failed]);
  };
  return { child, dataDir, ended, saying, said: () => said };
}

/** A port that nobody has just now, for a server that is to be found again where it was. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** The process of the PostgreSQL that a server started. */
export async function databasePid(dataDir: string): Promise<number> {
  const file = path.join(dataDir, "postgres/cluster/postmaster.pid");
  return Number((await readFile(file, "utf8")).split("\n")[0]);
}

/** Ends a database that its killed server left behind. */
function killDatabase(pid: number | null): void {
  if (pid === null) return;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it was gone already
  }
}
