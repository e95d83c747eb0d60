/** The face of the noun `ballots`. */
export * from "./ballot";
export * from "./commands";
export * from "./events";
