/** Has files looked into by child processes: few at a time, with limits of time and memory, killed when they pass one. */
import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { logFailure } from "../log";
import { ownProcess } from "../own-process";
import {
  Answer,
  type ConvertibleKind,
  type Drawn,
  type Finding,
  type PictureKind,
  type Task,
} from "./inspection";

export type InspectorLimits = {
  /** how many processes at once */
  processes: number;
  /** wall-clock time for one file */
  fileMs: number;
  /** JavaScript memory of a process */
  heapMb: number;
  /** all memory of a process, where the system tells (Linux) */
  residentMb: number;
  /** an idle process ends after this */
  idleMs: number;
};

export const defaultLimits: InspectorLimits = {
  processes: 2,
  fileMs: 60_000,
  heapMb: 768,
  residentMb: 1_600,
  idleMs: 15_000,
};

/** What may come later waits until nobody waits for anything, and then goes one at a time. */
export type When = "now" | "later";

export type Inspector = {
  /**
   * Waits for a free process and gives its finding; what is made of the file is left in the folder. A process that hangs, dies or grows too far costs only this file:
   * it is refused with the reason. Rejects only when the inspector is stopped.
   */
  inspect(path: string, folder: string, when?: When): Promise<Finding>;
  /**
   * Draws pages (from 1) into the folder. Null: the process hung, died or grew too far; one of these pages is at fault.
   */
  draw(
    path: string,
    folder: string,
    picture: PictureKind,
    pages: readonly number[],
    when?: When,
  ): Promise<Drawn | null>;
  /** Makes a paper of a picture, in the folder. */
  convert(
    path: string,
    folder: string,
    picture: ConvertibleKind,
  ): Promise<"converted" | "late" | "failed">;
  /** Kills all processes; what waits is rejected with `InspectorStopped`. */
  stop(): Promise<void>;
};

export class InspectorStopped extends Error {}

/** How a task ended: with an answer, over its time, or with its process. */
type End = Answer["answer"] | "late" | "gone";

type Waiting = { task: Task; resolve: (end: End) => void; reject: (error: Error) => void };

/** Longer than a start ever takes, on a machine that is busy otherwise. */
const startMs = 30_000;

/** A process keeps nothing between files by intent; it is still replaced after so many. */
const filesPerProcess = 64;

export function openInspector(limits: InspectorLimits = defaultLimits): Inspector {
  const waiting: Record<When, Waiting[]> = { now: [], later: [] };
  const idle = new Set<InspectorProcess>();
  const alive = new Set<InspectorProcess>();
  let stopped = false;

  const take = (): Waiting | undefined => {
    const isQuiet = alive.size === idle.size;
    return waiting.now.shift() ?? (isQuiet ? waiting.later.shift() : undefined);
  };

  const next = () => {
    while (idle.size > 0 || alive.size < limits.processes) {
      const waiter = take();
      if (waiter === undefined) return;
      const [ready] = idle;
      const worker = ready ?? new InspectorProcess(limits, (gone) => forget(gone));
      idle.delete(worker);
      alive.add(worker);
      void worker.carryOut(waiter.task).then((end) => {
        if (stopped && end === "gone") waiter.reject(new InspectorStopped());
        else waiter.resolve(end);
        if (worker.mayGoOn(end)) idle.add(worker);
        else void worker.kill();
        next();
      });
    }
  };

  const forget = (worker: InspectorProcess) => {
    idle.delete(worker);
    alive.delete(worker);
    next();
  };

  const ask = (task: Task, when: When): Promise<End> =>
    new Promise((resolve, reject) => {
      if (stopped) return reject(new InspectorStopped());
      waiting[when].push({ task, resolve, reject });
      next();
    });

  return {
    async inspect(path, folder, when = "now") {
      const end = await ask({ kind: "look", path, folder }, when);
      if (end === "late") return { ok: false, reason: "document.check_timed_out" };
      return typeof end === "object" && "ok" in end
        ? end
        : { ok: false, reason: "document.check_failed" };
    },
    async convert(path, folder, picture) {
      const end = await ask({ kind: "convert", path, folder, picture }, "now");
      if (end === "late") return "late";
      const isConverted = typeof end === "object" && "converted" in end && end.converted;
      return isConverted ? "converted" : "failed";
    },
    async draw(path, folder, picture, pages, when = "now") {
      const end = await ask({ kind: "draw", path, folder, picture, pages: [...pages] }, when);
      return typeof end === "object" && "pictures" in end ? end : null;
    },
    async stop() {
      stopped = true;
      for (const { reject } of [...waiting.now.splice(0), ...waiting.later.splice(0)])
        reject(new InspectorStopped());
      await Promise.all([...alive].map((worker) => worker.kill()));
    },
  };
}

