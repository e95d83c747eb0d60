/** The PDF engine (pdf.js over its core interface) behind what the reader needs of it; loaded only where papers are read. */
import {
  AnnotationMode,
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  PDFWorker,
  TextLayer,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { engineFiles, engineThread } from "./engine-thread.client";
import { chunkBytes, type PaperBytes } from "./paper-bytes.client";

const workers = new WeakMap<Worker, PDFWorker>();

function workerOn(port: Worker): PDFWorker {
  const worker = workers.get(port) ?? PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
  workers.set(port, worker);
  return worker;
}

export type Painting = { done: Promise<void>; cancel(): void };

export type OpenPaper = {
  /** Paints a page on a canvas of its own, at `scale` device pixels per point. */
  paint(page: number, canvas: HTMLCanvasElement, scale: number): Painting;
  /** Lays the page's words, invisible, over its picture: for selecting and for screen readers. */
  layWords(page: number, layer: HTMLElement, scale: number): Painting;
  /** Gives back what the engine holds for a page that is not shown any more. */
  forget(page: number): void;
  close(): void;
};

/** Rejects with what the bytes rejected with, or with the engine's own error for a file it cannot read. */
export async function openPaper(bytes: PaperBytes, signal: AbortSignal): Promise<OpenPaper> {
  const transport = new RangeTransport(bytes);
  const thread = engineThread();
  const loading = getDocument({
    range: transport,
    worker: workerOn(thread.port),
    rangeChunkSize: chunkBytes,
    disableAutoFetch: true,
    disableStream: true,
    // A paper is looked at; nothing in it runs.
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: true,
    cMapUrl: engineFiles("cmaps"),
    iccUrl: engineFiles("iccs"),
    standardFontDataUrl: engineFiles("standard_fonts"),
    wasmUrl: engineFiles("wasm"),
    // Larger pictures are made smaller while they are decoded: a scan of 600 dpi must not cost 100 MB.
    canvasMaxAreaInBytes: 32_000_000,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = () => void loading.destroy();
  signal.addEventListener("abort", close, { once: true });
  const document = await Promise.race([loading.promise, transport.failure, thread.failure]);
  return { ...paperOf(document, transport.failure), close };
}

function paperOf(document: PDFDocumentProxy, failure: Promise<never>): Omit<OpenPaper, "close"> {
  const shown = new Map<number, { cleanup(): boolean }>();
  return {
    paint(number, canvas, scale) {
      return task(failure, async (onCancel) => {
        const page = await document.getPage(number);
        shown.set(number, page);
        const rendering = page.render({
          canvas,
          viewport: page.getViewport({ scale }),
          annotationMode: AnnotationMode.ENABLE,
          background: "#fff",
        });
        onCancel(() => rendering.cancel());
        await rendering.promise;
      });
    },
    layWords(number, layer, scale) {
      return task(failure, async (onCancel) => {
        const page = await document.getPage(number);
        const words = new TextLayer({
          textContentSource: page.streamTextContent(),
          container: layer,
          viewport: page.getViewport({ scale }),
        });
        onCancel(() => words.cancel());
        await words.render();
      });
    },
    forget(number) {
      shown.get(number)?.cleanup();
      shown.delete(number);
    },
  };
}

/** Cancelling rejects `done`, also before the engine has begun; so does a paper that is gone. */
function task(
  failure: Promise<never>,
  work: (onCancel: (cancel: () => void) => void) => Promise<void>,
): Painting {
  let cancelled = false;
  let cancel = () => {
    cancelled = true;
  };
  return {
    done: Promise.race([
      work((engineCancel) => {
        cancel = engineCancel;
        if (cancelled) engineCancel();
      }),
      failure,
    ]),
    cancel: () => cancel(),
  };
}

class RangeTransport extends PDFDataRangeTransport {
  readonly #bytes: PaperBytes;
  #fail: (error: unknown) => void = () => undefined;
  /** The engine has no way to hear of a failed part; whoever waits for it does. */
  readonly failure = new Promise<never>((_resolve, reject) => {
    this.#fail = reject;
  });

  constructor(bytes: PaperBytes) {
    super(bytes.length, null);
    this.#bytes = bytes;
    this.failure.catch(() => undefined);
  }

  override requestDataRange(begin: number, end: number): void {
    this.#bytes.read(begin, end).then(
      (part) => this.onDataRange(begin, part),
      (error: unknown) => this.#fail(error),
    );
  }
}
