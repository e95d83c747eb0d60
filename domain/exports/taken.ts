/**
 * What goes out of all that may be seen: each mark with its thread and the place it has on the exported version.
 * Nothing is placed by guessing (EX7) and nothing is left behind (EX8).
 */
import {
  type Anchor,
  type Noted,
  type PlacementMark,
  type Thread,
  type ThreadViewer,
  threadsOf,
} from "../marks";
import type { placements } from "./words";

type RootMark = NonNullable<Thread["root"]>["mark"];

/** Where a mark stands on the exported version (marks/placement.ts), given what its author said of it, the earliest first. */
export type Placer = (
  mark: RootMark,
  said: readonly PlacementMark[],
) => { state: "here" | "moved" | "check" | "gone"; anchor: Anchor | null };

export type Taken = {
  thread: Thread;
  /** where it stands on the exported version; null: listed at the end */
  anchor: Anchor | null;
  placement: (typeof placements)[number];
};

export function takenOf(
  marks: readonly Noted[],
  viewer: ThreadViewer,
  place: Placer,
): readonly Taken[] {
  const said = placementsIn(marks);
  const taken = threadsOf(marks, viewer).map((thread): Taken => {
    const { root } = thread;
    if (root === null) return { thread, anchor: null, placement: "deleted" };
    const { state, anchor } = place(root.mark, said.get(thread.key) ?? []);
    return {
      thread,
      anchor: state === "here" || state === "moved" ? anchor : null,
      placement: state,
    };
  });
  return taken.toSorted(byPlace);
}

/** What the author of each mark, and nobody else, said of where it is; the earliest first. */
function placementsIn(marks: readonly Noted[]): Map<string, PlacementMark[]> {
  const said = new Map<string, PlacementMark[]>();
  const inOrder = marks.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  for (const { mark, layer, owner } of inOrder) {
    if (mark.kind !== "placement" || mark.target.owner !== owner) continue;
    const key = `${layer}/${owner}/${mark.target.markId}`;
    const known = said.get(key);
    if (known === undefined) said.set(key, [mark]);
    else known.push(mark);
  }
  return said;
}

/** By page from top to bottom; what has no place comes last. */
function byPlace(a: Taken, b: Taken): number {
  const [left, right] = [firstPlace(a.anchor), firstPlace(b.anchor)];
  return left.page - right.page || left.y - right.y || left.x - right.x;
}

function firstPlace(anchor: Anchor | null): { page: number; x: number; y: number } {
  const first = anchor === null || anchor.type === "place" ? anchor : anchor.rects[0];
  return first ? { page: first.page, ...first.box } : { page: Number.MAX_SAFE_INTEGER, x: 0, y: 0 };
}
