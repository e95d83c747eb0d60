export { type Block, counted, group, h, p, type Style } from "./blocks";
export type { Chart } from "./charts";
export { headBlock, type PaperHead, type Signature, signatureBlock, titleBlocks } from "./heads";
export { type PaperText, type Part, printPaper } from "./paper";
export type { Sheet } from "./sheet";
export type { Row, Table } from "./tables";
