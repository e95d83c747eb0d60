/** The thread in which papers are painted: pages come out of it as pictures, and the page's own thread stays free. */
import { canPaint, fontsOf } from "./can-paint";
import type { Pages } from "./engine.client";
import type { FromPainter, ToPainter } from "./painter-messages";
import { type Painting, PaintingCancelled } from "./painting";
import { openPaperBytes, PaperGone } from "./paper-bytes.client";
import { contextOf, NeedsDocument, ThreadCanvases, ThreadFilters } from "./thread-canvases";

let toldParser: (line: MessagePort) => void = () => undefined;
/** The first line that comes; there may be two. */
const parser = new Promise<MessagePort>((resolve) => {
  toldParser = resolve;
});
const engine = import("./engine.client");
/** Tried while the paper's first bytes are on their way, not before they are asked for. */
const painting = engine.then(canPaint);

type Opened = {
  pages: Promise<Pages>;
  ending: AbortController;
  isUp: boolean;
  onLine: (isUp: boolean) => void;
};

let expected: { url: string; opened: Opened } | null = null;

const papers = new Map<number, Opened>();
const pictures = new Map<number, Painting>();

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
    case "expect":
      toldParser(data.line);
      expected = { url: data.url, opened: opening(data.url) };
      return;
    case "parser":
      toldParser(data.line);
      // Said to who asks: a thread that was started early is listened to later.
      painting.then((paints) => say({ type: "ready", paints }));
      return;
    case "open":
      return open(data.paper, data.url);
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

/** The thread reads the bytes itself: the page is busiest while its first paper is being opened. */
function opening(url: string): Opened {
  const ending = new AbortController();
  const { signal } = ending;
  const bytes = openPaperBytes(url, signal, (isUp) => {
    opened.isUp = isUp;
    opened.onLine(isUp);
  });
  const pages = Promise.all([bytes, engine, parser]).then(([paperBytes, { openPages }, line]) =>
    openPages(paperBytes, line, surroundings(), signal),
  );
  // Who opens the paper hears of a failure; before that it must not count as unhandled.
  pages.catch(() => undefined);
  const opened: Opened = { pages, ending, isUp: true, onLine: () => undefined };
  return opened;
}

function open(paper: number, url: string): void {
  const opened = expected?.url === url ? expected.opened : opening(url);
  if (opened !== expected?.opened) expected?.opened.ending.abort();
  expected = null;
  opened.onLine = (isUp) => say({ type: "line", paper, isUp });
  if (!opened.isUp) opened.onLine(false);
  const { pages } = opened;
  papers.set(paper, opened);
  pages.then(
    () => say({ type: "opened", paper }),
    (error: unknown) => {
      say({ type: "unopened", paper, gone: error instanceof PaperGone, reason: String(error) });
    },
  );
}

async function paint(order: Extract<ToPainter, { type: "paint" }>): Promise<void> {
  const { picture, width, height, devicePixelRatio } = order;
  // The engine asks its surroundings, and a thread has no screen.
  Object.assign(self, { devicePixelRatio });
  const canvas = new OffscreenCanvas(width, height);
  try {
    const [pages] = await Promise.all([papers.get(order.paper)?.pages, painting]);
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
