/** The thread in which papers are parsed: the engine's own script, reached over lines that the page hands out. */
import engineUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { type Stencil, smallerStencil } from "./wide-masks";

type Engine = { WorkerMessageHandler: { initializeFromPort(line: MessagePort): void } };

// The engine asks for this by name: `tools/pdf-engine-stencils.ts` makes it do so.
Object.assign(self, {
  async pictureOfStencil(stencil: Stencil, mostPixels: number, interpolate: unknown) {
    const { width, height, pixels } = smallerStencil(stencil, mostPixels);
    const bitmap = await createImageBitmap(new ImageData(pixels, width, height));
    return { data: null, bitmap, width, height, interpolate };
  },
});

const getContext = OffscreenCanvas.prototype.getContext;
Object.defineProperty(OffscreenCanvas.prototype, "getContext", {
  // Never on the graphics card: who paints draws these pictures into memory, and would wait for the card to give each back.
  value(this: OffscreenCanvas, kind: string, settings: object = {}) {
    return Reflect.apply(getContext, this, [kind, { ...settings, willReadFrequently: true }]);
  },
});

// As it is, not through our bundler: a megabyte of somebody else's finished script.
const engine: Promise<Engine> = import(/* @vite-ignore */ engineUrl);

self.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (!(data instanceof MessagePort)) return;
  engine.then(({ WorkerMessageHandler }) => {
    WorkerMessageHandler.initializeFromPort(data);
    data.start();
  });
});
