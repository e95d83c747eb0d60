/** The face of the noun `marks`. */
export * from "./anchors";
export * from "./mark";
export * from "./permissions";
export * from "./placement";
export * from "./refusals";
export * from "./threads";
export * from "./visibility";
