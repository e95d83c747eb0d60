import { useEffect, useState } from "react";
import { VersionText } from "../../domain/documents";
import type { VersionId } from "../../domain/ids";

/**
 * The one extracted text of a version; null until it has come, and where it cannot be had: reading goes on without.
 * @param isOpen the paper itself comes first; its text is asked for when that is open
 */
export function useVersionText(versionId: VersionId, isOpen: boolean): VersionText | null {
  const [held, setHeld] = useState<{ versionId: VersionId; text: VersionText } | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const fetchText = async () => {
      const response = await fetch(`/documents/${versionId}/text`, { signal, priority: "low" });
      const read = response.ok ? VersionText.safeParse(await response.json()) : null;
      if (read?.success && !signal.aborted) setHeld({ versionId, text: read.data });
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
  }, [versionId, isOpen]);
  return held?.versionId === versionId ? held.text : null;
}
