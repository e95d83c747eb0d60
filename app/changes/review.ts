/** What a reader has to look at after a new version: the reader's own marks, by what became of them. */
import type { PersonId, VersionId } from "../../domain/ids";
import { type Anchor, compareAnchors, type Layer, placeOf } from "../../domain/marks";
import type { PlacedMark } from "./use-placed-marks";

export type ReviewGroup = "moved" | "check" | "gone";
export type ReviewedMark = {
  key: string;
  placed: PlacedMark;
  group: ReviewGroup;
  /** where it stands in the older version; null when it is not known there */
  older: Anchor | null;
};
export type Review = Readonly<Record<ReviewGroup, readonly ReviewedMark[]>>;

export const keyOf = ({ stored: { layer, owner, id } }: PlacedMark) => `${layer} ${owner} ${id}`;

/**
 * Marks of `me`, and of an office that `me` may write for, that came from another version.
 * @param before the same marks as they stand on the older version
 */
export function reviewOf(
  placed: readonly PlacedMark[],
  before: readonly PlacedMark[],
  versionId: VersionId,
  mayDecide: (mark: PlacedMark) => boolean,
): Review {
  const olderOf = new Map(before.map((each) => [keyOf(each), each.placement.anchor]));
  const marks = placed
    .filter((each) => each.mark.madeOn !== versionId && mayDecide(each))
    .map((each): ReviewedMark => {
      const { state } = each.placement;
      const key = keyOf(each);
      return {
        key,
        placed: each,
        group: state === "check" || state === "gone" ? state : "moved",
        older: olderOf.get(key) ?? null,
      };
    })
    .sort(byPlace);
  const inGroup = (group: ReviewGroup) => marks.filter((each) => each.group === group);
  return { moved: inGroup("moved"), check: inGroup("check"), gone: inGroup("gone") };
}

export function isOwn(
  { stored: { owner, layer } }: PlacedMark,
  me: PersonId,
  writable: readonly Layer[],
): boolean {
  return writable.includes(layer) && (owner === me || layer === "office");
}

/** In the order of the paper: the older one where a mark has no place in the newer. */
function byPlace(a: ReviewedMark, b: ReviewedMark): number {
  const at = a.placed.placement.anchor ?? a.older;
  const bt = b.placed.placement.anchor ?? b.older;
  return at === null || bt === null ? 0 : compareAnchors(at, bt);
}

/** How many of the marks stand on each page of the newer version. */
export function marksByPage(review: Review): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { placed, older } of [...review.moved, ...review.check, ...review.gone]) {
    const anchor = placed.placement.anchor ?? older;
    if (anchor === null) continue;
    const { page } = placeOf(anchor);
    counts.set(page, (counts.get(page) ?? 0) + 1);
  }
  return counts;
}

/** The words by which a mark is known in lists; null for ink and pins that stand near no text. */
export function wordsOf(anchor: Anchor): string | null {
  const said = anchor.type === "text" ? anchor.quote.exact : (anchor.near?.exact ?? "");
  const line = said.replace(/\s+/g, " ").trim();
  if (line === "") return null;
  return line.length <= 90 ? line : `${line.slice(0, 89).trimEnd()}…`;
}

/** The stretch of the whole text by which an anchor is shown among words. */
export function stretchOf(anchor: Anchor | null): { start: number; end: number } | null {
  if (anchor === null) return null;
  if (anchor.type === "text") return anchor.position;
  if (anchor.near === null) return null;
  return { start: anchor.near.start, end: anchor.near.start + anchor.near.exact.length };
}
