/** The face of the noun `devices`. */
export * from "./device";
export * from "./lease";
export * from "./offline-pack";
export * from "./permissions";
