/** The same search over texts that are at hand: the offline copy, and the paper that is open. */
import type { VersionText } from "../documents";
import type { SearchAnswer, SearchedPaper } from "./pack";
import type { SearchablePage } from "./page-search";
import { search, searchablePage } from "./search";

export type PaperText = { paper: SearchedPaper; text: VersionText };

/**
 * Answers what the server answers for the same papers: the same hits in the same order. A text is folded
 * once, as long as somebody holds it.
 * @param papers as `searchedPapersOf` of the view gives them, in that order
 */
export function searchOffline(papers: readonly PaperText[], typed: string): SearchAnswer {
  const found = search(
    papers.map(({ paper, text }) => ({ paper, pages: pagesOf(text) })),
    typed,
  );
  const silent = papers.flatMap(({ paper, text: { reliability } }) =>
    reliability === "none" || reliability === "unreliable" ? { paper, reliability } : [],
  );
  return { ...found, silent };
}

type Pages = readonly { page: number; text: SearchablePage }[];

const folded = new WeakMap<VersionText, Pages>();

function pagesOf(text: VersionText): Pages {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const pages = text.pages.map((page, index) => ({
    page: index + 1,
    text: searchablePage(page.text),
  }));
  folded.set(text, pages);
  return pages;
}
