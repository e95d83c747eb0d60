/** The page's side of the thread that reads texts; begun when first needed, one for the tab. */
import type { VersionText } from "../../domain/documents";
import type { FromTextReader, ToTextReader } from "./text-messages";

type Waiting = {
  pages: VersionText["pages"];
  resolve: (text: VersionText | null) => void;
  reject: (error: Error) => void;
};

let thread: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

/** null: these bytes are no text. Rejects where the thread does not start. */
export function readText(bytes: ArrayBuffer): Promise<VersionText | null> {
  last += 1;
  const reading = last;
  return new Promise((resolve, reject) => {
    waiting.set(reading, { pages: [], resolve, reject });
    const message: ToTextReader = { reading, bytes };
    threadOf().postMessage(message, [bytes]);
  });
}

function threadOf(): Worker {
  if (thread !== null) return thread;
  const started = new Worker(new URL("./text-worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<FromTextReader>) => {
    const asked = waiting.get(data.reading);
    if (asked === undefined) return;
    if (data.type === "pages") {
      asked.pages.push(...data.pages);
      return;
    }
    waiting.delete(data.reading);
    asked.resolve(
      data.type === "whole" ? { reliability: data.reliability, pages: asked.pages } : null,
    );
  });
  started.addEventListener("error", () => {
    // Whoever reads next gets a new one.
    thread = null;
    for (const asked of waiting.values()) asked.reject(new Error("The reading thread stopped."));
    waiting.clear();
  });
  thread = started;
  return started;
}
