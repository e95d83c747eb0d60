/** The PDF engine (pdf.js over its core interface), in whichever thread paints; loaded only where papers are read. */
import {
  AnnotationMode,
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { engineFiles } from "./engine-files";
import { type Painting, PaintingCancelled, painting } from "./painting";
import { chunkBytes, type PaperBytes } from "./paper-bytes.client";

export type Surface = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export type Pages = {
  /** Paints a page over the whole surface, at `scale` device pixels per point. */
  paint(page: number, surface: Surface, scale: number): Painting;
  forget(page: number): void;
  close(): void;
};

type RenderParameters = Parameters<Awaited<ReturnType<PDFDocumentProxy["getPage"]>>["render"]>[0];

const workers = new WeakMap<MessagePort, PDFWorker>();

function workerOn(line: MessagePort): PDFWorker {
  const known = workers.get(line);
  if (known !== undefined) return known;
  const parameters: Parameters<typeof PDFWorker.create>[0] = { verbosity: VerbosityLevel.ERRORS };
  const worker = PDFWorker.create(Object.assign(parameters, { port: line }));
  line.start();
  workers.set(line, worker);
  return worker;
}

/**
 * Rejects with what the bytes rejected with, or with the engine's own error for a file it cannot read.
 * @param parser a line to the thread that parses
 * @param surroundings what stands for the document in a thread that has none
 */
export async function openPages(
  bytes: PaperBytes,
  parser: MessagePort,
  surroundings: object,
  signal: AbortSignal,
): Promise<Pages> {
  signal.throwIfAborted();
  const transport = new RangeTransport(bytes);
  const parameters: Parameters<typeof getDocument>[0] = {
    range: transport,
    worker: workerOn(parser),
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
  };
  const loading = getDocument(Object.assign(parameters, surroundings));
  const close = () => void loading.destroy();
  signal.addEventListener("abort", close, { once: true });
  const document = await Promise.race([loading.promise, transport.failure]);
  return { ...pagesOf(document, transport.failure), close };
}

function pagesOf(document: PDFDocumentProxy, failure: Promise<never>): Omit<Pages, "close"> {
  const shown = new Map<number, { cleanup(): boolean }>();
  return {
    paint(number, surface, scale) {
      return painting(failure, async (onCancel) => {
        const page = await document.getPage(number);
        shown.set(number, page);
        const parameters: RenderParameters = {
          canvas: null,
          viewport: page.getViewport({ scale }),
          annotationMode: AnnotationMode.ENABLE,
          background: "#fff",
        };
        const rendering = page.render(Object.assign(parameters, { canvasContext: surface }));
        if (typeof window === "undefined") rendering.onContinue = afterMessages;
        onCancel(() => rendering.cancel());
        await rendering.promise.catch((error: unknown) => {
          throw isCancelled(error) ? new PaintingCancelled() : error;
        });
      });
    },
    forget(number) {
      shown.get(number)?.cleanup();
      shown.delete(number);
    },
  };
}

/** Between two pieces of a page a thread without frames goes on at once, and would never hear that it should stop. */
function afterMessages(goOn: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    goOn();
  };
  port2.postMessage(null);
}

/** The engine's two ways to say that a task was cancelled. */
function isCancelled(error: unknown): boolean {
  return (
    error instanceof Error && ["RenderingCancelledException", "AbortException"].includes(error.name)
  );
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
