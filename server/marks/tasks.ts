/** Hands tasks to a process, one at a time; a task that passes its deadline costs the process, which is begun anew. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { ownProcess } from "../own-process";
import type { Logged, Snapshot } from "./merge";
import type { Task } from "./tasks-process";
import type { Unreadable, UpdateFacts } from "./update-format";

/** The process died or was too slow: nothing is known of the task but that it is not done. */
export class TaskLost extends Error {}

type Waiting = {
  task: Task;
  deadlineMs: number;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
};

const heapMb = 512;
/** A process takes its time to begin, on a machine that is busy otherwise. */
const startMs = 20_000;

class Helper {
  readonly #waiting: Waiting[] = [];
  #child: ChildProcess | null = null;
  #current: Waiting | null = null;
  #timer: NodeJS.Timeout | null = null;
  #id = 0;
  #stopped = false;

  ask(task: Task, deadlineMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) return reject(new TaskLost("The helpers are stopped."));
      this.#waiting.push({ task, deadlineMs, resolve, reject });
      this.#next();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new TaskLost("stopped"));
    const child = this.#child;
    const ended = child === null ? null : once(child, "exit");
    this.#lose(new TaskLost("stopped"));
    await ended;
  }

  #next(): void {
    if (this.#current !== null) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#current = next;
    const isNew = this.#child === null;
    const child = this.#child ?? this.#begin();
    this.#id += 1;
    child.send({ id: this.#id, task: next.task });
    const deadlineMs = next.deadlineMs + (isNew ? startMs : 0);
    this.#timer = setTimeout(() => this.#lose(new TaskLost("too slow")), deadlineMs);
  }

  #begin(): ChildProcess {
    const { file, execArgv } = ownProcess(import.meta.url, "tasks-process");
    const child = fork(file, [], {
      execArgv: [...execArgv, `--max-old-space-size=${heapMb}`],
      // bytes travel as bytes
      serialization: "advanced",
      // nothing of the server's settings: no secret, no database
      env: { NODE_ENV: process.env.NODE_ENV ?? "production", PATH: process.env.PATH ?? "" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    // it must not keep the server alive while it has nothing to do
    child.unref();
    child.channel?.unref();
    child.on("message", (message) => {
      const { id, result } = message as { id: number; result: unknown };
      if (child === this.#child && id === this.#id) this.#settle((one) => one.resolve(result));
    });
    const gone = (cause?: unknown) => {
      if (child === this.#child) this.#lose(new TaskLost("the process died", { cause }));
    };
    child.on("error", gone);
    child.on("exit", () => gone());
    this.#child = child;
    return child;
  }

  #settle(settle: (one: Waiting) => void): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const current = this.#current;
    this.#current = null;
    if (current !== null) settle(current);
    this.#next();
  }

  #lose(error: TaskLost): void {
    const child = this.#child;
    this.#child = null;
    child?.kill("SIGKILL");
    this.#settle((one) => one.reject(error));
  }
}

const deadline = { readMs: 1_000, mergeMs: 30_000 };

/** Two processes, begun when first needed: a long merge must not hold up a writer. */
export class Tasks {
  readonly #reading = new Helper();
  readonly #merging = new Helper();

  /** @throws TaskLost */
  async read(bytes: Uint8Array): Promise<UpdateFacts | Unreadable> {
    // the process answers what `readUpdate` answers
    return (await this.#reading.ask({ kind: "read", bytes }, deadline.readMs)) as
      | UpdateFacts
      | Unreadable;
  }

  /** @throws TaskLost */
  async merge(
    owner: string,
    before: Snapshot | null,
    updates: readonly Logged[],
  ): Promise<Snapshot> {
    const task = { kind: "merge", owner, before, updates } as const;
    // the process answers what `mergeDocument` answers
    return (await this.#merging.ask(task, deadline.mergeMs)) as Snapshot;
  }

  async stop(): Promise<void> {
    await Promise.all([this.#reading.stop(), this.#merging.stop()]);
  }
}
