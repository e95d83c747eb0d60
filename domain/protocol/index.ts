/** The face of the wire: what client and server say to each other. */
export * from "./marks";
export * from "./messages";
export * from "./patch";
export * from "./version";
