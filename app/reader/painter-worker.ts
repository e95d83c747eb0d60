/** The thread in which papers are painted: pages come out of it as pictures, and the page's own thread stays free. */
import { canPaint, fontsOf } from "./can-paint";
import type { Pages } from "./engine.client";
import type { FromPainter, ToPainter } from "./painter-messages";
import { type Painting, PaintingCancelled } from "./painting";
import type { PaperBytes } from "./paper-bytes.client";
import { contextOf, NeedsDocument, ThreadCanvases, ThreadFilters } from "./thread-canvases";

let toldParser: (line: MessagePort) => void = () => undefined;
const parser = new Promise<MessagePort>((resolve) => {
  toldParser = resolve;
});
const engine = import("./engine.client");

type Opened = { pages: Promise<Pages>; ending: AbortController };

const papers = new Map<number, Opened>();
const pictures = new Map<number, Painting>();
const parts = new Map<number, (bytes: Uint8Array<ArrayBuffer>) => void>();
let lastPart = 0;

const say = (message: FromPainter, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

const surroundings = () => ({
  CanvasFactory: ThreadCanvases,
  FilterFactory: ThreadFilters,
  // Of a document the engine wants only the place where fonts are hung up.
  ownerDocument: { fonts: fontsOf(self) },
});

self.addEventListener("message", ({ data }: MessageEvent<ToPainter>) => {
  switch (data.type) {
    case "parser":
      return toldParser(data.line);
    case "open":
      return open(data.paper, data.length);
    case "part":
      parts.get(data.part)?.(data.bytes);
      parts.delete(data.part);
      return;
    case "paint":
      return void paint(data);
    case "cancel":
      pictures.get(data.picture)?.cancel();
      return;
    case "forget":
      papers.get(data.paper)?.pages.then(
        (pages) => pages.forget(data.page),
        () => undefined,
      );
      return;
    case "close":
      papers.get(data.paper)?.ending.abort();
      papers.delete(data.paper);
      return;
  }
});

canPaint().then((paints) => say({ type: "ready", paints }));

function open(paper: number, length: number): void {
  const ending = new AbortController();
  const pages = Promise.all([engine, parser]).then(([{ openPages }, line]) =>
    openPages(bytesFromPage(paper, length), line, surroundings(), ending.signal),
  );
  papers.set(paper, { pages, ending });
  pages.then(
    () => say({ type: "opened", paper }),
    (error: unknown) => say({ type: "unopened", paper, reason: String(error) }),
  );
}

/** The page has the bytes: it knows the line, the device's own copy, and who may read. */
function bytesFromPage(paper: number, length: number): PaperBytes {
  return {
    length,
    read(begin, end) {
      lastPart += 1;
      const part = lastPart;
      return new Promise((resolve) => {
        parts.set(part, resolve);
        say({ type: "wanted", paper, part, begin, end });
      });
    },
  };
}

async function paint(order: Extract<ToPainter, { type: "paint" }>): Promise<void> {
  const { picture, width, height, devicePixelRatio } = order;
  // The engine asks its surroundings, and a thread has no screen.
  Object.assign(self, { devicePixelRatio });
  const canvas = new OffscreenCanvas(width, height);
  try {
    const pages = await papers.get(order.paper)?.pages;
    if (pages === undefined) throw new PaintingCancelled();
    const surface = contextOf(canvas, { alpha: false, willReadFrequently: true });
    const task = pages.paint(order.page, surface, order.scale);
    pictures.set(picture, task);
    await task.done;
    const bitmap = canvas.transferToImageBitmap();
    say({ type: "painted", picture, bitmap }, [bitmap]);
  } catch (error) {
    say({ type: "unpainted", picture, why: whyOf(error), reason: String(error) });
  } finally {
    pictures.delete(picture);
    canvas.width = 0;
    canvas.height = 0;
  }
}

function whyOf(error: unknown): "cancelled" | "beyond" | "failed" {
  if (error instanceof PaintingCancelled) return "cancelled";
  return error instanceof NeedsDocument ? "beyond" : "failed";
}
