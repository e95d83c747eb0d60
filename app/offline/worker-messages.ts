/**
 * What pages and the service worker say to each other. Checked by hand: both sides are ours and of one origin, and the
 * worker, which every page waits for once, stays small without a library for it.
 */

/** Where the service worker lies, and the one page that it keeps whole. */
export const workerAddress = "/service-worker.js";
export const shellAddress = "/offline";

/** To the worker. */
export type ToWorker =
  /** language or looks have changed: the kept page is to have them too */
  | { type: "renew_shell" }
  /** a page has come where nothing is lost: a waiting worker may take over if no tab is in a meeting */
  | { type: "take_over_when_free" };

export function isToWorker(data: unknown): data is ToWorker {
  return hasType(data, "renew_shell") || hasType(data, "take_over_when_free");
}

/** To the page that asked for something of a paper; it answers on the port that comes along. */
export type AskForPaper = {
  type: "ask_for_paper";
  /** path of the request, without origin and query */
  path: string;
  /** the Range header */
  range: string | null;
  /** the network was tried and did not answer */
  failed: boolean;
};

export function isAskForPaper(data: unknown): data is AskForPaper {
  return (
    hasType(data, "ask_for_paper") &&
    "path" in data &&
    typeof data.path === "string" &&
    "range" in data &&
    (data.range === null || typeof data.range === "string") &&
    "failed" in data &&
    typeof data.failed === "boolean"
  );
}

/** null: not from here, ask the network. */
export type PaperAnswer = {
  status: number;
  headers: Record<string, string>;
  body: ArrayBuffer;
} | null;

export function isPaperAnswer(data: unknown): data is NonNullable<PaperAnswer> {
  return (
    typeof data === "object" &&
    data !== null &&
    "status" in data &&
    typeof data.status === "number" &&
    "headers" in data &&
    typeof data.headers === "object" &&
    "body" in data &&
    data.body instanceof ArrayBuffer
  );
}

function hasType<Type extends string>(data: unknown, type: Type): data is { type: Type } {
  return typeof data === "object" && data !== null && "type" in data && data.type === type;
}
