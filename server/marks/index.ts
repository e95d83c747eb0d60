/** The face of marks on the server: what a line may ask of them (docs/protocol.md, *Marks*). */
export { type HiddenReaders, openHiddenReaders } from "./hidden-readers";
export { layerReads } from "./layer-readers";
export { type MarksLine, MarksServer } from "./marks-server";
export { type Mention, mentionReads } from "./mentions";
export { paperMarksReads } from "./paper-marks";
