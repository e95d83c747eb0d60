/** The page's side of the thread in which papers are parsed. */

import { startedThread } from "./early-threads";

export type Parser = {
  /** A new line to it, to be given away. */
  line(): MessagePort;
  /** The page's own line, where it paints itself. */
  ownLine(): MessagePort;
  failure: Promise<never>;
};

let parser: Parser | null = null;

/**
 * One for the tab, because starting it costs more than opening a paper; one that failed is replaced. The page starts
 * it, not the thread that paints: a thread's own threads wait until the page has a moment for them.
 */
export function startParser(): Parser {
  if (parser === null) {
    const worker =
      startedThread("parser") ??
      new Worker(new URL("./parser-worker.ts", import.meta.url), { type: "module" });
    const failure = new Promise<never>((_resolve, reject) => {
      worker.addEventListener("error", () => {
        parser = null;
        reject(new Error("The thread that parses papers did not start."));
      });
    });
    failure.catch(() => undefined);
    const line = () => {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage(port2, [port2]);
      return port1;
    };
    let own: MessagePort | null = null;
    const ownLine = () => {
      own ??= line();
      return own;
    };
    parser = { line, ownLine, failure };
  }
  return parser;
}
