/** The face of the noun `documents`. */
export * from "./paper";
export * from "./commands";
export * from "./events";
export * from "./decide";
export * from "./evolve";
export * from "./permissions";
export * from "./intake";
