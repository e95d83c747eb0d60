/** The face of the noun `search`. */
export { indexMissing, indexPages } from "./index-pages";
export { searchReads } from "./reads";
