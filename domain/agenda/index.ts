/** The face of the noun `agenda`. */
export * from "./item";
export * from "./commands";
export * from "./events";
export * from "./decide";
export * from "./evolve";
export * from "./order";
export * from "./permissions";
