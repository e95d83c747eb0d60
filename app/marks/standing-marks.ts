/** Where each mark stands in the version that is being read. */
import { useMemo } from "react";
import type { Anchor } from "../../domain/marks";
import { usePlacedMarks } from "../changes/use-placed-marks";
import type { StoredMark } from "./marks-store";

export type Standing = { stored: StoredMark; anchor: Anchor };

/** Only marks whose place here is certain: what is merely proposed is looked at in the review of the changes. */
export function useStandingMarks(): readonly Standing[] {
  const placed = usePlacedMarks();
  return useMemo(
    () =>
      placed.flatMap(({ stored, placement: { state, anchor } }) =>
        anchor !== null && (state === "here" || state === "moved") ? [{ stored, anchor }] : [],
      ),
    [placed],
  );
}
