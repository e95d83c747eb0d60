import { useEffect, useState } from "react";
import type { VersionText } from "../../domain/documents";
import type { VersionId } from "../../domain/ids";
import { readText } from "./version-text.client";

/**
 * The one extracted text of a version; null until it has come, and where it cannot be had: reading goes on without.
 * @param isWanted the paper itself comes first; its text is asked for when a page of it is to be seen
 */
export function useVersionText(versionId: VersionId, isWanted: boolean): VersionText | null {
  const [held, setHeld] = useState<{ versionId: VersionId; text: VersionText } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const fetchText = async () => {
      const response = await fetch(`/documents/${versionId}/text`, { signal, priority: "low" });
      const text = response.ok ? await readText(await response.arrayBuffer()) : null;
      if (text !== null && !signal.aborted) setHeld({ versionId, text });
    };
    const again = () => {
      fetchText().catch(() => {
        // The line is down, or the reader has left: asked again when it is back.
      });
    };
    again();
    window.addEventListener("online", again);
    return () => {
      leaving.abort();
      window.removeEventListener("online", again);
    };
  }, [versionId, isWanted]);
  return held?.versionId === versionId ? held.text : null;
}
