/** The face of the noun `documents`. */

export * from "./commands";
export * from "./decide";
export * from "./events";
export * from "./evolve";
export * from "./intake";
export * from "./original";
export * from "./outline";
export * from "./page-text";
export * from "./paper";
export * from "./permissions";
