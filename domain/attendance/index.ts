/** The face of the noun `attendance`. */
export * from "./participant";
export * from "./commands";
export * from "./events";
