/** The face of the noun `exports`. */

export * from "./sheet";
