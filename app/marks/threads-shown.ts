/** What the list and the pins say of a thread. */
import type { Thread } from "../../domain/marks";

/** Remarks in a thread: the mark's own, and the answers. */
export function remarksOf({ root, replies }: Thread): number {
  return replies.length + (root !== null && root.mark.body !== "" ? 1 : 0);
}

/** A mark has a pin when something is said in it. */
export function hasPin(thread: Thread | undefined): thread is Thread {
  return thread !== undefined && (thread.root?.mark.kind === "note" || remarksOf(thread) > 0);
}
