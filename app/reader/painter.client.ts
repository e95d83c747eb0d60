/** The page's side of the thread that paints. */
import { startedThread } from "./early-threads";
import type { FromPainter, ToPainter } from "./painter-messages";
import { type OpenPaper, PaintingCancelled, painting } from "./painting";
import { PaperGone } from "./paper-bytes.client";
import { startParser } from "./parser.client";

/** The page is to be painted where there is a document. */
export class BeyondPainter extends Error {}

/** A paper of which pages can be ordered before it is open. */
export type OpeningPaper = OpenPaper & { opened: Promise<void> };

export type Painter = {
  /** false: this browser lets no thread paint as the page would, or the thread did not start */
  paints: Promise<boolean>;
  /** `onLine` tells when the line breaks and when it is back; `opened` rejects with `PaperGone`, or for a file that the engine cannot read. */
  open(url: string, signal: AbortSignal, onLine: (isUp: boolean) => void): OpeningPaper;
};

type Waiting<T> = { resolve: (value: T) => void; reject: (error: Error) => void };
type Opening = Waiting<void> & { onLine: (isUp: boolean) => void };

let painter: Painter | null = null;

/** One for the tab; null where a browser has not even the names of what it takes. */
export function startPainter(): Painter | null {
  if (painter === null && typeof OffscreenCanvas !== "undefined") painter = start();
  return painter;
}

function start(): Painter {
  const parser = startParser();
  // One that fell over takes its lines along: whoever opens next gets new threads.
  parser.failure.catch(() => {
    painter = null;
  });
  const worker =
    startedThread("painter") ??
    new Worker(new URL("./painter-worker.ts", import.meta.url), { type: "module" });
  const line = parser.line();
  const first: ToPainter = { type: "parser", line };
  worker.postMessage(first, [line]);
  const paints = new Promise<boolean>((resolve) => {
    const said = ({ data }: MessageEvent<FromPainter>) => {
      if (data.type !== "ready") return;
      worker.removeEventListener("message", said);
      if (!data.paints) worker.terminate();
      resolve(data.paints);
    };
    worker.addEventListener("message", said);
    // It did not start: the page can still be read, painted as in an older browser.
    worker.addEventListener("error", () => resolve(false), { once: true });
  });
  return { paints, open: openingsOn(worker, parser.failure) };
}

function openingsOn(worker: Worker, parserFailure: Promise<never>): Painter["open"] {
  const openings = new Map<number, Opening>();
  const pictures = new Map<number, Waiting<ImageBitmap>>();
  let last = 0;
  const next = () => {
    last += 1;
    return last;
  };
  const tell = (message: ToPainter) => worker.postMessage(message);

  worker.addEventListener("message", ({ data }: MessageEvent<FromPainter>) => {
    switch (data.type) {
      case "ready":
        return;
      case "opened":
        openings.get(data.paper)?.resolve();
        return;
      case "unopened":
        openings.get(data.paper)?.reject(data.gone ? new PaperGone() : new Error(data.reason));
        return;
      case "line":
        openings.get(data.paper)?.onLine(data.isUp);
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

  return (url, signal, onLine) => {
    const paper = next();
    const close = () => {
      openings.delete(paper);
      tell({ type: "close", paper });
    };
    signal.addEventListener("abort", close, { once: true });
    const answered = new Promise<void>((resolve, reject) => {
      openings.set(paper, { resolve, reject, onLine });
    });
    const opened = Promise.race([answered, parserFailure]);
    // Whoever waits for it hears of a failure; a picture that was ordered fails by itself.
    opened.catch(() => undefined);
    tell({ type: "open", paper, url });
    return {
      opened,
      paint: (page, canvas, scale) =>
        painting(parserFailure, async (onCancel) => {
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
            tell({ type: "paint", paper, picture, page, width, height, scale, devicePixelRatio });
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
  };
}

function errorOf({ why, reason }: Extract<FromPainter, { type: "unpainted" }>): Error {
  if (why === "cancelled") return new PaintingCancelled();
  return why === "beyond" ? new BeyondPainter(reason) : new Error(reason);
}
