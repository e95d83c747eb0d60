/**
 * Begins to load the PDF engine as soon as the reader's own code runs, not when it is first needed: its script, its
 * worker and the decoder of colours come side by side with the page's own start.
 */
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

type Engine = typeof import("./engine.client");

let loading: Promise<Engine> | null = null;

/** The engine; a loading that failed is tried anew by whoever asks next. */
export function loadEngine(): Promise<Engine> {
  if (loading === null) {
    loading = import("./engine.client");
    loading.catch(() => {
      loading = null;
    });
  }
  return loading;
}

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

void loadEngine();
engineThread();
// Most scans and many office files name a colour profile; the engine would ask for this in the middle of its first page.
fetch(`${engineFiles("wasm")}qcms_bg.wasm`, { priority: "low" }).catch(() => undefined);
