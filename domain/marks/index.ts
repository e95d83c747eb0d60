/** The face of the noun `marks`. */
export * from "./mark";
export * from "./permissions";
export * from "./refusals";
export * from "./threads";
export * from "./visibility";
