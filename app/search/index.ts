/** The face of the search: what it adds to the reader, and its own page. */
export { searchExtra } from "./extra";
export { SearchScreen } from "./search-screen";
