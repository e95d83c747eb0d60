import { useCallback, useEffect, useState } from "react";
import type { VersionId } from "../../domain/ids";
import type { Comparison } from "../../domain/versions";
import { compareVersions } from "./placement-thread.client";

type Compared =
  | { state: "comparing" | "failed" | "unreadable"; comparison: null }
  | { state: "compared"; comparison: Comparison };

/** `unreadable`: one of the versions has no text; `failed`: the texts could not be had, tried again on the line's return. */
export function useComparison(from: VersionId, to: VersionId): Compared & { retry: () => void } {
  const [compared, setCompared] = useState<Compared>({ state: "comparing", comparison: null });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    void attempt;
    let left = false;
    setCompared({ state: "comparing", comparison: null });
    compareVersions(from, to).then(
      (comparison) => {
        if (left) return;
        setCompared(
          comparison === null
            ? { state: "unreadable", comparison }
            : { state: "compared", comparison },
        );
      },
      () => {
        if (!left) setCompared({ state: "failed", comparison: null });
      },
    );
    window.addEventListener("online", retry);
    return () => {
      left = true;
      window.removeEventListener("online", retry);
    };
  }, [from, to, attempt, retry]);
  return { ...compared, retry };
}
