/**
 * Where a mark sits on another version of its paper than the one it was made on. Its author's word comes first;
 * then the alignment of the two versions. What is not certain is proposed, never just done.
 */
import { type PageBox, pageAt, type VersionText } from "../documents";
import type { VersionId } from "../ids";
import { type Alignment, align, type Doubt, locate, nearest, type Stretch } from "../versions";
import { placeAnchor, placeOf, textAnchor, wholeOf } from "./anchors";
import type { Anchor, Mark } from "./mark";

/** Marks that stand somewhere themselves. */
export type StandingMark = Extract<Mark, { anchor: Anchor; body: string }>;
export type PlacementMark = Extract<Mark, { kind: "placement" }>;

export type PlacementDoubt =
  | Doubt
  /** ink, pins and marks on pages without text follow what stands nearest to them */
  | { type: "by_place" }
  /** one of the versions cannot be compared: it has no text, or none that can be relied on */
  | { type: "unreadable" };

export type Placement =
  /** made on this version, or put here by its author */
  | { state: "here"; anchor: Anchor; candidates: readonly []; reason: null }
  /** followed the text without doubt */
  | { state: "moved"; anchor: Anchor; candidates: readonly []; reason: null }
  /** its author should look: `anchor` is the likeliest of the candidates */
  | {
      state: "check";
      anchor: Anchor | null;
      candidates: readonly Anchor[];
      reason: PlacementDoubt;
    }
  /** what it stood on is not in this version, or its author said so */
  | { state: "gone"; anchor: null; candidates: readonly []; reason: null };

/** A paper's versions, the oldest first, and what they say; null: not to be had. */
export type Versions = {
  order: readonly VersionId[];
  textOf(versionId: VersionId): VersionText | null;
};

const gone: Placement = { state: "gone", anchor: null, candidates: [], reason: null };
const settled = (state: "here" | "moved", anchor: Anchor): Placement => ({
  state,
  anchor,
  candidates: [],
  reason: null,
});
const doubted = (candidates: readonly Anchor[], reason: PlacementDoubt): Placement => ({
  state: "check",
  anchor: candidates[0] ?? null,
  candidates,
  reason,
});

/** @param placements what the mark's own author said of this mark, the earliest first */
export function placeOn(
  mark: StandingMark,
  versionId: VersionId,
  placements: readonly PlacementMark[],
  versions: Versions,
): Placement {
  const said = placements.findLast(({ on }) => on === versionId);
  if (said !== undefined) return said.anchor === null ? gone : settled("here", said.anchor);
  const { on, anchor } = startOf(mark, versionId, placements, versions.order);
  if (on === versionId) return settled("here", anchor);
  return follow(anchor, versions.textOf(on), versions.textOf(versionId));
}

/** From which version a mark is followed: the nearest on which its author made it or put it. */
export function startOf(
  mark: StandingMark,
  versionId: VersionId,
  placements: readonly PlacementMark[],
  order: readonly VersionId[],
): { on: VersionId; anchor: Anchor } {
  const target = order.indexOf(versionId);
  const distance = (on: VersionId) => {
    const at = order.indexOf(on);
    return at === -1 ? Number.POSITIVE_INFINITY : Math.abs(at - target);
  };
  let start = { on: mark.madeOn, anchor: mark.anchor };
  for (const { on, anchor } of placements) {
    // The last word on the same version counts.
    if (anchor !== null && distance(on) <= distance(start.on)) start = { on, anchor };
  }
  return start;
}

/** Where an anchor of one version stands in another. */
export function follow(
  anchor: Anchor,
  from: VersionText | null,
  to: VersionText | null,
): Placement {
  if (!isReadable(from) || !isReadable(to)) {
    const { page, box } = placeOf(anchor);
    const isThere = to === null || page <= to.pages.length;
    return doubted(isThere ? [placeAnchor(to, page, box)] : [], { type: "unreadable" });
  }
  return anchor.type === "text" ? followText(anchor, from, to) : followPlace(anchor, from, to);
}

function isReadable(text: VersionText | null): text is VersionText {
  return text !== null && (text.reliability === "reliable" || text.reliability === "converted");
}

const alignments = new WeakMap<VersionText, WeakMap<VersionText, Alignment>>();

