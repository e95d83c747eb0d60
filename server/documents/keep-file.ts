/** Takes what a child process has left in its folder into a store. */
import { open } from "node:fs/promises";
import type { FileStore, StoredFile } from "./file-store";

/** Nothing we make comes near it; the children are bounded, and what they write is bounded once more. */
const limitBytes = 1_024 * 1_024 * 1_024;

export async function keepFile(store: FileStore, file: string): Promise<StoredFile> {
  // Opened first: a stream that cannot open its file would fail before anybody listens to it.
  const handle = await open(file, "r");
  const put = await store.put(handle.createReadStream(), limitBytes);
  if (!put.ok) throw new Error("What was made of a file is larger than any should be.");
  return put.file;
}
