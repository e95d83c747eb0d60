/** The face of the noun `handovers`. */
export * from "./commands";
export * from "./decide";
export * from "./events";
export * from "./evolve";
export * from "./handover";
export * from "./permissions";
