/** The thread in which papers are parsed, and where the engine finds its own data. */
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export type EngineThread = { port: Worker; failure: Promise<never> };

let thread: EngineThread | null = null;

/** One thread for the tab, because starting it costs more than opening a paper; one that failed is replaced. */
export function engineThread(): EngineThread {
  if (thread === null) {
    const port = new Worker(workerUrl, { type: "module" });
    const failure = new Promise<never>((_resolve, reject) => {
      port.addEventListener("error", () => {
        thread = null;
        reject(new Error("The PDF engine's thread did not start."));
      });
    });
    failure.catch(() => undefined);
    thread = { port, failure };
  }
  return thread;
}

export function engineFiles(folder: string): string {
  return new URL(`${PDF_ENGINE_FILES}${folder}/`, window.location.origin).href;
}
