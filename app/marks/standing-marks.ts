/** Where each mark stands in the version that is being read. */
import { useMemo } from "react";
import type { Anchor } from "../../domain/marks";
import { useReader } from "../reader/reader-context";
import { type StoredMark, useMarks } from "./marks-store";

export type Standing = { stored: StoredMark; anchor: Anchor };

/** Only marks that were made on this version: one from another version has no place here that is known. */
export function useStandingMarks(): readonly Standing[] {
  const marks = useMarks();
  const { versionId } = useReader();
  return useMemo(
    () =>
      marks.flatMap((stored) => {
        const { mark } = stored;
        return "anchor" in mark && mark.anchor !== null && mark.madeOn === versionId
          ? [{ stored, anchor: mark.anchor }]
          : [];
      }),
    [marks, versionId],
  );
}
