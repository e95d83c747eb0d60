/**
 * Begins to load the PDF engine as soon as the reader's own code runs, not when it is first needed: its script, its
 * worker and the decoder of colours come side by side with the page's own start.
 */
import { engineFiles, engineThread } from "./engine-thread.client";

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

void loadEngine();
engineThread();
// Most scans and many office files name a colour profile; the engine would ask for this in the middle of its first page.
fetch(`${engineFiles("wasm")}qcms_bg.wasm`, { priority: "low" }).catch(() => undefined);
