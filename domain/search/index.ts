/** The face of the noun `search`. */

export { foldingEdition, indexedWords, type Stretch } from "./folding";
export { type PaperText, searchOffline } from "./offline";
export {
  numberInPack,
  SearchAnswer,
  SearchedPaper,
  type SilentPaper,
  searchedPapersOf,
} from "./pack";
export { findOnPage, type SearchablePage } from "./page-search";
export { maxQueryLength, parseQuery, type Reading, readingsOf, wordsOf } from "./query";
export {
  type Found,
  type Hit,
  type Look,
  lookBy,
  mostPages,
  nothingFound,
  type PaperHits,
  type PaperPages,
  searchablePage,
} from "./search";
export type { Snippet } from "./snippet";
