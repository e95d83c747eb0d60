/** The process that looks into files, one after the other. It is given no secrets and may be killed at any moment. */
import { readFile, writeFile } from "node:fs/promises";
import { setPriority } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { draw } from "./draw";
import { type Answer, convertedFile, Order, type Task } from "./inspection";
import { look } from "./look";
import { pictureToPdf } from "./reading/picture-pdf";

// A room in session comes before a paper that is being checked.
setPriority(5);

/**
 * The server may die while this thread is lost in a hostile file and hears nothing any more; a second thread
 * watches for it, so that no process is left behind.
 */
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

process.on("message", (message) => {
  const { order, task } = Order.parse(message);
  void carryOut(task).then((answer) => {
    const said: Answer = { order, answer };
    process.send?.(said);
  });
});

async function carryOut(task: Task): Promise<Answer["answer"]> {
  if (task.kind === "draw") return draw(task);
  if (task.kind === "convert") return { converted: await convertPicture(task) };
  return look(await readFile(task.path), task.folder);
}

async function convertPicture(task: Extract<Task, { kind: "convert" }>): Promise<boolean> {
  try {
    const made = await pictureToPdf(await readFile(task.path), task.picture);
    await writeFile(path.join(task.folder, convertedFile), made);
    return true;
  } catch {
    // The decoders say in many ways that this is no such picture.
    return false;
  }
}

process.send?.("ready");
