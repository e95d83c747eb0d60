/** The face of the noun `meetings`. */
export * from "./commands";
export * from "./events";
export * from "./meeting";
export * from "./view";
