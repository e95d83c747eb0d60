/** Where every mark stands on a version of the paper; what is not known at once is asked of another thread. */
import { useEffect, useMemo, useState } from "react";
import type { VersionId } from "../../domain/ids";
import type { Placement, PlacementMark, StandingMark } from "../../domain/marks";
import { type StoredMark, useMarks } from "../marks/marks-store";
import { type FileHolding, useReader } from "../reader/reader-context";
import { placeMarks } from "./placement-thread.client";

export type PlacedMark = { stored: StoredMark; mark: StandingMark; placement: Placement };

export type Placing = {
  /** those whose place is known; the same array while nothing changed */
  placed: readonly PlacedMark[];
  /** how many are still being placed */
  pending: number;
  /** the texts could not be had: tried again when the line is back */
  failed: boolean;
};

/** For the version that is being read. */
export function usePlacedMarks(): readonly PlacedMark[] {
  const { versionId } = useReader();
  return usePlacing(versionId).placed;
}

export function versionOrder({ earlier, versionId }: FileHolding): VersionId[] {
  const before = [...earlier].sort((a, b) => a.number - b.number);
  return [...before.map((each) => each.versionId), versionId];
}

/** Places by mark and version, for as long as the mark is the same: a mark that was changed is another object. */
const known = new WeakMap<StandingMark, Map<string, Placement>>();

const placeKey = (versionId: VersionId, placements: readonly PlacementMark[]) =>
  `${versionId} ${placements.map(({ on, madeAt }) => `${on}@${madeAt}`).join(" ")}`;

export function usePlacing(versionId: VersionId): Placing {
  const marks = useMarks();
  const { holding } = useReader();
  const [told, tell] = useState(0);
  const [failed, setFailed] = useState(false);
  const standing = useMemo(() => standingOf(marks), [marks]);

  const { placed, missing } = useMemo(() => {
    // `told` says that the thread has answered: what it found is in `known`.
    void told;
    const placed: PlacedMark[] = [];
    const missing: Standing[] = [];
    for (const each of standing) {
      const placement = placementOf(each, versionId);
      if (placement === null) missing.push(each);
      else placed.push({ stored: each.stored, mark: each.mark, placement });
    }
    return { placed, missing };
  }, [standing, versionId, told]);

  useEffect(() => {
    if (missing.length === 0) return;
    let left = false;
    const begin = () => {
      placeMarks(versionId, versionOrder(holding), missing).then(
        (placements) => {
          for (const [index, { mark, placements: said }] of missing.entries()) {
            const placement = placements[index];
            if (placement !== undefined) remember(mark, placeKey(versionId, said), placement);
          }
          if (left) return;
          setFailed(false);
          tell((count) => count + 1);
        },
        () => {
          if (!left) setFailed(true);
        },
      );
    };
    begin();
    window.addEventListener("online", begin);
    return () => {
      left = true;
      window.removeEventListener("online", begin);
    };
  }, [missing, versionId, holding]);

  return useMemo(
    () => ({ placed, pending: missing.length, failed: failed && missing.length > 0 }),
    [placed, missing, failed],
  );
}

type Standing = { stored: StoredMark; mark: StandingMark; placements: readonly PlacementMark[] };

/** Marks that stand somewhere, each with what its own author said of its place, the earliest first. */
export function standingOf(marks: readonly StoredMark[]): Standing[] {
  const said = new Map<string, { stored: StoredMark; mark: PlacementMark }[]>();
  for (const stored of marks) {
    const { mark, layer, owner } = stored;
    // Only where the mark itself is written may its place be decided.
    if (mark.kind !== "placement" || mark.target.owner !== owner) continue;
    const key = `${layer} ${owner} ${mark.target.markId}`;
    said.set(key, [...(said.get(key) ?? []), { stored, mark }]);
  }
  const bySeq = (a: { stored: StoredMark }, b: { stored: StoredMark }) =>
    (a.stored.seq ?? Number.POSITIVE_INFINITY) - (b.stored.seq ?? Number.POSITIVE_INFINITY);
  return marks.flatMap((stored): Standing[] => {
    const { mark, layer, owner, id } = stored;
    if (!("anchor" in mark) || !("body" in mark)) return [];
    const placements = [...(said.get(`${layer} ${owner} ${id}`) ?? [])].sort(bySeq);
    return [{ stored, mark, placements: placements.map((each) => each.mark) }];
  });
}

/** What needs no text to be said, or was found before. */
function placementOf({ mark, placements }: Standing, versionId: VersionId): Placement | null {
  const said = placements.findLast(({ on }) => on === versionId);
  const anchor = said === undefined && mark.madeOn === versionId ? mark.anchor : said?.anchor;
  if (anchor !== undefined) {
    const key = `${versionId} said ${said?.madeAt ?? ""}`;
    const before = known.get(mark)?.get(key);
    if (before !== undefined) return before;
    return remember(
      mark,
      key,
      anchor === null
        ? { state: "gone", anchor: null, candidates: [], reason: null }
        : { state: "here", anchor, candidates: [], reason: null },
    );
  }
  return known.get(mark)?.get(placeKey(versionId, placements)) ?? null;
}

function remember(mark: StandingMark, key: string, placement: Placement): Placement {
  const places = known.get(mark) ?? new Map<string, Placement>();
  places.set(key, placement);
  known.set(mark, places);
  return placement;
}
