/** The file store as a directory: `ab/cd/<sha256>`, written under `unfinished/` and renamed when whole. */
import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { FileStore, PutResult } from "./file-store";

/** Readable by the product's own account and by nobody else. */
const ownFolder = 0o700;
const ownFile = 0o600;

const address = /^[0-9a-f]{64}$/;

export function openDirectoryStore(folder: string): FileStore {
  const unfinished = path.join(folder, "unfinished");
  const lentFolders = path.join(folder, "lent");

  const pathOf = (sha256: string): string => {
    // The address becomes a path: anything else in it could lead out of the folder.
    if (!address.test(sha256)) throw new RangeError("A file's address is 64 hexadecimal digits.");
    return path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };

  return {
    async put(source, limitBytes) {
      await mkdir(unfinished, { recursive: true, mode: ownFolder });
      const draft = path.join(unfinished, randomUUID());
      try {
        const result = await write(source, draft, limitBytes);
        if (result.ok) await settle(draft, pathOf(result.file.sha256), folder);
        return result;
      } finally {
        await rm(draft, { force: true });
      }
    },

    async open(sha256, range) {
      const file = await openOrNull(pathOf(sha256));
      if (file === null) return null;
      return file.createReadStream(
        range === undefined ? {} : { start: range.first, end: range.last },
      );
    },

    has: (sha256) => exists(pathOf(sha256)),

    async remove(sha256) {
      await rm(pathOf(sha256), { force: true });
    },

    withPath: (sha256, use) => use(pathOf(sha256)),

    async withFolder(use) {
      const lent = path.join(lentFolders, randomUUID());
      await mkdir(lent, { recursive: true, mode: ownFolder });
      try {
        return await use(lent);
      } finally {
        await rm(lent, { recursive: true, force: true });
      }
    },

    async dropUnfinished() {
      await rm(unfinished, { recursive: true, force: true });
      await dropOlder(lentFolders, Date.now() - longestLoanMs);
    },
  };
}

/** A folder that another node works in is younger. */
const longestLoanMs = 60 * 60_000;

async function dropOlder(folder: string, beforeMs: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const each = path.join(folder, name);
    const { mtimeMs } = await stat(each).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < beforeMs) await rm(each, { recursive: true, force: true });
  }
}

/** Writes, hashes and counts in one pass; the bytes are on the disk when it answers. */
async function write(
  source: AsyncIterable<Uint8Array>,
  draft: string,
  limitBytes: number,
): Promise<PutResult> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const file = await open(draft, "wx", ownFile);
  try {
    for await (const chunk of source) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > limitBytes) return { ok: false, reason: "too_large" };
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { ok: true, file: { sha256: hash.digest("hex"), sizeBytes } };
}

/** Moves a whole file to its address in one step, and makes the step itself durable. */
async function settle(draft: string, target: string, root: string): Promise<void> {
  if (await exists(target)) return;
  const holder = path.dirname(target);
  await mkdir(holder, { recursive: true, mode: ownFolder });
  await rename(draft, target);
  // A new name is only as durable as the directories that hold it.
  for (const directory of [holder, path.dirname(holder), root]) await sync(directory);
}

async function sync(directory: string): Promise<void> {
  // Windows cannot open a directory; its rename is journaled by the file system.
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openOrNull(file: string) {
  try {
    return await open(file, "r");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file, constants.F_OK);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
