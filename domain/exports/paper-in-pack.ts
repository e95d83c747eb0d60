/** The paper that a version belongs to, with all that an export must know of where it stands. */
import { type Item, numbered } from "../agenda";
import type { Paper, PaperVersion } from "../documents";
import type { VersionId } from "../ids";
import {
  latestRevision,
  type MeetingState,
  type PackRun,
  packPages,
  type Sight,
  seesPaper,
} from "../meetings";

export type PaperInPack = {
  paper: Paper;
  item: Item;
  version: PaperVersion;
  /** all versions up to the current one, the oldest first */
  versions: readonly PaperVersion[];
  /** its pages in the pack's running numbering; see `packPage` */
  numbers: readonly PackRun[];
};

/** As this sight shows it: first as it was published, for the office also as it is being prepared. Null: not theirs. */
export function paperOfVersion(
  state: MeetingState,
  sight: Sight,
  versionId: VersionId,
): PaperInPack | null {
  const published = latestRevision(state);
  const working = { ...state.agenda, papers: state.papers };
  const packs = [
    ...(published === null ? [] : [published]),
    ...(published === null || sight.office ? [working] : []),
  ];
  for (const pack of packs) {
    for (const { itemId } of numbered(pack.order)) {
      const item = pack.items[itemId];
      if (item === undefined) continue;
      for (const documentId of pack.papers.byItem[itemId] ?? []) {
        const paper = pack.papers.papers[documentId];
        if (paper === undefined || paper.holding.type !== "file") continue;
        if (!seesPaper(sight, paper)) continue;
        const versions = [...paper.holding.earlier, paper.holding.current];
        const version = versions.find((one) => one.versionId === versionId);
        const numbers = packPages(state.revisions, pack === published ? undefined : working);
        if (version !== undefined)
          return { paper, item, version, versions, numbers: numbers[documentId] ?? [] };
      }
    }
  }
  return null;
}
