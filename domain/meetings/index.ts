/** The face of the noun `meetings`. */
export * from "./commands";
export * from "./decide";
export * from "./events";
export * from "./evolve";
export * from "./meeting";
export * from "./pack";
export * from "./pack-pages";
export * from "./permissions";
export * from "./phases";
export * from "./recusing";
export * from "./revisions";
export * from "./rights";
export * from "./running-number";
export * from "./settings";
export * from "./sight";
export * from "./view";
export * from "./visibility";
