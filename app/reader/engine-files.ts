/** Where the engine finds its own data. */
export function engineFiles(folder: string): string {
  return new URL(`${PDF_ENGINE_FILES}${folder}/`, location.origin).href;
}
