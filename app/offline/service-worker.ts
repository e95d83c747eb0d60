/**
 * The service worker: keeps the product's own files and one page (the shell at `/offline`), and answers with them when
 * the network does not. Written by hand, because what it must never do is most of it:
 *
 * - Only files of the build and the shell are kept. What a loader gives, sockets and papers pass it by, or go through
 *   its memory (a paper's part from the page that decrypted it) and never into a cache.
 * - An answer of the server is an answer, whatever it says: a redirect to sign-in is followed, never replaced.
 * - A new worker waits. It takes over when no tab is in a meeting; then the files of the build before stay one more
 *   generation, so that a tab which was loaded with them goes on.
 */
import { hasReadyPacks } from "./vault-database.client";
import {
  type AskForPaper,
  isPaperAnswer,
  isToWorker,
  type PaperAnswer,
  shellAddress,
} from "./worker-messages";
import type { FetchEvent, WorkerClient, WorkerScope } from "./worker-scope";

/** Set by the build: what there is to keep. */
declare const BUILD: { version: string; files: readonly string[] };

const scope: WorkerScope = workerScope(globalThis);
const fileCache = "files";
const shellCache = `shell-${BUILD.version}`;
/** Not a file: which files belong to which build. */
const listOf = (build: "current" | "before") => `/kept-files/${build}`;

/** A line that says nothing for so long is none, for somebody whose papers lie on the device. */
const patienceMs = 3_000;
/** The page that decrypts is in the same browser; where none listens the network is asked. */
const pageAnswersWithinMs = 400;
const pageDeliversWithinMs = 15_000;
const keptIsKnownForMs = 5_000;
const atOnce = 6;

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(forgetOldBuilds()));
scope.addEventListener("message", (event) => {
  const { data } = event;
  if (!isToWorker(data)) return;
  event.waitUntil(data.type === "renew_shell" ? keepShell() : takeOverWhenFree());
});
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== scope.location.origin) return;
  if (request.mode === "navigate") event.respondWith(navigation(request));
  else if (pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (pathname.startsWith("/documents/") && !(scope.navigator.onLine && isNothingKept()))
    event.respondWith(paper(event));
});

async function install(): Promise<void> {
  const cache = await caches.open(fileCache);
  const waiting = [...BUILD.files];
  const fetchOne = async (): Promise<void> => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      // Names carry a hash of the content: what is there is the same.
      if ((await cache.match(address)) === undefined) await cache.add(address);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetchOne));
  await keepShell();
}

/** The shell belongs to this build, or it would ask for files that are not kept: a newer server's page is left alone. */
async function keepShell(): Promise<void> {
  const response = await fetch(shellAddress, { cache: "no-store", redirect: "error" });
  if (!response.ok) throw new Error(`The shell was answered with ${response.status}.`);
  const page = await response.clone().text();
  const files = new Set(BUILD.files);
  for (const [address] of page.matchAll(/\/assets\/[\w./-]+\.(?:js|css)/g)) {
    if (!files.has(address)) return;
  }
  await (await caches.open(shellCache)).put(shellAddress, response);
}

async function forgetOldBuilds(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith("shell-") && name !== shellCache) await caches.delete(name);
  }
  const cache = await caches.open(fileCache);
  const before = await (await cache.match(listOf("current")))?.text();
  if (before !== undefined) await cache.put(listOf("before"), new Response(before));
  await cache.put(listOf("current"), new Response(BUILD.files.join("\n")));
  const kept = new Set([
    ...BUILD.files,
    ...(before ?? "").split("\n"),
    listOf("current"),
    listOf("before"),
  ]);
  for (const request of await cache.keys()) {
    if (!kept.has(new URL(request.url).pathname)) await cache.delete(request);
  }
  // The page that asked for the first worker of this browser need not be loaded anew to have it.
  if (before === undefined) await scope.clients.claim();
}

/** A meeting in any tab goes on with what it began with. */
async function takeOverWhenFree(): Promise<void> {
  const tabs = await scope.clients.matchAll({ includeUncontrolled: true });
  if (!tabs.some(({ url }) => /^\/meetings\/[^/]+\/./.test(new URL(url).pathname))) {
    await scope.skipWaiting();
  }
}

