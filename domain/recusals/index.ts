/** The face of the noun `recusals`. */
export * from "./commands";
export * from "./decide";
export * from "./events";
export * from "./evolve";
export * from "./permissions";
export * from "./recusal";
