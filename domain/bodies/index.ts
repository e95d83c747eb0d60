/** The face of the noun `bodies`. */
export * from "./body";
export * from "./commands";
export * from "./events";
export * from "./rules";
export * from "./rights";
