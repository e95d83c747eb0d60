/** The face of marks on the server: what a line may ask of them (docs/protocol.md, *Marks*). */
export { layerReads } from "./layer-readers";
export { type MarksLine, MarksServer } from "./marks-server";
export { paperMarksReads } from "./paper-marks";
