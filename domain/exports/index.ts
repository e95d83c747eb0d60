/** The face of the noun `exports`: what leaves the cabinet, and what it must carry. */

export * from "./compose";
export * from "./csv";
export * from "./demands";
export * from "./paper-in-pack";
export * from "./sheet";
export * from "./taken";
export * from "./words";
