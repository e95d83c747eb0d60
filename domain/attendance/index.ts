/** The face of the noun `attendance`. */
export * from "./commands";
export * from "./decide";
export * from "./events";
export * from "./evolve";
export * from "./participant";
export * from "./permissions";
export { occupantsOf, quorumOf, whereaboutsOf } from "./quorum";
export * from "./view";
export * from "./visibility";
