/** Anchors are the domain's: versions, export and the server make them too. */
export * from "../../domain/marks/anchors";
