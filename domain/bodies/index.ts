/** The face of the noun `bodies`. */
export * from "./body";
export * from "./commands";
export * from "./decide";
export * from "./events";
export * from "./evolve";
export * from "./permissions";
export * from "./presets";
export * from "./rights";
export * from "./rules";
export * from "./standing";
