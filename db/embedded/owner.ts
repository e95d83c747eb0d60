/** One server process per data folder, and who is still running on it. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Marks the folder as ours until `release`. A mark left by a process that was killed is taken over.
 * @throws Error that names the process when another one is using the folder
 */
export async function claim(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, "server.pid");
  const mine = await markOf(process.pid);
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await writeFile(file, mine, { flag: "wx" });
      return () => rm(file, { force: true });
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
    const pid = await ownerOf(folder);
    if (pid !== null) throw new Error(`Process ${pid} is already using the data in ${folder}.`);
    await rm(file, { force: true });
  }
  throw new Error(`Several processes are starting on the data in ${folder} at once.`);
}

/** The process that is using the folder now. */
export async function ownerOf(folder: string): Promise<number | null> {
  const mark = await readFile(path.join(folder, "server.pid"), "utf8").catch(absent);
  const pid = Number.parseInt(mark, 10);
  return pid > 0 && isAlive(pid) && (await markOf(pid)) === mark ? pid : null;
}

/**
 * Ends a postmaster that outlived its server (`kill -9`) and clears what a dead one left, so that a
 * new one can start. The data is safe either way: this is what crash recovery is for.
 */
export async function clearCluster(cluster: string): Promise<void> {
  const file = path.join(cluster, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(absent);
  const pid = Number.parseInt(text, 10);
  if (!(pid > 0)) return;
  if (await isPostmasterOf(pid, cluster)) {
    // first politely (fast shutdown), after five seconds without waiting for a checkpoint
    for (const [signal, tries] of [
      ["SIGINT", 250],
      ["SIGQUIT", 250],
      ["SIGKILL", 50],
    ] as const) {
      kill(pid, signal);
      for (let attempt = 0; attempt < tries && isAlive(pid); attempt++) await pause(20);
      if (!isAlive(pid)) break;
    }
  }
  // after a crash the number may long belong to somebody else, and PostgreSQL would not start then
  await rm(file, { force: true });
}

async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await commandOf(pid);
  return command.includes("postgres") && command.includes(cluster);
}

async function commandOf(pid: number): Promise<string> {
  if (existsSync("/proc/self/cmdline"))
    return readFile(`/proc/${pid}/cmdline`, "utf8").catch(absent);
  const { stdout } = await run("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({
    stdout: "",
  }));
  return stdout;
}

/** A process's number alone is reused; with the moment of its start it is not. */
async function markOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(absent);
  // fields after the name, which may itself hold spaces and brackets; the 20th is the start
  const started = text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  return `${pid} ${started}`;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isError(error) && error.code === "EPERM";
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isError(error) || error.code !== "ESRCH") throw error;
  }
}

function absent(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT" || error.code === "ESRCH") return "";
  throw error;
}

function isError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}

function isAlreadyThere(error: unknown): boolean {
  return isError(error) && error.code === "EEXIST";
}
