/** The process that carries one order out and ends. It is given no secrets and may be killed at any moment. */
import { writeFile } from "node:fs/promises";
import { setPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { carryOut } from "./carry-out";
import { type ExportAnswer, ExportTask } from "./order";

// A room in session comes before a paper that somebody takes along.
setPriority(5);

/** Ends with the server even while this thread is lost in a hostile file and hears nothing (as in documents). */
const watch = new Worker(
  `const parent = ${process.ppid};
   setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 500);`,
  { eval: true },
);
watch.unref();
process.on("disconnect", () => process.exit(0));

// Nothing that is opened by a relative name lies near the product.
const [folder] = process.argv.slice(2);
if (folder !== undefined) process.chdir(folder);

process.once("message", (message) => {
  const task = ExportTask.parse(message);
  void write(task)
    .catch((error: unknown): ExportAnswer => ({ ok: false, why: nameOf(error) }))
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});

async function write({ to, order }: ExportTask): Promise<ExportAnswer> {
  const bytes = await carryOut(order);
  await writeFile(to, bytes, { mode: 0o600 });
  return { ok: true, sizeBytes: bytes.length };
}

/** A parser's sentence may quote the paper; its class does not. */
const nameOf = (error: unknown): string =>
  error instanceof Error ? error.constructor.name.slice(0, 200) : typeof error;

process.send?.("ready");
