/** Where the PDF engine's own data lie; set by `tools/pdf-engine-files.ts`. */
declare const PDF_ENGINE_FILES: string;
