/** Which version of each paper was read last on this device: so that a newer one is announced once. Never leaves the device. */
import { z } from "zod";
import { type DocumentId, VersionId } from "../../domain/ids";

const key = "changes.seen";
/** Older ones are forgotten: a device is used for years. */
const mostEntries = 200;
const Seen = z.array(z.object({ documentId: z.string(), versionId: VersionId }));

/** Null when the paper was never read here. */
export function lastSeen(documentId: DocumentId): VersionId | null {
  return read().find((entry) => entry.documentId === documentId)?.versionId ?? null;
}

export function rememberSeen(documentId: DocumentId, versionId: VersionId): void {
  const others = read().filter((entry) => entry.documentId !== documentId);
  try {
    const all = [{ documentId, versionId }, ...others].slice(0, mostEntries);
    localStorage.setItem(key, JSON.stringify(all));
  } catch {
    // No storage (a private window, a full disk): the new version is announced again, nothing else is lost.
  }
}

function read(): z.infer<typeof Seen> {
  try {
    const parsed = Seen.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : [];
  } catch {
    // As above, or not JSON.
    return [];
  }
}
