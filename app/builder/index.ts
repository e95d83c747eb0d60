/** Preparing a meeting. */
export { BuilderScreen } from "./builder-screen";
export { previewOf } from "./preview-of";
