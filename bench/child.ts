/** Processes of a bench that answer questions: servers under load and those who load them never share one. */
import { type ChildProcess, fork } from "node:child_process";
import { bundled } from "./bundle";

export type Child = {
  /** Asks the process by name; waits for its answer. */
  ask<Result>(name: string, argument?: unknown): Promise<Result>;
  stop(): Promise<void>;
  /** as `kill -9` does: it has no last word */
  kill(): Promise<void>;
};

/** `BENCH_PROFILE=folder` leaves a CPU profile of each process there. */
const { BENCH_PROFILE: folder } = process.env;
const profiling = folder === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", folder];

/** as the product starts (package.json, docs/decisions/0062) */
const youngGeneration = "--max-semi-space-size=64";

type Reply = { id: number; result?: unknown; error?: string };

const isReply = (message: unknown): message is Reply =>
  typeof message === "object" && message !== null && "id" in message;

/** @param name of a file in bench/processes, without its ending */
export function startChild(name: string, environment: Record<string, string> = {}): Child {
  const child = fork(bundled(name), {
    execArgv: [
      "--enable-source-maps",
      "--expose-gc",
      youngGeneration,
      ...(process.env.BENCH_FLAGS?.split(" ") ?? []),
      ...profiling,
    ],
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    serialization: "advanced",
  });
  const waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (e: Error) => void }
  >();
  let asked = 0;
  child.on("message", (message: unknown) => {
    if (!isReply(message)) return;
    const each = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error !== undefined) each?.reject(new Error(`${name}: ${message.error}`));
    else each?.resolve(message.result as never);
  });
  child.on("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended with ${code}`));
    waiting.clear();
  });
  return {
    ask: (question, argument) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        child.send({ id: asked, name: question, argument });
      }),
    stop: () => ended(child),
    kill: async () => {
      const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill("SIGKILL");
      await exit;
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await exit;
  clearTimeout(late);
}

export type Questions = Record<string, (argument: never) => unknown>;

/** In the process: answers the questions; `stop` runs before it ends. */
export function answerQuestions(questions: Questions, stop: () => Promise<void> | void): void {
  process.on("message", (message: { id: number; name: string; argument: never }) => {
    const { id, name, argument } = message;
    Promise.resolve()
      .then(() => questions[name]?.(argument))
      .then(
        (result) => process.send?.({ id, result }),
        (error: unknown) =>
          process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }),
      );
  });
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    Promise.resolve(stop()).finally(() => process.exit(0));
  };
  process.on("SIGTERM", end);
  process.on("disconnect", end);
}
