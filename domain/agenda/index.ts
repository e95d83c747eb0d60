/** The face of the noun `agenda`. */

export * from "./commands";
export * from "./decide";
export * from "./events";
export * from "./evolve";
export * from "./item";
export * from "./order";
export * from "./permissions";
