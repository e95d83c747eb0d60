import { useEffect, useState } from "react";
import { VersionOutline } from "../../domain/documents";
import type { VersionId } from "../../domain/ids";

/** What a version says of its own parts: contents and links; null until it has come, and where it cannot be had. */
export function useVersionOutline(versionId: VersionId, isWanted: boolean): VersionOutline | null {
  const [held, setHeld] = useState<{ versionId: VersionId; outline: VersionOutline } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const ending = new AbortController();
    const { signal } = ending;
    const load = async () => {
      const response = await fetch(`/documents/${versionId}/outline`, { signal, priority: "low" });
      const parsed = response.ok ? VersionOutline.safeParse(await response.json()) : null;
      if (parsed?.success && !signal.aborted) setHeld({ versionId, outline: parsed.data });
    };
    // No line: the paper is read without its contents.
    load().catch(() => undefined);
    return () => ending.abort();
  }, [versionId, isWanted]);
  return held?.versionId === versionId ? held.outline : null;
}