/** By the network; where that is gone, a page that needs none. */
async function navigation(request: Request): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url);
  const cache = await caches.open(shellCache);
  const isShell = pathname === shellAddress;
  // It was led here a moment ago because the network is gone.
  const shell = await cache.match(shellAddress);
  if (isShell && searchParams.has("to") && shell !== undefined) return shell;
  try {
    return await inTime(fetch(request), shell);
  } catch (error) {
    if (shell === undefined) throw error;
    if (isShell) return shell;
    // By a redirect, because a page that comes to life under another address than its own loads itself anew for ever.
    return Response.redirect(`${shellAddress}?to=${encodeURIComponent(pathname + search)}`, 302);
  }
}

/** Who has nothing on the device gains nothing by giving up early. */
async function inTime(answer: Promise<Response>, shell: Response | undefined): Promise<Response> {
  // It may fail while the question below is still open; whoever waits hears of it then.
  answer.catch(() => undefined);
  if (shell === undefined || !(await hasReadyPacks())) return answer;
  return Promise.race([answer, after(patienceMs)]);
}

function after(ms: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`No answer in ${ms} ms.`)), ms);
  });
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(fileCache);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/**
 * From the page that asked, where it reads from the device; else by the network, and where that fails again from it.
 * Where there seems to be a network both are asked at once: a page that is just coming to life answers late.
 */
async function paper({ request, clientId }: FetchEvent): Promise<Response> {
  const network = scope.navigator.onLine ? fetch(request.clone()) : null;
  // It may fail while the page still answers; whoever waits hears of it then.
  network?.catch(() => undefined);
  if (network !== null && !(await isAnythingKept())) return network;
  const pages = await pagesOf(clientId);
  const own = fromPages(pages, request, false);
  if (network !== null) {
    const first = await Promise.any([network, own.then(present)]).catch(() => null);
    if (first !== null) return first;
  } else {
    const kept = await own;
    if (kept !== null) return kept;
  }
  try {
    return await (network ?? fetch(request));
  } catch (error) {
    const kept = await fromPages(pages, request, true);
    if (kept === null) throw error;
    return kept;
  }
}

let known: { atMs: number; isAnythingKept: boolean } | null = null;

/** Whether a pack lies on this device. */
async function isAnythingKept(): Promise<boolean> {
  const atMs = Date.now();
  known = { atMs, isAnythingKept: await hasReadyPacks() };
  return known.isAnythingKept;
}

/**
 * Known for sure, a moment ago. Then the browser fetches as if there were no worker: while pages fly past, what some ten
 * pictures a second leave behind in here is not cleared away for minutes.
 */
function isNothingKept(): boolean {
  return known !== null && !known.isAnythingKept && Date.now() - known.atMs < keptIsKnownForMs;
}

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error("It is not here.");
  return value;
}

/** The page that asked; for a thread, which has no vault, the pages that are open. */
async function pagesOf(clientId: string): Promise<readonly WorkerClient[]> {
  const asking = clientId === "" ? undefined : await scope.clients.get(clientId);
  if (asking === undefined || asking.type === "window") return asking === undefined ? [] : [asking];
  return scope.clients.matchAll({ type: "window" });
}

/** null: none of them has it, or wants to give it. */
function fromPages(
  pages: readonly WorkerClient[],
  request: Request,
  failed: boolean,
): Promise<Response | null> {
  const answers = pages.map((page) => fromPage(page, request, failed).then(present));
  return Promise.any(answers).catch(() => null);
}

async function fromPage(
  page: WorkerClient,
  request: Request,
  failed: boolean,
): Promise<Response | null> {
  const { port1, port2 } = new MessageChannel();
  const heard = new Promise<PaperAnswer>((resolve) => {
    let patience = setTimeout(() => resolve(null), pageAnswersWithinMs);
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      clearTimeout(patience);
      // It says that it heard, and then brings what it decrypted.
      if (data === "heard") patience = setTimeout(() => resolve(null), pageDeliversWithinMs);
      else resolve(isPaperAnswer(data) ? data : null);
    };
  });
  const question: AskForPaper = {
    type: "ask_for_paper",
    path: new URL(request.url).pathname,
    range: request.headers.get("range"),
    failed,
  };
  page.postMessage(question, [port2]);
  const answer = await heard;
  port1.close();
  return answer === null ? null : new Response(answer.body, answer);
}

function workerScope(self: object): WorkerScope;
function workerScope(self: object): object {
  return self;
}
