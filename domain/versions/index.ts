/** The face of the noun `versions`: how two versions of a paper differ, and where a stretch of one stands in the other. */
export { type Alignment, align } from "./align";
export * from "./compare";
export * from "./locate";
