/** Geometry of text is the domain's: anchors rest on it on both sides. */
export * from "../../domain/marks/text-geometry";
