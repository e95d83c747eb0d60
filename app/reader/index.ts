/** The face of the reader. The PDF engine behind it is loaded by the browser only, and only where a paper is open. */
export { ItemReader, PaperOnly } from "./item-reader";
export { PaperGone } from "./notices";
export { PageFrame } from "./page-frame";
export { PaperReader } from "./paper-reader";
export { useWaysBack } from "./use-ways-back";
