/** The reader's threads, started by a line in the head of the page: they load while the page is still being parsed. */

type Threads = { parser: Worker; painter: Worker };

declare global {
  var readingThreads: Partial<Threads> | undefined;
}

/** Printed into the page as it stands here: it may use nothing of this module. */
export function startThreads(urls: { parser: string; painter: string }): void {
  if (typeof OffscreenCanvas === "undefined") return;
  const start = (url: string) => new Worker(url, { type: "module" });
  globalThis.readingThreads = { parser: start(urls.parser), painter: start(urls.painter) };
  for (const name of ["parser", "painter"] as const) {
    // One that failed before anybody listened is not taken over.
    globalThis.readingThreads[name]?.addEventListener("error", () => {
      delete globalThis.readingThreads?.[name];
    });
  }
}

/** The thread, if it was started, for the one who asks first. */
export function startedThread(name: keyof Threads): Worker | null {
  const worker = globalThis.readingThreads?.[name] ?? null;
  delete globalThis.readingThreads?.[name];
  return worker;
}
