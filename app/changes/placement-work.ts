/** What the thread that compares versions is asked, and how it answers: marks placed, two versions compared. */
import { VersionText } from "../../domain/documents";
import type { VersionId } from "../../domain/ids";
import {
  alignmentOf,
  type Placement,
  type PlacementMark,
  placeOn,
  type StandingMark,
} from "../../domain/marks";
import { type Comparison, compare } from "../../domain/versions";

export type Subject = { mark: StandingMark; placements: readonly PlacementMark[] };

export type Work =
  /** what the server says of a version: bytes of its text, or null where there is none to be had */
  | { type: "text"; versionId: VersionId; bytes: ArrayBuffer | null }
  | {
      type: "place";
      versionId: VersionId;
      order: readonly VersionId[];
      subjects: readonly Subject[];
    }
  | { type: "compare"; from: VersionId; to: VersionId };

export type WorkAnswer =
  | { type: "text"; isReadable: boolean }
  | { type: "place"; placements: readonly Placement[] }
  /** null: one of the two has no text that can be compared */
  | { type: "compare"; comparison: Comparison | null };

/** One per thread: holds the texts it was given, and the alignments made from them. */
export function createPlacementWork(): (work: Work) => WorkAnswer {
  const texts = new Map<VersionId, VersionText | null>();
  const textOf = (versionId: VersionId) => texts.get(versionId) ?? null;
  return (work) => {
    if (work.type === "text") {
      const text = work.bytes === null ? null : textIn(work.bytes);
      texts.set(work.versionId, text);
      return { type: "text", isReadable: text !== null };
    }
    if (work.type === "place") {
      const { versionId, order, subjects } = work;
      const versions = { order, textOf };
      return {
        type: "place",
        placements: subjects.map(({ mark, placements }) =>
          placeOn(mark, versionId, placements, versions),
        ),
      };
    }
    const [from, to] = [textOf(work.from), textOf(work.to)];
    if (!isComparable(from) || !isComparable(to)) return { type: "compare", comparison: null };
    return { type: "compare", comparison: compare(alignmentOf(from, to), from, to) };
  };
}

function isComparable(text: VersionText | null): text is VersionText {
  return text !== null && (text.reliability === "reliable" || text.reliability === "converted");
}

function textIn(bytes: ArrayBuffer): VersionText | null {
  try {
    const parsed = VersionText.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: a proxy's page, or a cut answer. Without a text marks go by their place.
    return null;
  }
}
