/** The face of the noun `ballots`. */
export * from "./ballot";
export * from "./commands";
export * from "./decide";
export * from "./events";
export * from "./evolve";
export * from "./majority";
export * from "./permissions";
export * from "./roll";
export * from "./view";
