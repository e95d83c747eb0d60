/** Has exports written by child processes: few at a time, each with limits of time and memory and killed when it passes one. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { logFailure, logRefusal } from "../log";
import { ownProcess } from "../own-process";
import { ExportAnswer, type ExportOrder, type ExportTask } from "./order";

export type ExporterLimits = {
  /** how many processes at once */
  processes: number;
  /** how many may wait behind them */
  waiting: number;
  /** wall-clock time for one export, its process's start included */
  exportMs: number;
  /** JavaScript memory of a process */
  heapMb: number;
  /** all memory of a process, where the system tells (Linux) */
  residentMb: number;
};

export const defaultLimits: ExporterLimits = {
  processes: 2,
  waiting: 50,
  exportMs: 90_000,
  heapMb: 1_024,
  residentMb: 2_048,
};

/** `unwritable`: the bytes do not let themselves be written into. `exhausted`: time or memory ran out. */
export type ExportFailure = "unwritable" | "exhausted" | "busy";
export type Export =
  | { ok: true; file: string; sizeBytes: number; discard(): Promise<void> }
  | { ok: false; reason: ExportFailure };

export type Exporter = {
  /**
   * Carries the order out into a file of its own, which the caller discards. Never throws for what is in the bytes;
   * ends early when `signal` says that nobody waits any more.
   */
  write(order: ExportOrder, signal?: AbortSignal): Promise<Export>;
  /** Kills all processes; what waits is refused. */
  stop(): Promise<void>;
};

export function openExporter(limits: ExporterLimits = defaultLimits): Exporter {
  const waiting: (() => void)[] = [];
  const alive = new Set<ChildProcess>();
  let working = 0;
  let stopped = false;

  /** false: too many wait, or the exporter stops. */
  const admitted = async (): Promise<boolean> => {
    if (stopped || waiting.length >= limits.waiting) return false;
    if (working >= limits.processes) await new Promise<void>((resolve) => waiting.push(resolve));
    else working += 1;
    return !stopped;
  };
  /** A place is handed on, never given up and taken again, so that nobody slips in between. */
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) working -= 1;
    else next();
  };

  return {
    async write(order, signal) {
      if (!(await admitted())) return { ok: false, reason: "busy" };
      const folder = await mkdtemp(path.join(tmpdir(), "export-"));
      const discard = () => rm(folder, { recursive: true, force: true });
      try {
        const file = path.join(folder, "export");
        const answer = await inProcess(limits, alive, { to: file, order }, signal);
        if (answer?.ok === true) return { ok: true, file, sizeBytes: answer.sizeBytes, discard };
        await discard();
        if (answer === null) return { ok: false, reason: "exhausted" };
        logRefusal("a paper could not be written into", new Error(answer.why));
        return { ok: false, reason: "unwritable" };
      } catch (error) {
        await discard();
        throw error;
      } finally {
        leave();
      }
    },
    async stop() {
      stopped = true;
      for (const next of waiting.splice(0)) next();
      await Promise.all(
        [...alive].map(
          (child) =>
            new Promise<void>((resolve) => {
              child.once("exit", () => resolve());
              child.kill("SIGKILL");
            }),
        ),
      );
    },
  };
}

/** null: it ended, or was ended, without an answer. */
async function inProcess(
  limits: ExporterLimits,
  alive: Set<ChildProcess>,
  task: ExportTask,
  signal: AbortSignal | undefined,
): Promise<ExportAnswer | null> {
  if (signal?.aborted) return null;
  const { file, execArgv } = ownProcess(import.meta.url, "export-process");
  const child = fork(file, [tmpdir()], {
    execArgv: [...execArgv, `--max-old-space-size=${limits.heapMb}`],
    // Nothing of ours: a hostile file that took the process over would find no secret there.
    env: { NODE_ENV: "production" },
    // Bytes travel as bytes.
    serialization: "advanced",
    // What a parser says may quote the paper, so nobody listens.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  alive.add(child);
  const kill = () => child.kill("SIGKILL");
  const late = setTimeout(kill, limits.exportMs);
  const weighing = setInterval(() => void weigh(child, limits.residentMb), 250);
  signal?.addEventListener("abort", kill, { once: true });
  try {
    return await new Promise((resolve) => {
      child.on("message", (message) => {
        if (message === "ready") {
          child.send(task, (error) => {
            if (error !== null) resolve(null);
          });
          return;
        }
        const parsed = ExportAnswer.safeParse(message);
        resolve(parsed.success ? parsed.data : null);
      });
      child.once("exit", () => resolve(null));
      child.once("error", (error) => {
        logFailure("a process that writes exports did not start", error);
        resolve(null);
      });
    });
  } finally {
    clearTimeout(late);
    clearInterval(weighing);
    signal?.removeEventListener("abort", kill);
    kill();
    alive.delete(child);
  }
}

/** Memory outside of JavaScript's own (inflated streams) has no limit that Node could set. */
async function weigh(child: ChildProcess, residentMb: number): Promise<void> {
  const status = await readFile(`/proc/${child.pid}/status`, "latin1").catch(() => "");
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
  if (kilobytes > residentMb * 1_024) child.kill("SIGKILL");
}
