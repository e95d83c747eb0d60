/** The search itself: papers in, hits out, in the order in which they are shown (SR4, SR6, SR7). */
import { fold, type Stretch } from "./folding";
import { type Find, findOnPage, type SearchablePage } from "./page-search";
import { parseQuery, type Query, type Reading, readingsOf } from "./query";
import { type Snippet, snippetOf } from "./snippet";

/** Pages holding the words that are looked through, and hits that are listed (SR7). */
export const mostPages = 2_000;
export const mostHits = 500;

export type Hit = {
  /** from 1, of its paper */
  page: number;
  /** what was found, in the page's text (`PageText.text`) */
  parts: Stretch[];
  /** written as typed, marks and all */
  exact: boolean;
  snippet: Snippet;
};

/** The hits in one paper, the exact ones first; `count` counts also those that are not listed. */
export type PaperHits<Paper> = { paper: Paper; count: number; hits: Hit[] };

export type Found<Paper> = {
  /** how literally the query had to be taken; null: it asks for nothing */
  reading: Reading["name"] | null;
  papers: PaperHits<Paper>[];
  count: number;
  /** false: pages that hold the words were left aside */
  complete: boolean;
};

/** A paper's pages as far as they are to be looked into, in order. */
export type PaperPages<Paper> = {
  paper: Paper;
  pages: readonly { page: number; text: SearchablePage }[];
};

export function searchablePage(written: string): SearchablePage {
  return { written, folded: fold(written) };
}

/**
 * Looks through papers, given in the order of the pack; pure, the same on the server and over the offline
 * copy. Pages that hold none of the words may be left out beforehand, as an index does: it changes nothing.
 */
export function search<Paper>(papers: readonly PaperPages<Paper>[], typed: string): Found<Paper> {
  for (const reading of readingsOf(parseQuery(typed))) {
    const found = searchBy(papers, reading);
    if (found.count > 0) return found;
  }
  return nothingFound(parseQuery(typed));
}

export function nothingFound<Paper>(query: Query): Found<Paper> {
  const reading = readingsOf(query).at(-1)?.name ?? null;
  return { reading, papers: [], count: 0, complete: true };
}

type Placed<Paper> = { paper: Paper; page: number; text: SearchablePage; find: Find };

/** One look through papers by one reading, page by page, so that whoever feeds it may rest in between. */
export type Look<Paper> = {
  /** Into the next page, in the order of the pack; false: enough was looked through, what follows is left aside. */
  into(paper: Paper, page: number, text: SearchablePage): boolean;
  found(): Found<Paper>;
};

export function lookBy<Paper>(reading: Reading): Look<Paper> {
  const exact: Placed<Paper>[] = [];
  const folded: Placed<Paper>[] = [];
  const counts = new Map<Paper, number>();
  let looked = 0;
  let complete = true;
  return {
    into(paper, page, text) {
      const finds = findOnPage(text, reading);
      if (finds === null) return true;
      if (looked >= mostPages) {
        complete = false;
        return false;
      }
      looked += 1;
      for (const find of finds) (find.exact ? exact : folded).push({ paper, page, text, find });
      if (finds.length > 0) counts.set(paper, (counts.get(paper) ?? 0) + finds.length);
      return true;
    },
    found() {
      const hits = new Map<Paper, Hit[]>([...exact, ...folded].map(({ paper }) => [paper, []]));
      for (const { paper, page, text, find } of [...exact, ...folded].slice(0, mostHits)) {
        hits.get(paper)?.push({ page, ...find, snippet: snippetOf(text.written, find.parts) });
      }
      return {
        reading: reading.name,
        papers: [...hits].map(([paper, list]) => ({
          paper,
          count: counts.get(paper) ?? 0,
          hits: list,
        })),
        count: exact.length + folded.length,
        complete,
      };
    },
  };
}

/** The same in one go. */
function searchBy<Paper>(papers: readonly PaperPages<Paper>[], reading: Reading): Found<Paper> {
  const look = lookBy<Paper>(reading);
  for (const { paper, page, text } of inOrder(papers)) {
    if (!look.into(paper, page, text)) break;
  }
  return look.found();
}

function* inOrder<Paper>(papers: readonly PaperPages<Paper>[]) {
  for (const { paper, pages } of papers) {
    for (const { page, text } of pages) yield { paper, page, text };
  }
}
