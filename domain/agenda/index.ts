/** The face of the noun `agenda`. */
export * from "./item";
export * from "./commands";
export * from "./events";
