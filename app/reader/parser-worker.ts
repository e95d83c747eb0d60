/** The thread in which papers are parsed: the engine's own script, reached over lines that the page hands out. */
import engineUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

type Engine = { WorkerMessageHandler: { initializeFromPort(line: MessagePort): void } };

// As it is, not through our bundler: a megabyte of somebody else's finished script.
const engine: Promise<Engine> = import(/* @vite-ignore */ engineUrl);

self.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (!(data instanceof MessagePort)) return;
  engine.then(({ WorkerMessageHandler }) => {
    WorkerMessageHandler.initializeFromPort(data);
    data.start();
  });
});
