/** The face of the reader. The PDF engine behind it is loaded by the browser only, and only where a paper is open. */
export { ItemReader } from "./item-reader";
