/** The face of the papers' desk: uploads to items. */
export { PaperUploads } from "./paper-uploads";
