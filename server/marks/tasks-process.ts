/** The process in which documents are merged and large updates are read; it is given nothing else. */
import { type Logged, mergeDocument, type Snapshot } from "./merge";
import { readUpdate } from "./update-format";

export type Task =
  | { kind: "read"; bytes: Uint8Array }
  | { kind: "merge"; owner: string; before: Snapshot | null; updates: readonly Logged[] };

process.on("disconnect", () => process.exit(0));

process.on("message", ({ id, task }: { id: number; task: Task }) => {
  const result =
    task.kind === "read"
      ? readUpdate(task.bytes)
      : mergeDocument(task.owner, task.before, task.updates);
  process.send?.({ id, result });
});
