/**
 * One running page number through a pack (ME17), and the old numbers when a paper comes late (ME18): a number that was
 * printed once is that page's for ever. What comes later takes letters behind the page it follows (212a, 212b), or, at
 * the end of the pack, the next numbers.
 */
import type { Paper } from "../documents";
import type { DocumentId } from "../ids";
import type { Revision } from "./meeting";
import { type Pack, papersInOrder } from "./pack";
import { findPage, type PackRun } from "./running-number";

/** The numbers of every paper's pages, from its first; also of pages that only an earlier version had. */
export type PackPages = Readonly<Record<DocumentId, readonly PackRun[]>>;

type Numbering = {
  runs: PackPages;
  /** the highest number ever given */
  highest: number;
  /** letters given behind each number */
  letters: Readonly<Record<number, number>>;
};

const nothingNumbered: Numbering = { runs: {}, highest: 0, letters: {} };

/** Revisions never change, so what they were numbered is worked out once. */
const known = new WeakMap<readonly Revision[], Numbering>();

/**
 * Counted over the whole pack, also over papers a reader may not see, so that everybody says the same number.
 * @param revisions what was published, in order: each keeps the numbers of those before it
 * @param working what would be published next, where that is what is looked at
 */
export function packPages(revisions: readonly Revision[], working?: Pack): PackPages {
  const published = known.get(revisions) ?? revisions.reduce(numberNext, nothingNumbered);
  known.set(revisions, published);
  return working === undefined ? published.runs : numberNext(published, working).runs;
}

function numberNext(before: Numbering, pack: Pack): Numbering {
  const runs: Record<DocumentId, readonly PackRun[]> = { ...before.runs };
  const letters: Record<number, number> = { ...before.letters };
  let { highest } = before;
  const papers = papersInOrder(pack).filter(({ holding }) => holding.type === "file");
  const lastNumbered = papers.findLastIndex(({ documentId }) => documentId in before.runs);
  let behind = 0;
  for (const [place, paper] of papers.entries()) {
    const own = runs[paper.documentId] ?? [];
    const added = pagesOf(paper) - lengthOf(own);
    if (added > 0) {
      const after = numberAt(own, lengthOf(own)) ?? behind;
      // Behind the last page that has a number there is nothing to squeeze in between.
      const isEnd = place >= lastNumbered;
      const letter = isEnd ? 0 : (letters[after] ?? 0) + 1;
      runs[paper.documentId] = [
        ...own,
        { number: isEnd ? highest + 1 : after, letter, pages: added },
      ];
      if (isEnd) highest += added;
      else letters[after] = letter + added - 1;
    }
    behind = numberAt(runs[paper.documentId] ?? [], pagesOf(paper)) ?? behind;
  }
  return { runs, highest, letters };
}

function pagesOf({ holding }: Paper): number {
  return holding.type === "file" ? holding.current.pages : 0;
}

function lengthOf(runs: readonly PackRun[]): number {
  return runs.reduce((sum, { pages }) => sum + pages, 0);
}

/** The number of a paper's page, its letter left away; null: the page has none. */
function numberAt(runs: readonly PackRun[], page: number): number | null {
  const found = findPage(runs, page);
  if (found === null) return null;
  return found.run.letter === 0 ? found.run.number + found.offset : found.run.number;
}