/** One child process and the one file it holds. */
class InspectorProcess {
  readonly #child: ChildProcess;
  readonly #limits: InspectorLimits;
  readonly #ended: Promise<void>;
  readonly #gone: () => void;
  #files = 0;
  #killed = false;
  #said = "";
  #answer: ((end: End) => void) | null = null;
  #idleTimer: NodeJS.Timeout | undefined;
  #started = false;
  #late: NodeJS.Timeout | undefined;

  constructor(limits: InspectorLimits, ended: (worker: InspectorProcess) => void) {
    this.#limits = limits;
    this.#gone = () => ended(this);
    const { file, execArgv } = ownProcess(import.meta.url, "inspect-process");
    this.#child = fork(file, [tmpdir()], {
      execArgv: [...execArgv, `--max-old-space-size=${limits.heapMb}`],
      // Nothing of ours: a hostile file that took the process over would find no secret there.
      env: { NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#said = (this.#said + text).slice(-2_000);
    });
    this.#child.on("message", (message) => {
      if (message === "ready") this.#begin();
      else this.#settle(this.#read(message));
    });
    this.#ended = new Promise((resolve) => {
      const end = () => {
        clearTimeout(this.#idleTimer);
        this.#settle("gone");
        this.#gone();
        resolve();
      };
      this.#child.once("exit", (code, signal) => {
        if (!this.#killed && code !== 0) {
          logFailure("a process that looks into files ended", new Error(this.#said), {
            code,
            signal,
          });
        }
        end();
      });
      this.#child.once("error", (error) => {
        logFailure("a process that looks into files did not start", error);
        end();
      });
    });
  }

  async carryOut(task: Task): Promise<End> {
    clearTimeout(this.#idleTimer);
    this.#files += 1;
    const ended = new Promise<End>((resolve) => {
      this.#answer = resolve;
    });
    this.#allow(this.#started ? this.#limits.fileMs : startMs);
    const weigh = setInterval(() => void this.#weigh(), 250);
    this.#child.send({ order: this.#files, task }, (error) => {
      if (error !== null) this.#settle("gone");
    });
    const end = await ended;
    clearTimeout(this.#late);
    clearInterval(weigh);
    return end;
  }

  /** Starting is our time, not the file's: its own begins now. */
  #begin(): void {
    this.#started = true;
    if (this.#answer !== null) this.#allow(this.#limits.fileMs);
  }

  #allow(ms: number): void {
    clearTimeout(this.#late);
    this.#late = setTimeout(() => {
      this.#settle("late");
      void this.kill();
    }, ms);
  }

  mayGoOn(end: End): boolean {
    if (end === "gone" || this.#killed || this.#files >= filesPerProcess) return false;
    this.#idleTimer = setTimeout(() => {
      // gone before it is dead: a file that comes in between must not be given to it
      this.#gone();
      void this.kill();
    }, this.#limits.idleMs);
    this.#idleTimer.unref();
    return true;
  }

  kill(): Promise<void> {
    this.#killed = true;
    this.#child.kill("SIGKILL");
    return this.#ended;
  }

  #settle(end: End): void {
    const answer = this.#answer;
    this.#answer = null;
    answer?.(end);
  }

  #read(message: unknown): End {
    const parsed = Answer.safeParse(message);
    return parsed.success && parsed.data.order === this.#files ? parsed.data.answer : "gone";
  }

  /** Memory outside of JavaScript's own (inflated streams) has no limit that Node could set. */
  async #weigh(): Promise<void> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, "latin1").catch(() => "");
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
    if (kilobytes > this.#limits.residentMb * 1_024) void this.kill();
  }
}
