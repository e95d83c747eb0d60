/** The page's side of the thread that paints. */
import type { FromPainter, ToPainter } from "./painter-messages";
import { type OpenPaper, PaintingCancelled, painting } from "./painting";
import type { PaperBytes } from "./paper-bytes.client";
import { startParser } from "./parser.client";

/** The page is to be painted where there is a document. */
export class BeyondPainter extends Error {}

export type Painter = {
  open(bytes: PaperBytes, signal: AbortSignal): Promise<OpenPaper>;
};

type Waiting<T> = { resolve: (value: T) => void; reject: (error: Error) => void };

let starting: Promise<Painter | null> | null = null;

/** One for the tab; null where this browser has no thread that paints as the page would. */
export function startPainter(): Promise<Painter | null> {
  starting ??= typeof OffscreenCanvas === "undefined" ? Promise.resolve(null) : start();
  return starting;
}

function start(): Promise<Painter | null> {
  const parser = startParser();
  // One that fell over takes its lines along: whoever opens next gets new threads.
  parser.failure.catch(() => {
    starting = null;
  });
  const worker = new Worker(new URL("./painter-worker.ts", import.meta.url), { type: "module" });
  const line = parser.line();
  const first: ToPainter = { type: "parser", line };
  worker.postMessage(first, [line]);
  return new Promise((resolve) => {
    const said = ({ data }: MessageEvent<FromPainter>) => {
      if (data.type !== "ready") return;
      worker.removeEventListener("message", said);
      if (!data.paints) worker.terminate();
      resolve(data.paints ? painterOn(worker, parser.failure) : null);
    };
    worker.addEventListener("message", said);
    // It did not start: the page can still be read, painted as in an older browser.
    worker.addEventListener("error", () => resolve(null), { once: true });
  });
}

function painterOn(worker: Worker, parserFailure: Promise<never>): Painter {
  const openings = new Map<number, Waiting<void>>();
  const pictures = new Map<number, Waiting<ImageBitmap>>();
  const read = new Map<number, (wanted: Extract<FromPainter, { type: "wanted" }>) => void>();
  let last = 0;
  const next = () => {
    last += 1;
    return last;
  };
  const tell = (message: ToPainter, transfer: Transferable[] = []) =>
    worker.postMessage(message, transfer);

  worker.addEventListener("message", ({ data }: MessageEvent<FromPainter>) => {
    switch (data.type) {
      case "ready":
        return;
      case "opened":
        openings.get(data.paper)?.resolve();
        return;
      case "unopened":
        openings.get(data.paper)?.reject(new Error(data.reason));
        return;
      case "wanted":
        read.get(data.paper)?.(data);
        return;
      case "painted": {
        const waiting = pictures.get(data.picture);
        if (waiting === undefined) data.bitmap.close();
        else waiting.resolve(data.bitmap);
        return;
      }
      case "unpainted":
        pictures.get(data.picture)?.reject(errorOf(data));
        return;
    }
  });

  return {
    async open(bytes, signal) {
      const paper = next();
      let fail: (error: unknown) => void = () => undefined;
      const failure = new Promise<never>((_resolve, reject) => {
        fail = reject;
      });
      failure.catch(() => undefined);
      const close = () => {
        read.delete(paper);
        tell({ type: "close", paper });
      };
      signal.addEventListener("abort", close, { once: true });
      read.set(paper, ({ part, begin, end }) => {
        bytes
          .read(begin, end)
          .then((found) => tell({ type: "part", part, bytes: found }, [found.buffer]), fail);
      });
      const opened = new Promise<void>((resolve, reject) =>
        openings.set(paper, { resolve, reject }),
      );
      tell({ type: "open", paper, length: bytes.length });
      await Promise.race([opened, failure, parserFailure]).finally(() => openings.delete(paper));
      return {
        paint: (page, canvas, scale) =>
          painting(failure, async (onCancel) => {
            const picture = next();
            const { width, height } = canvas;
            const { devicePixelRatio } = window;
            let isWanted = true;
            onCancel(() => {
              isWanted = false;
              tell({ type: "cancel", picture });
            });
            const bitmap = await new Promise<ImageBitmap>((resolve, reject) => {
              pictures.set(picture, { resolve, reject });
              tell({
                type: "paint",
                paper,
                picture,
                page,
                width,
                height,
                scale,
                devicePixelRatio,
              });
            }).finally(() => pictures.delete(picture));
            if (!isWanted) {
              // It was finished before the painter heard.
              bitmap.close();
              throw new PaintingCancelled();
            }
            canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
          }),
        forget: (page) => tell({ type: "forget", paper, page }),
        close,
      };
    },
  };
}

function errorOf({ why, reason }: Extract<FromPainter, { type: "unpainted" }>): Error {
  if (why === "cancelled") return new PaintingCancelled();
  return why === "beyond" ? new BeyondPainter(reason) : new Error(reason);
}
