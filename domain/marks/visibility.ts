/**
 * Who sees which layers of a paper.
 *
 * - Nobody sees any layer of a paper that is not there for them: it follows the paper as the meeting shows it to
 *   this person now (meetings/sight.ts), and is asked at each opening and each writing.
 * - The private layer is its author's alone. There is no role, office or administrator that reads it.
 * - An office's layer is seen by the member and by those the member has named, as long as the member sits in the
 *   meeting and they see the paper themselves.
 * - The shared layer is seen by everybody who sees the paper with its item. Who sees the paper by a hand-over has the
 *   own private layer and the layers of those offices that handed it over: what members say to each other is theirs.
 */
import { numbered } from "../agenda";
import type { Standing } from "../bodies";
import type { Paper } from "../documents";
import type { DocumentId, PersonId } from "../ids";
import {
  latestRevision,
  type MeetingState,
  papersHandedBy,
  participantOf,
  type Sight,
  seesItem,
  seesPaper,
  sightOf,
} from "../meetings";
import type { Layer } from "./mark";
import { mayWrite } from "./permissions";

/** One layer of a paper as one person has it; `of` says whose office or whose own, null for the shared one. */
export type LayerAccess = { layer: Layer; of: PersonId | null; write: boolean };

/** The paper as this sight shows it; null: not there, or not theirs. */
export function paperIn(state: MeetingState, sight: Sight, documentId: DocumentId): Paper | null {
  const published = latestRevision(state);
  const packs = [
    ...(published === null ? [] : [published]),
    ...(published === null || sight.office ? [{ ...state.agenda, papers: state.papers }] : []),
  ];
  for (const { order, papers } of packs) {
    const paper = papers.papers[documentId];
    if (paper === undefined || !seesPaper(sight, paper)) continue;
    if (numbered(order).some(({ itemId }) => itemId === paper.itemId)) return paper;
  }
  return null;
}

/** The layers of a paper that are there for a person; none when the paper is not. */
export function layersOf(
  state: MeetingState,
  standing: Standing,
  documentId: DocumentId,
): readonly LayerAccess[] {
  const sight = sightOf(state, standing);
  const paper = sight === null ? null : paperIn(state, sight, documentId);
  if (sight === null || paper === null) return [];
  const { personId, offices } = standing;
  const isHandedOver = !seesItem(sight, paper.itemId);
  const capacity = participantOf(state, personId)?.capacity ?? null;
  const own = capacity === "member" ? [personId] : [];
  const served = offices.filter(
    (member) =>
      participantOf(state, member)?.capacity === "member" &&
      (!isHandedOver || papersHandedBy(state, standing, member).includes(documentId)),
  );
  const write = (layer: Layer) => mayWrite[layer]({ capacity, office: sight.office });
  return [
    { layer: "private", of: personId, write: write("private") },
    ...[...own, ...served].map((of) => ({ layer: "office", of, write: write("office") }) as const),
    ...(isHandedOver ? [] : [{ layer: "shared", of: null, write: write("shared") } as const]),
  ];
}