/** Made once per pair of versions. */
export function alignmentOf(from: VersionText, to: VersionText): Alignment {
  const known = alignments.get(from) ?? new WeakMap<VersionText, Alignment>();
  alignments.set(from, known);
  const alignment = known.get(to) ?? align(from, to);
  known.set(to, alignment);
  return alignment;
}

type TextAnchor = Extract<Anchor, { type: "text" }>;
type PlaceAnchor = Extract<Anchor, { type: "place" }>;

function followText(anchor: TextAnchor, from: VersionText, to: VersionText): Placement {
  const stretch = stretchIn(from, anchor);
  if (stretch === null) return byPlace(anchor, from, to);
  const located = locate(alignmentOf(from, to), stretch);
  if (located.state === "gone") return gone;
  if (located.state === "unknown") return byPlace(anchor, from, to);
  if (located.state === "kept") {
    const moved = textAnchor(to, located.stretch);
    return moved === null ? byPlace(anchor, from, to) : settled("moved", moved);
  }
  const candidates = located.candidates.flatMap((candidate) => textAnchor(to, candidate) ?? []);
  return candidates.length === 0 ? byPlace(anchor, from, to) : doubted(candidates, located.reason);
}

/** Where the quote stands in the version it was taken from: its position is not believed without looking. */
function stretchIn(from: VersionText, { quote, position }: TextAnchor): Stretch | null {
  const { text } = wholeOf(from);
  if (text.slice(position.start, position.end) === quote.exact) return position;
  const found: Stretch[] = [];
  for (let at = text.indexOf(quote.exact); at !== -1; at = text.indexOf(quote.exact, at + 1)) {
    const end = at + quote.exact.length;
    const hasContext =
      text.slice(0, at).endsWith(quote.prefix) && text.startsWith(quote.suffix, end);
    if (hasContext) found.push({ start: at, end });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Ink and pins follow the nearest text, by as much as that has shifted on its page. */
function followPlace(anchor: PlaceAnchor, from: VersionText, to: VersionText): Placement {
  const { near } = anchor;
  if (near === null) return byPlace(anchor, from, to);
  const alignment = alignmentOf(from, to);
  const located = locate(alignment, { start: near.start, end: near.start + near.exact.length });
  const stretch =
    located.state === "kept"
      ? located.stretch
      : located.state === "check"
        ? located.candidates[0]
        : undefined;
  const now = stretch === undefined ? null : textAnchor(to, stretch);
  if (now === null) return byPlace(anchor, from, to);
  const { page, box } = placeOf(now);
  const shifted: PageBox = {
    ...anchor.box,
    x: anchor.box.x + box.x - near.box.x,
    y: anchor.box.y + box.y - near.box.y,
  };
  const isSure = located.state === "kept" && isSamePage(from, anchor.page, to, page);
  return isSure
    ? settled("moved", placeAnchor(to, page, anchor.box))
    : doubted([placeAnchor(to, page, shifted)], { type: "by_place" });
}

/** Letter by letter, and everything where it was: then a drawing on it is where it was too. */
function isSamePage(from: VersionText, page: number, to: VersionText, toPage: number): boolean {
  const before = from.pages[page - 1];
  const after = to.pages[toPage - 1];
  if (before === undefined || after === undefined || before.text !== after.text) return false;
  const isSame = (a: number, b: number) => Math.abs(a - b) < 0.5;
  return (
    before.runs.length === after.runs.length &&
    before.runs.every(({ start, end, box }, index) => {
      const other = after.runs[index];
      return (
        other !== undefined &&
        other.start === start &&
        other.end === end &&
        isSame(other.box.x, box.x) &&
        isSame(other.box.y, box.y) &&
        isSame(other.box.width, box.width) &&
        isSame(other.box.height, box.height)
      );
    })
  );
}

/** The same place on the page that took the old page's part. */
function byPlace(anchor: Anchor, from: VersionText, to: VersionText): Placement {
  const { page, box } = placeOf(anchor);
  const start = wholeOf(from).starts[page - 1] ?? 0;
  const now = pageAt(wholeOf(to).starts, nearest(alignmentOf(from, to), start));
  return doubted([placeAnchor(to, Math.min(now, to.pages.length), box)], { type: "by_place" });
}
