/**
 * The reader's threads, started by a line in the head of the page: they load while the page is still being parsed, and
 * open the paper that the server has drawn a page of.
 */
import type { ToPainter } from "./painter-messages";

type Threads = { parser: Worker; painter: Worker };

declare global {
  var readingThreads: Partial<Threads> | undefined;
}

/** Printed into the page as it stands here: it may use nothing of this module. */
export function startThreads(urls: { parser: string; painter: string }): void {
  if (typeof OffscreenCanvas === "undefined") return;
  const start = (url: string) => new Worker(url, { type: "module" });
  const { parser, painter } = { parser: start(urls.parser), painter: start(urls.painter) };
  globalThis.readingThreads = { parser, painter };
  for (const name of ["parser", "painter"] as const) {
    // One that failed before anybody listened is not taken over.
    globalThis.readingThreads[name]?.addEventListener("error", () => {
      delete globalThis.readingThreads?.[name];
    });
  }
  const whenDrawn = new MutationObserver(() => {
    const version = document.querySelector<HTMLElement>(".paper-sheet-unlaid")?.dataset.version;
    if (version === undefined) return;
    whenDrawn.disconnect();
    const { port1: line, port2 } = new MessageChannel();
    parser.postMessage(port2, [port2]);
    const expected: ToPainter = { type: "expect", url: `/documents/${version}`, line };
    painter.postMessage(expected, [line]);
  });
  whenDrawn.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => whenDrawn.disconnect());
}

/** The thread, if it was started, for the one who asks first. */
export function startedThread(name: keyof Threads): Worker | null {
  const worker = globalThis.readingThreads?.[name] ?? null;
  delete globalThis.readingThreads?.[name];
  return worker;
}
